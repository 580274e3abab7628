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

/** What the doors say: `isReady` is whether the database answers; `platforms` are the doors by path. */
export type DoorFacts = {
  readonly isReady: () => Promise<boolean>;
  readonly platforms?: ReadonlyMap<string, Door>;
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

/** The body; null when it is too large: the rest is then read and dropped, so that the answer can be heard. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= bodyLimit) chunks.push(chunk);
  }
  return length <= bodyLimit ? Buffer.concat(chunks) : null;
}

async function servePlatform(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return answer(response, 405, '{"error":"method not allowed"}');
  const body = await bodyOf(request);
  if (body === null) return answer(response, 413, '{"error":"too large"}');
  const said = await door({ headers: request.headers, body });
  answer(response, said.status, said.body);
}

async function serve(
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
  { isReady, platforms }: DoorFacts,
): Promise<void> {
  const door = platforms?.get(path);
  if (door !== undefined) return await servePlatform(door, request, response);
  const { method } = request;
  if (path !== "/healthz" && path !== "/readyz") return answer(response, 404, '{"error":"not found"}');
  if (method !== "GET" && method !== "HEAD") return answer(response, 405, '{"error":"method not allowed"}');
  if (path === "/healthz") return answer(response, 200, '{"status":"alive"}');
  const ready = await isReady();
  answer(response, ready ? 200 : 503, ready ? '{"status":"ready"}' : '{"status":"database unreachable"}');
}

/** Opens the HTTP doors: `/healthz` (the process is alive), `/readyz` (the database answers), and the platforms'. */
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
