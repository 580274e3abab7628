import { z } from "zod";
import { PlatformError } from "../platform.ts";
import { platformErrorOf, refusalError } from "./errors.ts";
import type { Token } from "./tokens.ts";

/** Slower than this, Teams is not there, in ms: a delivery counts on it (jobs/delivering.ts). */
const timeoutMs = 5_000;

/** Somewhere in Teams, by the service that serves it. */
export type Where = { readonly serviceUrl: string; readonly conversation: string };

/** What is posted: an activity without where and by whom. */
export type Message = object;

/** A page of a conversation's members, not read yet. */
export type Page = { readonly members: readonly unknown[]; readonly next: string | null };

/** Teams' REST interface, one try a call. Every method throws PlatformError and nothing else. */
export type Connector = {
  /** Posts a message, for one member's eyes when `targeted`; gives its id. Where it `isLate`, it does not begin. */
  readonly send: (
    where: Where,
    message: Message,
    how?: { readonly targeted?: boolean; readonly isLate?: (() => boolean) | undefined },
  ) => Promise<string>;
  readonly update: (where: Where, activity: string, message: Message) => Promise<void>;
  /** Makes the conversation of the bot and one member; gives its id. */
  readonly create: (serviceUrl: string, parameters: object) => Promise<string>;
  readonly member: (where: Where, account: string) => Promise<unknown>;
  readonly members: (where: Where, from: string | null) => Promise<Page>;
};

const resource = z.object({ id: z.string().min(1) });
const page = z.object({ members: z.array(z.unknown()), continuationToken: z.string().nullish() });

function urlOf(serviceUrl: string, path: readonly string[], query: Record<string, string> = {}): string {
  const base = serviceUrl.replace(/\/+$/u, "");
  const search = new URLSearchParams(query).toString();
  return `${base}/v3/${path.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

type Call = {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly body?: object;
  readonly isLate?: (() => boolean) | undefined;
};

/** One call, signed. The token is there before it is asked whether it `isLate`: what begins then is over in 5 s. */
async function called(
  { method, url, body, isLate }: Call,
  token: Token,
  nowMs: () => number,
): Promise<unknown> {
  const bearer = await token();
  if (isLate?.() === true) throw new PlatformError("rate_limited", "too_late_to_begin", { retryAfterS: 1 });
  const signed = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...signed },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const retryAfter = response.headers.get("retry-after");
  if (!response.ok) throw refusalError({ status: response.status, retryAfter, body: text }, nowMs());
  return text === "" ? {} : JSON.parse(text);
}

function idIn(answer: unknown): string {
  const read = resource.safeParse(answer);
  if (!read.success) throw new PlatformError("unreachable", "no_id");
  return read.data.id;
}

/** Calls Teams with that token; `allows` says which services may be called at all. */
export function connectorOver(
  token: Token,
  { allows, nowMs }: { readonly allows: (serviceUrl: string) => boolean; readonly nowMs: () => number },
): Connector {
  const call = async (serviceUrl: string, asked: Call): Promise<unknown> => {
    if (!allows(serviceUrl)) throw new PlatformError("rejected", "service_not_allowed");
    try {
      return await called(asked, token, nowMs);
    } catch (error) {
      throw platformErrorOf(error);
    }
  };
  const to = ({ serviceUrl, conversation }: Where, ...path: readonly string[]) =>
    urlOf(serviceUrl, ["conversations", conversation, ...path]);
  return {
    send: async (where, body, { targeted = false, isLate } = {}) => {
      const query = targeted ? "?isTargetedActivity=true" : "";
      const url = `${to(where, "activities")}${query}`;
      return idIn(await call(where.serviceUrl, { method: "POST", url, body, isLate }));
    },
    update: async (where, activity, body) => {
      await call(where.serviceUrl, { method: "PUT", url: to(where, "activities", activity), body });
    },
    create: async (serviceUrl, body) =>
      idIn(await call(serviceUrl, { method: "POST", url: urlOf(serviceUrl, ["conversations"]), body })),
    member: async (where, account) =>
      await call(where.serviceUrl, { method: "GET", url: to(where, "members", account) }),
    members: async (where, from) => {
      const query = { pageSize: "200", ...(from === null ? {} : { continuationToken: from }) };
      const path = ["conversations", where.conversation, "pagedmembers"];
      const url = urlOf(where.serviceUrl, path, query);
      const read = page.safeParse(await call(where.serviceUrl, { method: "GET", url }));
      if (!read.success) throw new PlatformError("unreachable", "no_members");
      const next = read.data.continuationToken ?? "";
      return { members: read.data.members, next: next === "" ? null : next };
    },
  };
}
