import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A member of the double's roster, as Teams' REST interface shows one. */
export type DoubleMember = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly userRole?: string;
  readonly tenantId: string;
};

/** An activity that the bot sent, with how. */
export type Sent = {
  readonly method: "POST" | "PUT";
  readonly conversation: string;
  readonly id: string;
  readonly targeted: boolean;
  readonly activity: Readonly<Record<string, unknown>>;
};

/** What goes wrong with the next calls. */
export type Mishap =
  | { readonly kind: "status"; readonly status: number; readonly body?: object; readonly retryAfter?: string }
  | { readonly kind: "cut" }
  | { readonly kind: "lost" };

/** Teams' connector, on this machine. */
export type TeamsDouble = {
  readonly url: string;
  readonly host: string;
  readonly sent: Sent[];
  /** What conversations were made with. */
  readonly created: object[];
  /** "METHOD path" of every call, in order. */
  readonly calls: string[];
  readonly authorizations: (string | undefined)[];
  readonly members: DoubleMember[];
  /** Conversations that take nothing any more, with the word for it. */
  readonly closed: Map<string, string>;
  readonly mishaps: Mishap[];
  /** How many members a page holds. */
  pageSize: number;
  /** Whether messages to one member in front of others are known. */
  knowsTargeted: boolean;
  readonly close: () => Promise<void>;
};

/** Teams takes no card over 28 KB. */
const cardLimit = 28 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : JSON.parse(text);
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const error = (code: string) => ({ error: { code, message: code } });

/** Starts the double on a free port of this machine. */
export async function teamsDouble(members: readonly DoubleMember[]): Promise<TeamsDouble> {
  let ids = 0;
  const nextId = () => {
    ids += 1;
    return `17900000000${String(ids).padStart(2, "0")}`;
  };

  const meet = (mishap: Mishap, response: ServerResponse): void => {
    if (mishap.kind !== "status") return void response.socket?.destroy();
    const { status, body = {}, retryAfter } = mishap;
    answer(response, status, body, retryAfter === undefined ? {} : { "retry-after": retryAfter });
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://double");
    const method = request.method === "PUT" ? "PUT" : "POST";
    const [, , , conversation = "", part = "", name = ""] = pathname.split("/").map(decodeURIComponent);
    double.calls.push(`${request.method} ${pathname}`);
    double.authorizations.push(request.headers.authorization);
    const body = await bodyOf(request);
    const mishap = double.mishaps.shift();
    if (mishap !== undefined && mishap.kind !== "lost") return meet(mishap, response);
    const closed = double.closed.get(conversation);
    if (closed !== undefined) {
      if (closed === "ConversationNotFound") return answer(response, 404, error(closed));
      return answer(response, 403, { errorCode: 209, message: JSON.stringify({ subCode: closed }) });
    }
    if (conversation === "") {
      double.created.push(body);
      return answer(response, 201, { id: `a:${JSON.stringify(body["members"])}` });
    }
    if (part === "pagedmembers") {
      const from = Number(searchParams.get("continuationToken") ?? "0");
      const page = double.members.slice(from, from + double.pageSize);
      const next = from + page.length;
      const token = next < double.members.length ? { continuationToken: String(next) } : {};
      return answer(response, 200, { members: page, ...token });
    }
    if (part === "members") {
      const found = double.members.find(({ id, aadObjectId }) => id === name || aadObjectId === name);
      return found === undefined
        ? answer(response, 404, error("MemberNotFoundInConversation"))
        : answer(response, 200, found);
    }
    const targeted = searchParams.get("isTargetedActivity") === "true";
    if (targeted && !double.knowsTargeted) return answer(response, 400, error("BadRequest"));
    const [attachment] = Array.isArray(body["attachments"]) ? body["attachments"] : [];
    if (Buffer.byteLength(JSON.stringify(attachment?.content ?? {})) > cardLimit)
      return answer(response, 413, error("MessageSizeTooBig"));
    const id = method === "PUT" ? name : nextId();
    if (method === "PUT" && !double.sent.some((each) => each.id === id))
      return answer(response, 404, error("ActivityNotFoundInConversation"));
    double.sent.push({ method, conversation, id, targeted, activity: body });
    if (mishap !== undefined) return meet(mishap, response);
    answer(response, method === "PUT" ? 200 : 201, { id });
  };

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const double: TeamsDouble = {
    ...{
      url: `http://127.0.0.1:${port}`,
      host: `127.0.0.1:${port}`,
      sent: [],
      created: [],
      calls: [],
      authorizations: [],
    },
    ...{ members: [...members], closed: new Map(), mishaps: [], pageSize: 2, knowsTargeted: true },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
}
