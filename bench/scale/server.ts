import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A Slack that only answers, as fast as it can, and keeps when each message came, by its delivery id. */
export type FastSlack = {
  readonly apiUrl: string;
  /** Delivery ids, with when they came in ms; one that comes twice is in `twice`. */
  readonly arrived: ReadonlyMap<string, number>;
  readonly twice: readonly string[];
  readonly close: () => void;
};

const deliveryId = /delivery_id%22%3A%22([0-9a-f-]{36})/u;
/** Starts it on a free port. */
export async function fastSlack(): Promise<FastSlack> {
  const arrived = new Map<string, number>();
  const twice: string[] = [];
  const answer = (method: string, body: string): object => {
    if (method !== "chat.postMessage") return {};
    const id = deliveryId.exec(body)?.[1] ?? "";
    if (arrived.has(id)) twice.push(id);
    arrived.set(id, performance.now());
    return { channel: "D1", ts: `1790000000.${String(arrived.size).padStart(6, "0")}` };
  };
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const method = (request.url ?? "").split("/").at(-1) ?? "";
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, ...answer(method, body) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { apiUrl: `http://127.0.0.1:${port}/api/`, arrived, twice, close };
}
