import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Doors, openDoors } from "../src/doors.ts";
import { openLog } from "../src/log.ts";

/** The largest body taken, in bytes. */
const limit = 1024 * 1024;

describe("a platform's door", () => {
  let doors: Doors;
  let came: string[];
  beforeEach(async () => {
    came = [];
    const door = async ({ body }: { readonly body: Buffer }) => {
      came.push(body.toString("utf8").slice(0, 20));
      return { status: 200, body: `{"bytes":${body.length}}` };
    };
    const platforms = new Map([["/door", door]]);
    doors = await openDoors({ isReady: async () => true, platforms, log: openLog("silent") }, "127.0.0.1", 0);
  });
  afterEach(() => doors.close());

  const post = async (body: string) => {
    const answer = await fetch(`${doors.url}/door`, { method: "POST", body });
    return [answer.status, await answer.text()];
  };

  it.each([
    ["nothing", "", 200, '{"bytes":0}'],
    ["text, by its bytes", "été", 200, '{"bytes":5}'],
    ["as much as is taken", "a".repeat(limit), 200, `{"bytes":${limit}}`],
    ["more", "a".repeat(limit + 1), 413, '{"error":"too large"}'],
  ])("given %s", async (_, body, status, said) => {
    expect(await post(body)).toEqual([status, said]);
  });

  it("is not given a request that was cut, and goes on with the next", async () => {
    const cut = (sent: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(doors.url).port), "127.0.0.1", () => {
          socket.write(`POST /door HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n${sent}`, () => {
            socket.destroy();
          });
        });
        socket.on("close", () => resolve());
      });
    await cut("");
    await cut("half of it");
    expect(await post("whole")).toEqual([200, '{"bytes":5}']);
    expect(came).toEqual(["whole"]);
  });
});
