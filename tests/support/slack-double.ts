import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import { checkMessage, checkView } from "./slack-limits.ts";
import { type SocketServer, socketServer } from "./slack-socket-server.ts";
import { fields as fieldsIn, type Json } from "./slack-texts.ts";

/** What the next call of a method meets instead of its answer; `lost` does the work, then says nothing. */
export type Mishap =
  | { readonly kind: "too_fast"; readonly retryAfterS: number }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "cut" }
  | { readonly kind: "lost" };

/** A message as the double took it. */
export type Posted = {
  readonly method: string;
  readonly channel: string;
  readonly user: string | null;
  readonly thread: string | null;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
};

/** A view as the double took it: the App Home of a member, or the modal that opened over it. */
export type Viewed = {
  readonly method: "views.publish" | "views.open";
  /** The member whose Home it is; null for a modal. */
  readonly user: string | null;
  readonly view: Json;
};

/** What came to a response_url. */
export type Responded = {
  readonly id: string;
  readonly response_type: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
};

/** A modal that is open: what it shows now, and the mark of that state of it. */
export type Modal = { readonly view: Record<string, unknown>; readonly hash: string };

/** A strict Slack on loopback: it knows one token, some members and conversations, and holds the documented limits. */
export type SlackDouble = {
  /** Base of its Web API. */
  readonly apiUrl: string;
  readonly users: Map<string, SlackUser>;
  readonly channels: Set<string>;
  readonly posted: Posted[];
  readonly responded: Responded[];
  /** The response_urls to which an answer came that Slack no longer took. */
  readonly refusedResponses: string[];
  readonly viewed: Viewed[];
  /** The modals that are open, by id. */
  readonly modals: Map<string, Modal>;
  /** The methods called, in order, with the user asked about. */
  readonly calls: string[];
  /** What the next calls of a method meet. */
  readonly mishaps: Map<string, Mishap[]>;
  readonly responseUrl: (id: string) => string;
  /** What the token may do, as `auth.test` says in its header. */
  scopes: string;
  /** Slack's end of Socket Mode. */
  readonly sockets: SocketServer;
  /** Holds answers to a method, or to `response` for the response_urls, until the returned function is called. */
  readonly hold: (method: string) => () => void;
  readonly close: () => Promise<void>;
};

export const token = "xoxb-1-2-secret";
export const appToken = "xapp-1-A0CAIRN-2-secret";
export const teamId = "T0CLUSTER";
export const botUserId = "U0CAIRN";

/** The fields of a call: a form, whose structured fields are JSON, or JSON. */
function fieldsOf(type: string | undefined, body: string): Record<string, unknown> {
  if (type?.startsWith("application/json")) return JSON.parse(body);
  const fields = Object.fromEntries<unknown>(new URLSearchParams(body));
  for (const name of ["blocks", "view"]) {
    const value = fields[name];
    if (typeof value === "string") fields[name] = JSON.parse(value);
  }
  return fields;
}

function textField(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" ? value : null;
}

type Answer = { readonly ok: boolean; readonly [name: string]: unknown };
const error = (code: string): Answer => ({ ok: false, error: code });

