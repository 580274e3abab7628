import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as textOf } from "node:stream/consumers";

/**
 * What a call meets instead of its answer. `lost` does the work and cuts the line; `late` does the work at once and
 * answers after so many ms; `silent` does nothing and never answers; `silent_done` does the work and never answers.
 */
export type Trouble =
  | { readonly kind: "cut" | "lost" | "silent" | "silent_done" }
  | { readonly kind: "late"; readonly ms: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "too_fast"; readonly retryAfterS: number }
  | { readonly kind: "error"; readonly error: string };

/** A message that the server took. */
export type Taken = {
  readonly channel: string;
  readonly ts: string;
  /** The message whose thread it is in; null for the conversation itself. */
  readonly thread: string | null;
  /** Null for what Cairn did not mark as a delivery. */
  readonly deliveryId: string | null;
  text: string;
  /** Its blocks, as JSON. */
  readonly blocks: string;
  /** When it came, in ms since 1970. */
  readonly atMs: number;
};

/** A Slack that keeps every message, and lets itself be read back; it knows every address. */
export type RecordingSlack = {
  readonly apiUrl: string;
  /** Everything posted, in order; an update changes the text of its message. */
  readonly taken: Taken[];
  /** The methods called, in order. */
  readonly calls: string[];
  /** Decides what a call meets; null for its answer. */
  trouble: (method: string, fields: Readonly<Record<string, string>>) => Trouble | null;
  /** Addresses that Slack does not know. */
  readonly strangers: Set<string>;
  /** Accounts made anew: the address, with the id of the account it has now; the one before is gone. */
  readonly renewed: Map<string, string>;
  readonly close: () => Promise<void>;
};

type Answer = { readonly ok: boolean; readonly [name: string]: unknown };
const refusal = (error: string): Answer => ({ ok: false, error });

function deliveryIdOf(metadata: string | undefined): string | null {
  if (metadata === undefined) return null;
  const { event_payload: payload } = JSON.parse(metadata);
  return String(payload.delivery_id);
}

/** Starts it, on that port or a free one. */
export async function recordingSlack(port = 0): Promise<RecordingSlack> {
  const taken: Taken[] = [];
  const calls: string[] = [];
  const strangers = new Set<string>();
  const renewed = new Map<string, string>();

  const accountOf = (email: string) =>
    renewed.get(email) ?? `U${Buffer.from(email).toString("hex").toUpperCase()}`;
  /** Whether it is the conversation with an account that was made anew since. */
  const isLeft = (channel: string) =>
    [...renewed.keys()].some(
      (email) => channel.slice(1) === Buffer.from(email).toString("hex").toUpperCase(),
    );

  const post = (fields: Record<string, string>): Answer => {
    const { channel = "" } = fields;
    if (!/^[CD]/u.test(channel) || isLeft(channel)) return refusal("channel_not_found");
    const atMs = Date.now();
    const ts = `${Math.floor(atMs / 1000)}.${String(taken.length).padStart(6, "0")}`;
    const deliveryId = deliveryIdOf(fields["metadata"]);
    const thread = fields["thread_ts"] ?? null;
    const said = { text: fields["text"] ?? "", blocks: fields["blocks"] ?? "" };
    taken.push({ channel, ts, thread, deliveryId, ...said, atMs });
    return { ok: true, channel, ts };
  };

  const update = ({ channel, ts, text = "" }: Record<string, string>): Answer => {
    const message = taken.find((each) => each.channel === channel && each.ts === ts);
    if (message === undefined) return refusal("message_not_found");
    message.text = text;
    return { ok: true, channel, ts };
  };

  /** Newest first, and never more than asked in a page; a channel's history does not hold its threads. */
  const history = (fields: Record<string, string>, thread: string | null): Answer => {
    const { channel, oldest = "0", cursor = "0", limit = "100" } = fields;
    const known = taken
      .filter(
        (each) => each.channel === channel && each.thread === thread && Number(each.ts) >= Number(oldest),
      )
      .reverse();
    const end = Number(cursor) + Number(limit);
    const messages = known.slice(Number(cursor), end).map(({ ts, text, deliveryId }) => ({
      ...{ type: "message", ts, text },
      ...(deliveryId === null || fields["include_all_metadata"] !== "true"
        ? {}
        : { metadata: { event_type: "cairn_delivery", event_payload: { delivery_id: deliveryId } } }),
    }));
    const more = end < known.length;
    return {
      ok: true,
      messages,
      has_more: more,
      response_metadata: { next_cursor: more ? String(end) : "" },
    };
  };

  const call = (method: string, fields: Record<string, string>): Answer => {
    switch (method) {
      case "auth.test":
        return { ok: true, team_id: "T0CLUSTER", user_id: "U0CAIRN", bot_id: "B0CAIRN" };
      case "users.lookupByEmail": {
        const { email = "" } = fields;
        return strangers.has(email)
          ? refusal("users_not_found")
          : { ok: true, user: { id: accountOf(email) } };
      }
      case "conversations.open":
        return { ok: true, channel: { id: `D${(fields["users"] ?? "").slice(1)}` } };
      case "chat.postMessage":
        return post(fields);
      case "chat.update":
        return update(fields);
      case "conversations.history":
        return history(fields, null);
      case "conversations.replies":
        return history(fields, fields["ts"] ?? "");
      default:
        return refusal("unknown_method");
    }
  };

  const send = (response: ServerResponse, answer: Answer) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  };

  const meet = (
    trouble: Trouble | null,
    [request, response]: readonly [IncomingMessage, ServerResponse],
    answer: () => Answer,
  ): void => {
    const done = trouble === null || !["cut", "silent", "status", "too_fast", "error"].includes(trouble.kind);
    const said = done ? answer() : refusal(trouble.kind === "error" ? trouble.error : "?");
    if (trouble === null || trouble.kind === "error") send(response, said);
    else if (trouble.kind === "cut" || trouble.kind === "lost") request.socket.destroy();
    else if (trouble.kind === "late") setTimeout(() => send(response, said), trouble.ms);
    else if (trouble.kind === "status") response.writeHead(trouble.status).end("<html>");
    else if (trouble.kind === "too_fast")
      response.writeHead(429, { "retry-after": String(trouble.retryAfterS) }).end();
  };

  const server = createServer(async (request, response) => {
    const method = (request.url ?? "").split("/").at(-1) ?? "";
    const fields = Object.fromEntries(new URLSearchParams(await textOf(request)));
    calls.push(method);
    meet(slack.trouble(method, fields), [request, response], () => call(method, fields));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const apiUrl = `http://127.0.0.1:${bound}/api/`;
  const slack: RecordingSlack = { apiUrl, taken, calls, strangers, renewed, trouble: () => null, close };
  return slack;
}
