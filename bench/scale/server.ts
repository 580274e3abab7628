import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A Slack that only answers, as fast as it can, and keeps when each message came, by its delivery id. */
export type FastSlack = {
  readonly apiUrl: string;
  /** Delivery ids, with when they came in ms; one that comes twice is in `twice`. */
  readonly arrived: ReadonlyMap<string, number>;
  readonly twice: readonly string[];
  readonly close: () => void;
};

/** What comes before a delivery id in a posted form. */
const mark = "delivery_id%22%3A%22";

/** The delivery id of a posted message; empty where there is none. */
function deliveryIn(form: Buffer): string {
  const at = form.indexOf(mark);
  return at === -1 ? "" : form.toString("latin1", at + mark.length, at + mark.length + 36);
}

/** Starts it on a free port. */
export async function fastSlack(): Promise<FastSlack> {
  const arrived = new Map<string, number>();
  const twice: string[] = [];
  const answer = (method: string, body: Buffer): object => {
    if (method !== "chat.postMessage") return {};
    const id = deliveryIn(body);
    if (arrived.has(id)) twice.push(id);
    arrived.set(id, performance.now());
    return { channel: "D1", ts: `1790000000.${String(arrived.size).padStart(6, "0")}` };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const method = (request.url ?? "").split("/").at(-1) ?? "";
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, ...answer(method, Buffer.concat(parts)) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { apiUrl: `http://127.0.0.1:${port}/api/`, arrived, twice, close };
}