/** Starts a double; everything in it may be changed while it runs. */
export async function slackDouble(): Promise<SlackDouble> {
  const users = new Map<string, SlackUser>();
  const channels = new Set<string>(["C0CLUSTER"]);
  const posted: Posted[] = [];
  const responded: Responded[] = [];
  const refusedResponses: string[] = [];
  const viewed: Viewed[] = [];
  const modals = new Map<string, Modal>();
  const calls: string[] = [];
  const mishaps = new Map<string, Mishap[]>();
  const held = new Map<string, Promise<void>>();
  const responses = new Map<string, number>();
  const triggers = new Set<string>();

  const post = (method: string, fields: Record<string, unknown>): Answer => {
    const channel = textField(fields, "channel") ?? "";
    const ts = textField(fields, "ts");
    if (!channels.has(channel) && !users.has(channel) && !/^D/u.test(channel))
      return error("channel_not_found");
    if (method === "chat.update" && !posted.some((each) => each.ts === ts && each.channel === channel))
      return error("message_not_found");
    const user = textField(fields, "user");
    if (method === "chat.postEphemeral" && (user === null || !users.has(user)))
      return error("user_not_in_channel");
    const text = textField(fields, "text") ?? "";
    const blocks = Array.isArray(fields["blocks"]) ? fields["blocks"] : [];
    if (text === "") return error("no_text");
    const problems = checkMessage({ text, blocks });
    if (problems.length > 0) return { ...error("invalid_blocks"), errors: problems };
    const message = {
      method,
      channel: users.has(channel) ? `D${channel.slice(1)}` : channel,
      user,
      thread: textField(fields, "thread_ts"),
      ts: ts ?? `${1_790_000_000 + posted.length}.000100`,
      text,
      blocks,
    };
    posted.push(message);
    return { ok: true, channel: message.channel, ts: message.ts, message_ts: message.ts };
  };

  /** A Home is published for a member; a modal is opened by a trigger_id, which serves once. */
  const show = (method: Viewed["method"], fields: Record<string, unknown>): Answer => {
    const user = textField(fields, "user_id");
    const trigger = textField(fields, "trigger_id") ?? "";
    const view = fieldsIn(fields["view"]);
    const isHome = method === "views.publish";
    if (isHome && (user === null || !users.has(user))) return error("user_not_found");
    if (!isHome && (trigger === "" || triggers.has(trigger))) return error("exchanged_trigger_id");
    if (!isHome) triggers.add(trigger);
    const problems = view["type"] === (isHome ? "home" : "modal") ? checkView(view) : ["another type"];
    if (problems.length > 0) return { ...error("invalid_arguments"), errors: problems };
    viewed.push({ method, user: isHome ? user : null, view });
    const id = `V${viewed.length}`;
    if (!isHome) modals.set(id, { view, hash: "1.a" });
    return { ok: true, view: { id, hash: "1.a", ...view } };
  };

  /** An open modal shows something else, unless it changed since its hash was seen. */
  const updateView = (fields: Record<string, unknown>): Answer => {
    const id = textField(fields, "view_id") ?? "";
    const modal = modals.get(id);
    if (modal === undefined) return error("not_found");
    const seen = textField(fields, "hash");
    if (seen !== null && seen !== modal.hash) return error("hash_conflict");
    const view = fieldsIn(fields["view"]);
    const problems = view["type"] === "modal" ? checkView(view) : ["another type"];
    if (problems.length > 0) return { ...error("invalid_arguments"), errors: problems };
    const hash = `${Number.parseInt(modal.hash, 10) + 1}.a`;
    modals.set(id, { view, hash });
    return { ok: true, view: { id, hash, ...view } };
  };

  const call = (method: string, fields: Record<string, unknown>): Answer => {
    switch (method) {
      case "auth.test":
        return { ok: true, team_id: teamId, user_id: botUserId, bot_id: "B0CAIRN" };
      case "users.info": {
        const user = users.get(textField(fields, "user") ?? "");
        if (user === undefined) return error("user_not_found");
        if (textField(fields, "include_locale") === "true") return { ok: true, user };
        const { locale, ...rest } = user;
        return { ok: true, user: rest };
      }
      case "apps.connections.open":
        return { ok: true, url: `${origin().replace("http", "ws")}/link?ticket=1` };
      case "chat.postMessage":
      case "chat.postEphemeral":
      case "chat.update":
        return post(method, fields);
      case "views.publish":
      case "views.open":
        return show(method, fields);
      case "views.update":
        return updateView(fields);
      default:
        return error("unknown_method");
    }
  };

  const send = (response: ServerResponse, answer: Answer) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  };

  const serveApi = async (method: string, request: IncomingMessage, response: ServerResponse) => {
    const fields = fieldsOf(request.headers["content-type"], await textOf(request));
    calls.push([method, textField(fields, "user")].filter((part) => part !== null).join(" "));
    const asked = method === "apps.connections.open" ? appToken : token;
    if (request.headers.authorization !== `Bearer ${asked}`) return send(response, error("invalid_auth"));
    response.setHeader("x-oauth-scopes", double.scopes);
    await held.get(method);
    const mishap = mishaps.get(method)?.shift();
    switch (mishap?.kind) {
      case "too_fast":
        response.writeHead(429, { "retry-after": String(mishap.retryAfterS) });
        return void response.end();
      case "status":
        response.writeHead(mishap.status);
        return void response.end("<html>");
      case "error":
        return send(response, error(mishap.error));
      case "lost":
        call(method, fields);
        return void request.socket.destroy();
      case "cut":
        return void request.socket.destroy();
      default:
        return send(response, call(method, fields));
    }
  };

  /** Slack takes five answers at a response_url. */
  const serveResponse = async (id: string, request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse(await textOf(request));
    await held.get("response");
    const count = (responses.get(id) ?? 0) + 1;
    responses.set(id, count);
    if (count > 5) {
      refusedResponses.push(id);
      response.writeHead(404);
      return void response.end("used_url");
    }
    const problems = checkMessage(body);
    if (problems.length > 0) {
      response.writeHead(400);
      return void response.end(`invalid_blocks ${problems.join("; ")}`);
    }
    responded.push({ id, response_type: body.response_type, text: body.text, blocks: body.blocks });
    response.end("ok");
  };

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const server = createServer((request, response) => {
    const [, where = "", what = ""] = (request.url ?? "").split("/");
    const served =
      where === "api" ? serveApi(what, request, response) : serveResponse(what, request, response);
    served.catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const hold = (method: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.set(method, promise);
    return () => {
      held.delete(method);
      resolve();
    };
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
      double.sockets.cut();
    });
  const double: SlackDouble = {
    apiUrl: `${origin()}/api/`,
    users,
    channels,
    posted,
    responded,
    refusedResponses,
    viewed,
    modals,
    calls,
    mishaps,
    responseUrl: (id) => `${origin()}/response/${id}`,
    scopes:
      "app_mentions:read,channels:history,chat:write,commands,groups:history,im:history,im:write,users:read,users:read.email",
    sockets: socketServer(server),
    hold,
    close,
  };
  return double;
}
