import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { ModelQuestion } from "../../src/commands/second-reader.ts";
import { chatReader } from "../../src/model/chat-endpoint.ts";

const question: ModelQuestion = {
  text: "les bacs de verre, ça donne quoi ?",
  measures: [{ measure: "dechets-verre", label: "Verre" }],
  today: "2026-T4",
  referenceYear: 2021,
};
const query = { intent: "value", measure: "dechets-verre", period: null, against: null };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A model on this machine; gives the address to set. */
async function model(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/v1`;
}

function completion(content: string): string {
  return JSON.stringify({ choices: [{ message: { role: "assistant", content } }] });
}

async function readWith(answer: RequestListener, limitMs = 1000): Promise<unknown> {
  return chatReader({ url: await model(answer), key: "k", name: "small" }, limitMs)(question);
}

describe("a language model", () => {
  it("is asked once, for JSON of a closed schema, and told nothing but the question, the measures and the quarter", async () => {
    const asked: unknown[] = [];
    const url = await model((request, response) => {
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        asked.push([request.method, request.url, request.headers.authorization, JSON.parse(text)]);
        response.end(completion(JSON.stringify(query)));
      });
    });
    expect(await chatReader({ url: `${url}/`, key: "secret", name: "small" })(question)).toEqual(query);
    expect(asked).toEqual([
      [
        "POST",
        "/v1/chat/completions",
        "Bearer secret",
        {
          model: "small",
          messages: [
            {
              role: "system",
              content: expect.stringMatching(
                /The quarter under way is 2026-T4\. The reference year is 2021\.\nMeasures:\ndechets-verre: Verre$/u,
              ),
            },
            { role: "user", content: question.text },
          ],
          response_format: {
            type: "json_schema",
            json_schema: {
              name: "query",
              strict: true,
              schema: expect.objectContaining({
                required: ["intent", "measure", "period", "against"],
                additionalProperties: false,
              }),
            },
          },
        },
      ],
    ]);
  });

  it("without a key gets no Authorization header", async () => {
    let authorization: string | undefined = "?";
    const url = await model((request, response) => {
      authorization = request.headers.authorization;
      response.end(completion("{}"));
    });
    expect(await chatReader({ url, key: null, name: "small" })(question)).toEqual({});
    expect(authorization).toBeUndefined();
  });

  const failures: readonly (readonly [string, RequestListener])[] = [
    ["an error", (_, response) => response.writeHead(500).end(completion(JSON.stringify(query)))],
    ["words", (_, response) => response.end(completion("Il y a 1200 kg de verre."))],
    ["no completion", (_, response) => response.end('{"error":"quota"}')],
    ["no choice", (_, response) => response.end('{"choices":[]}')],
    ["no JSON", (_, response) => response.end("<html>")],
    ["nothing", (_, response) => response.end()],
    [
      "a cut answer",
      (_, response) => {
        response.writeHead(200, { "content-length": "1000" }).write('{"choices":[');
        setImmediate(() => response.destroy());
      },
    ],
    [
      "an endless answer",
      (_, response) => response.end(" ".repeat(70_000) + completion(JSON.stringify(query))),
    ],
    ["a way to another address", (_, response) => response.writeHead(307, { location: "/elsewhere" }).end()],
  ];

  it.each(failures)("that gives %s has no reading", async (_, answer) => {
    expect(await readWith(answer)).toBeNull();
  });

  it("that is late has no reading, be it before its answer or in the middle of it", async () => {
    expect(await readWith(() => undefined, 50)).toBeNull();
    expect(await readWith((_, response) => void response.write('{"choices":'), 50)).toBeNull();
  });

  it("that is not there has no reading", async () => {
    const url = await model(() => undefined);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await chatReader({ url, key: null, name: "small" })(question)).toBeNull();
  });
});
