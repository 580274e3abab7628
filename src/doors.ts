import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "./log.ts";

/** The HTTP server once it listens. `close` takes no new request and waits for those under way. */
export type Doors = { readonly url: string; readonly close: () => Promise<void> };

/** What the doors say: `isReady` is whether the database answers. */
export type DoorFacts = { readonly isReady: () => Promise<boolean>; readonly log: Log };

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(body);
}

async function serve(
  method: string,
  path: string,
  response: ServerResponse,
  facts: DoorFacts,
): Promise<void> {
  if (path !== "/healthz" && path !== "/readyz") return answer(response, 404, '{"error":"not found"}');
  if (method !== "GET" && method !== "HEAD") return answer(response, 405, '{"error":"method not allowed"}');
  if (path === "/healthz") return answer(response, 200, '{"status":"alive"}');
  const ready = await facts.isReady();
  answer(response, ready ? 200 : 503, ready ? '{"status":"ready"}' : '{"status":"database unreachable"}');
}

/** Opens the HTTP doors: `/healthz` (the process is alive) and `/readyz` (the database answers). */
export async function openDoors(facts: DoorFacts, host: string, port: number): Promise<Doors> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    serve(request.method ?? "GET", path, response, facts).catch((error: unknown) => {
      facts.log.error({ err: error, path }, "a door failed");
      answer(response, 500, '{"error":"internal"}');
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
    });
  return { url: `http://${name}:${bound}`, close };
}
