import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { askingWithin } from "../../src/platforms/slack/fetch.ts";

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A server that answers so; gives its address. */
async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}/api/chat.postMessage`;
}

const asked = { method: "POST", headers: { authorization: "Bearer secret" }, body: "text=relev%C3%A9" };

describe("a text posted to Slack", () => {
  it("comes whole, and so do the answer, its status and its headers", async () => {
    const url = await serve(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const said = [request.method, request.headers.authorization, Buffer.concat(parts).toString("utf8")];
      response.writeHead(429, { "Retry-After": "7", "content-type": "application/json" });
      response.end(JSON.stringify({ said, relevé: "à jour" }));
    });
    const answer = await askingWithin(5_000)(url, asked);
    expect([answer.ok, answer.status, answer.url]).toEqual([false, 429, url]);
    expect([answer.headers.get("retry-after"), answer.headers.get("x-oauth-scopes")]).toEqual(["7", null]);
    expect([...answer.headers.entries()]).toContainEqual(["content-type", "application/json"]);
    const body = { said: ["POST", "Bearer secret", "text=relev%C3%A9"], relevé: "à jour" };
    expect([await answer.json(), JSON.parse(await answer.text())]).toEqual([body, body]);
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe(JSON.stringify(body));
  });

  it.each<{ case: string; answer: RequestListener; code: string | undefined }>([
    { case: "that is never answered", answer: () => undefined, code: "UND_ERR_ABORTED" },
    {
      case: "whose answer never ends",
      answer: (_, response) => void response.writeHead(200).write("{"),
      code: "UND_ERR_ABORTED",
    },
    { case: "whose line is cut", answer: (request) => request.socket.destroy(), code: "UND_ERR_SOCKET" },
    {
      case: "that is sent elsewhere",
      answer: (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      code: undefined,
    },
  ])("fails when it is one $case", async ({ answer, code }) => {
    const url = await serve(answer);
    const failed = await askingWithin(200)(url, asked).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(Reflect.get(Object(failed), "code")).toBe(code);
  });

  it("fails with the system's word where nobody listens: nothing has left", async () => {
    const url = await serve(() => undefined);
    server?.close();
    await expect(askingWithin(5_000)(url, asked)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});
