import type { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { now, type SlackBot, slackBot } from "../support/slack-bot.ts";

let at: Temporal.Instant = now;
const clock = () => at;

describe.each([false, true])("/readyz, in Socket Mode: %s", (socketMode) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite", { socketMode, clock });
  });
  afterAll(() => bot.close());
  // Past what is remembered of the case before.
  beforeEach(() => {
    at = at.add({ seconds: 31 });
    bot.slack.calls.length = 0;
  });

  const ready = async () => {
    const response = await fetch(`${bot.url}/readyz`);
    return [response.status, await response.json()];
  };
  const asked = () => bot.slack.calls.filter((call) => call === "auth.test").length;

  it("is ready while Slack answers, which is asked once in thirty seconds", async () => {
    for (const seconds of [0, 0, 29]) {
      at = at.add({ seconds });
      expect(await ready()).toEqual([200, { status: "ready" }]);
    }
    expect(asked()).toBe(1);
    at = at.add({ seconds: 1 });
    await ready();
    expect(asked()).toBe(2);
  });

  it("says what is wrong, and is ready again once it is mended", async () => {
    bot.slack.mishaps.set("auth.test", [{ kind: "error", error: "token_revoked" }]);
    expect(await ready()).toEqual([503, { status: "slack unauthorised" }]);
    at = at.add({ seconds: 30 });
    expect(await ready()).toEqual([200, { status: "ready" }]);
  });

  it.each([
    ["no answer", { kind: "cut" }, [503, { status: "slack unreachable" }]],
    ["an outage", { kind: "status", status: 503 }, [503, { status: "slack unreachable" }]],
    [
      "being asked too fast, which is an answer",
      { kind: "too_fast", retryAfterS: 9 },
      [200, { status: "ready" }],
    ],
  ] as const)("after %s", async (_, mishap, said) => {
    bot.slack.mishaps.set("auth.test", [mishap]);
    expect(await ready()).toEqual(said);
  });

  it("waits two seconds for Slack, and no more", async () => {
    const release = bot.slack.hold("auth.test");
    const since = performance.now();
    expect(await ready()).toEqual([503, { status: "slack unreachable" }]);
    expect(performance.now() - since).toBeLessThan(3_500);
    release();
  });
});

it("/readyz is not ready while Socket Mode has no socket", async () => {
  const bot = await slackBot("pglite", { socketMode: true });
  const ready = async () => {
    const { status }: { status: string } = JSON.parse(await (await fetch(`${bot.url}/readyz`)).text());
    return status;
  };
  expect(await ready()).toBe("ready");
  const release = bot.slack.hold("apps.connections.open");
  bot.slack.sockets.cut();
  await expect.poll(ready).toBe("slack not connected");
  release();
  await bot.slack.sockets.hello(2);
  await expect.poll(ready).toBe("ready");
  await bot.close();
});
