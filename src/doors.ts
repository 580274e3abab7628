import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "./log.ts";

/** The HTTP server once it listens. `close` takes no new request and waits for those under way. */
export type Doors = { readonly url: string; readonly close: () => Promise<void> };

/** A request to a platform's door, its body as it came. */
export type DoorRequest = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** What a door answers; the body is JSON, or empty. */
export type DoorAnswer = { readonly status: number; readonly body: string };

/** Where a platform's requests come in, by POST. */
export type Door = (request: DoorRequest) => Promise<DoorAnswer>;

/** What the doors say. */
export type DoorFacts = {
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** What keeps a platform from being served, in a word, which `/readyz` says; null when nothing does. */
  readonly unready?: () => Promise<string | null>;
  /** The platforms' doors, by path. */
  readonly platforms?: ReadonlyMap<string, Door>;
  /** What `/metrics` says, as Prometheus text; without it there is no such door. */
  readonly metrics?: () => Promise<string>;
  readonly log: Log;
};

/** The largest body taken, in bytes: several times the largest that a platform sends. */
const bodyLimit = 1024 * 1024;

/** A request must have come whole within this, in ms. */
const requestTimeoutMs = 10_000;

/** How long requests under way may take once the doors close, in ms. */
const closingGraceMs = 3_000;

function answer(response: ServerResponse, status: number, body: string): void {
  const type = body === "" ? {} : { "content-type": "application/json; charset=utf-8" };
  response.writeHead(status, { ...type, "cache-control": "no-store" });
  response.end(body);
}

/** Prometheus's text format, 0.0.4. */
function measured(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    "content-type": "text/plain; version=0.0.4; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(text);
}

/**
 * The body; null when it is too large: the rest is then read and dropped, so that the answer can be heard. Throws when
 * the request is cut.
 */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= bodyLimit) chunks.push(chunk);
  });
  return new Promise((resolve, reject) => {
    request.once("end", () => resolve(length <= bodyLimit ? Buffer.concat(chunks) : null));
    request.on("error", reject);
    request.once("close", () => reject(new Error("a request was cut")));
  });
}

async function servePlatform(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return answer(response, 405, '{"error":"method not allowed"}');
  const body = await bodyOf(request);
  if (body === null) return answer(response, 413, '{"error":"too large"}');
  const said = await door({ headers: request.headers, body });
  answer(response, said.status, said.body);
}

/** What keeps Cairn from serving, in a word; null when nothing does. */
async function missingOf({ isReady, unready }: DoorFacts): Promise<string | null> {
  if (!(await isReady())) return "database unreachable";
  return unready === undefined ? null : await unready();
}

async function serve(
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
  facts: DoorFacts,
): Promise<void> {
  const door = facts.platforms?.get(path);
  if (door !== undefined) return await servePlatform(door, request, response);
  const { method } = request;
  const { metrics } = facts;
  const isServed =
    path === "/healthz" || path === "/readyz" || (path === "/metrics" && metrics !== undefined);
  if (!isServed) return answer(response, 404, '{"error":"not found"}');
  if (method !== "GET" && method !== "HEAD") return answer(response, 405, '{"error":"method not allowed"}');
  if (path === "/healthz") return answer(response, 200, '{"status":"alive"}');
  if (path === "/metrics" && metrics !== undefined) return measured(response, await metrics());
  const missing = await missingOf(facts);
  answer(response, missing === null ? 200 : 503, JSON.stringify({ status: missing ?? "ready" }));
}

/** Opens the HTTP doors: `/healthz` (the process is alive), `/readyz` (the database and the platforms answer), and the platforms'. */
export async function openDoors(facts: DoorFacts, host: string, port: number): Promise<Doors> {
  const server = createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    serve(request, path, response, facts).catch((error: unknown) => {
      facts.log.error({ err: error, path }, "a door failed");
      if (!response.headersSent) answer(response, 500, '{"error":"internal"}');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  const name = family === "IPv6" ? `[${address}]` : address;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
      // A connection that never asks anything must not keep the process: stopping takes 10 s at most.
      setTimeout(() => server.closeAllConnections(), closingGraceMs).unref();
    });
  return { url: `http://${name}:${bound}`, close };
}
