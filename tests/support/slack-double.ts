import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import { checkMessage } from "./slack-limits.ts";

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

/** What came to a response_url. */
export type Responded = {
  readonly id: string;
  readonly response_type: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
};

/** A strict Slack on loopback: it knows one token, some members and conversations, and holds the documented limits. */
export type SlackDouble = {
  /** Base of its Web API. */
  readonly apiUrl: string;
  readonly users: Map<string, SlackUser>;
  readonly channels: Set<string>;
  readonly posted: Posted[];
  readonly responded: Responded[];
  /** The methods called, in order, with the user asked about. */
  readonly calls: string[];
  /** What the next calls of a method meet. */
  readonly mishaps: Map<string, Mishap[]>;
  readonly responseUrl: (id: string) => string;
  /** Holds answers to a method until the returned function is called. */
  readonly hold: (method: string) => () => void;
  readonly close: () => Promise<void>;
};

export const token = "xoxb-1-2-secret";
export const teamId = "T0CLUSTER";
export const botUserId = "U0CAIRN";

/** The fields of a call: a form, whose structured fields are JSON, or JSON. */
function fieldsOf(type: string | undefined, body: string): Record<string, unknown> {
  if (type?.startsWith("application/json")) return JSON.parse(body);
  const fields = Object.fromEntries<unknown>(new URLSearchParams(body));
  return typeof fields["blocks"] === "string" ? { ...fields, blocks: JSON.parse(fields["blocks"]) } : fields;
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
  const calls: string[] = [];
  const mishaps = new Map<string, Mishap[]>();
  const held = new Map<string, Promise<void>>();
  const responses = new Map<string, number>();

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
      case "chat.postMessage":
      case "chat.postEphemeral":
      case "chat.update":
        return post(method, fields);
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
    if (request.headers.authorization !== `Bearer ${token}`) return send(response, error("invalid_auth"));
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
    const count = (responses.get(id) ?? 0) + 1;
    responses.set(id, count);
    if (count > 5) {
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

  const server = createServer((request, response) => {
    const [, where = "", what = ""] = (request.url ?? "").split("/");
    const served =
      where === "api" ? serveApi(what, request, response) : serveResponse(what, request, response);
    served.catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
    });
  return {
    apiUrl: `${origin}/api/`,
    users,
    channels,
    posted,
    responded,
    calls,
    mishaps,
    responseUrl: (id) => `${origin}/response/${id}`,
    hold,
    close,
  };
}
