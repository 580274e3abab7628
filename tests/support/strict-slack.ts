import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { fields, type Json } from "./slack-texts.ts";
import { documentedAnswer } from "./strict-slack-answers.ts";
import { type Faults, noFaults } from "./strict-slack-fault.ts";
import { botToken, type Member, openPeer, type Peer, type Profile } from "./strict-slack-peer.ts";
import { callRefusal } from "./strict-slack-refusals.ts";
import { type ResponseUrls, responseUrls } from "./strict-slack-response-urls.ts";

/** A call that Slack did, in its order: to a method of the Web API, or to `response_url` (whose `answer` is its id). */
export type Accepted = {
  readonly atMs: number;
  readonly method: string;
  readonly asked: Json;
  readonly answer: Json;
};

/** A call that Slack did not do, and why: its own word, or the fault that was planned. */
export type Declined = {
  readonly atMs: number;
  readonly method: string;
  readonly error: string;
  readonly messages: readonly string[];
};

/**
 * An independent Slack (vercel-labs' emulate) behind a proxy that holds what the documentation says and it does
 * not: Block Kit's limits, tokens, memberships, profiles, metadata, response_urls; and that fails when planned.
 */
export type StrictSlack = {
  /** Base of its Web API. */
  readonly apiUrl: string;
  readonly peer: Peer;
  readonly accepted: readonly Accepted[];
  readonly declined: readonly Declined[];
  readonly faults: Faults;
  /** What profiles say, by user id; may be changed while it runs. */
  readonly profiles: Map<string, Profile>;
  /** The channels that the bot was invited to. */
  readonly joined: Set<string>;
  readonly newResponseUrl: () => string;
  readonly expireResponseUrl: (url: string) => void;
  readonly close: () => Promise<void>;
};

/** The fields of a call: a form, or JSON. */
function askedIn(type: string | undefined, body: string): Json {
  return type?.startsWith("application/json")
    ? fields(JSON.parse(body))
    : Object.fromEntries(new URLSearchParams(body));
}

function idIn(url: string): string {
  return url.split("/").at(-1) ?? "";
}

type Call = {
  readonly method: string;
  readonly asked: Json;
  readonly body: string;
  readonly request: IncomingMessage;
};

/** What both of its doors share. */
type Inside = {
  readonly peer: Peer;
  readonly faults: Faults;
  readonly urls: ResponseUrls;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly joined: ReadonlySet<string>;
  readonly accepted: Accepted[];
  readonly declined: Declined[];
};

/** What a call comes to, and whether it was done. */
type Outcome = { readonly status: number; readonly body: string };

function json(answer: Json): Outcome {
  return { status: 200, body: JSON.stringify(answer) };
}

/** Passes a call on to the emulator, with the token that it came with. */
async function forwarded({ peer }: Inside, { method, body, request }: Call): Promise<Json> {
  const { authorization = "", "content-type": type = "" } = request.headers;
  const headers = { authorization, "content-type": type };
  const response = await fetch(`${peer.url}/api/${method}`, { method: "POST", headers, body });
  return response.status === 404 ? { ok: false, error: "unknown_method" } : fields(await response.json());
}

/** Does a call of the Web API, unless Slack would not. */
async function doMethod(inside: Inside, call: Call): Promise<Outcome> {
  const { method, asked, request } = call;
  const { accepted, declined, profiles } = inside;
  const decline = (error: string, messages: readonly string[] = []): Outcome => {
    declined.push({ atMs: Date.now(), method, error, messages });
    return json({ ok: false, error, errors: messages, response_metadata: { messages } });
  };
  const { authorization } = request.headers;
  if (authorization === undefined) return decline("not_authed");
  if (authorization !== `Bearer ${botToken}`) return decline("invalid_auth");
  const refused = callRefusal(method, asked, inside);
  if (refused !== null) return decline(refused.error, refused.messages);
  const answer = documentedAnswer(method, asked, await forwarded(inside, call), profiles);
  if (answer["ok"] !== true) {
    declined.push({ atMs: Date.now(), method, error: String(answer["error"]), messages: [] });
    return json(answer);
  }
  accepted.push({ atMs: Date.now(), method, asked, answer });
  return json(answer);
}

/** How a response_url answers what it does not take. */
function statusOf(error: string): number {
  return /_url$/u.test(error) ? 404 : 400;
}

/** Takes a post at a response_url, unless Slack would not. */
function doResponse({ urls, accepted, declined }: Inside, { method, asked, request }: Call): Outcome {
  const id = idIn(request.url ?? "");
  const error = urls.post(id, asked);
  if (error === null) {
    accepted.push({ atMs: Date.now(), method, asked, answer: { id } });
    return { status: 200, body: "ok" };
  }
  declined.push({ atMs: Date.now(), method, error, messages: [] });
  return { status: statusOf(error), body: error };
}

async function serve(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, where, name = ""] = (request.url ?? "").split("/");
  const method = where === "api" ? name : "response_url";
  const body = await textOf(request);
  const call = { method, body, request, asked: askedIn(request.headers["content-type"], body) };
  const act = async () => (where === "api" ? await doMethod(inside, call) : doResponse(inside, call));
  const send = ({ status, body: said }: Outcome) => {
    const granted = { "content-type": "application/json", "x-oauth-scopes": inside.peer.scopes.join(",") };
    response.writeHead(status, where === "api" ? granted : { "content-type": "text/plain" });
    response.end(said);
  };
  const blocks = call.asked["blocks"];
  const fault = inside.faults.next(
    method,
    typeof blocks === "string" ? blocks : JSON.stringify(blocks ?? ""),
  );
  const note = (error: string) => inside.declined.push({ atMs: Date.now(), method, error, messages: [] });
  switch (fault.kind) {
    case "none":
      return send(await act());
    case "slow":
      await wait(fault.delayMs);
      return send(await act());
    case "lost":
      await act();
      return void request.socket.destroy();
    case "cut":
      note("cut");
      return void request.socket.destroy();
    case "too_fast":
      note("ratelimited");
      response.setHeader("retry-after", String(fault.retryAfterS));
      return send({ status: 429, body: '{"ok":false,"error":"ratelimited"}' });
    case "status":
      note(`http_${fault.status}`);
      return send({ status: fault.status, body: "<html>" });
    case "refused":
    case "no_native": {
      const error = fault.kind === "refused" ? fault.error : "invalid_blocks";
      note(error);
      return send(where === "api" ? json({ ok: false, error }) : { status: statusOf(error), body: error });
    }
  }
}

/** Starts it, with a workspace of these members, and the bot in these channels. */
export async function strictSlack(
  members: readonly Member[],
  channels: readonly string[],
): Promise<StrictSlack> {
  const peer = await openPeer(members, channels);
  const [faults, urls] = [noFaults(), responseUrls(() => Date.now())];
  const profiles = new Map(members.map(({ name, profile }) => [peer.userIds.get(name) ?? "", profile]));
  const joined = new Set(channels.map((name) => peer.channelIds.get(name) ?? ""));
  const accepted: Accepted[] = [];
  const declined: Declined[] = [];
  const inside = { peer, faults, urls, profiles, joined, accepted, declined };
  const server = createServer((request, response) => {
    serve(inside, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await peer.close();
  };
  const newResponseUrl = () => `${origin}/response/${urls.issue()}`;
  const expireResponseUrl = (url: string) => urls.expire(idIn(url));
  return {
    ...{ apiUrl: `${origin}/api/`, peer, accepted, declined, faults, profiles, joined },
    ...{ newResponseUrl, expireResponseUrl, close },
  };
}
