import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import { readConfig } from "../../src/config.ts";
import { freshFolder } from "../support/folders.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** What `cairn doctor` says of a model that answers so: its line, and how the command ends. */
async function saidOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const model = { CAIRN_MODEL_URL: `http://127.0.0.1:${port}/v1`, CAIRN_MODEL_NAME: "petit" };
  const read = readConfig({ CAIRN_DATA: await freshFolder(), ...model });
  if (!read.ok) throw new Error("these variables are right");
  const { status, text } = await doctor(read.config);
  return `${status} ${text.split("\n").at(-1)}`;
}

const completion = (content: string) => JSON.stringify({ choices: [{ message: { content } }] });
const silent = (why: string) =>
  `0 à faire | modèle de langage : petit ne sert à rien en l’état (${why}) : les questions restent lues sans lui. Vérifiez CAIRN_MODEL_URL, CAIRN_MODEL_NAME et CAIRN_MODEL_KEY.`;

describe("doctor, of a language model", () => {
  it.each<[string, RequestListener, string]>([
    [
      "that answers",
      (_, response) => response.end(completion('{"intent":"value"}')),
      "0 bon | modèle de langage : petit répond ; il ne fait que proposer une lecture des questions",
    ],
    ["that refuses", (_, response) => response.writeHead(401).end("{}"), silent("réponse HTTP 401")],
    [
      "that chats",
      (_, response) => response.end(completion("Bonjour !")),
      silent("sa réponse n’est pas du JSON"),
    ],
    ["whose line is cut", (request) => request.socket.destroy(), silent("pas de réponse en trois secondes")],
  ])("%s", async (_, answer, said) => {
    expect(await saidOf(answer)).toBe(said);
  });
});
