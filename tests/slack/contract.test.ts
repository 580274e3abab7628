import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLog } from "../../src/log.ts";
import { PlatformError } from "../../src/platforms/platform.ts";
import { slackOver } from "../../src/platforms/slack/slack.ts";
import { terminalPlatform } from "../../src/platforms/terminal/platform.ts";
import { faultOf, platformContract } from "../platforms/contract.ts";
import { freshCairn } from "../support/cairn.ts";
import { now, type SlackBot, settingsFor, slackBot } from "../support/slack-bot.ts";
import { type Mishap, token } from "../support/slack-double.ts";

platformContract("Slack", async () => {
  const { platform, slack, close } = await slackBot("pglite");
  return {
    platform,
    place: "slack:C0CLUSTER",
    gone: "slack:C0ARCHIVE",
    member: { account: "UENERGIE", email: "energie@cluster.example" },
    stranger: "UINCONNU",
    shown: () => slack.posted.map(({ text }) => text),
    close,
  };
});

platformContract("terminal", async () => {
  const { cairn, store } = await freshCairn("pglite");
  const shown: string[] = [];
  return {
    platform: terminalPlatform(cairn.plan, (text) => void shown.push(text)),
    place: "terminal:energie@cluster.example",
    gone: null,
    member: { account: "Energie@cluster.example", email: "energie@cluster.example" },
    stranger: "inconnu@ailleurs.example",
    shown: () => shown,
    close: () => store.close(),
  };
});

describe("what Slack answers to a post is told in one of our words, with its cause", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
  });
  afterAll(() => bot.close());
  const card = { title: "Bilan", blocks: [] };
  const post = () => bot.platform.post("slack:C0CLUSTER", card, { language: "fr" });

  it.each<[string, Mishap, object]>([
    ["too fast", { kind: "too_fast", retryAfterS: 30 }, { fault: "rate_limited", retryAfterS: 30 }],
    [
      "a revoked token",
      { kind: "error", error: "token_revoked" },
      { fault: "unauthorised", retryAfterS: null },
    ],
    ["an archived channel", { kind: "error", error: "is_archived" }, { fault: "gone", code: "is_archived" }],
    ["its own failure", { kind: "error", error: "internal_error" }, { fault: "unreachable" }],
    ["HTTP 500", { kind: "status", status: 500 }, { fault: "unreachable", code: "http_500" }],
    ["HTTP 400", { kind: "status", status: 400 }, { fault: "rejected", code: "http_400" }],
    ["a refusal", { kind: "error", error: "msg_too_long" }, { fault: "rejected", code: "msg_too_long" }],
    ["a cut", { kind: "cut" }, { fault: "unreachable" }],
  ])("%s", async (_, mishap, told) => {
    bot.slack.mishaps.set("chat.postMessage", [mishap]);
    const before = bot.slack.calls.length;
    const error: unknown = await post().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ ...told, cause: expect.any(Error) });
    // Asked once: trying again is for the delivery.
    expect(bot.slack.calls.length - before).toBe(1);
  });

  it("nothing of the token is in an error", async () => {
    bot.slack.mishaps.set("chat.postMessage", [{ kind: "cut" }, { kind: "status", status: 500 }]);
    for (let count = 0; count < 2; count++) {
      const error: unknown = await post().catch((reason: unknown) => reason);
      const { inspect } = await import("node:util");
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
    }
  });

  it.each([
    ["a token that Slack does not know", { botToken: "xoxb-other" }, "unauthorised"],
    ["another workspace’s token", { teamId: "T0AUTRE" }, "unauthorised"],
    ["a Slack that does not answer", { apiUrl: "http://127.0.0.1:9/api/" }, null],
  ])("starting with %s", async (_, changes, fault) => {
    const right = settingsFor(bot.slack);
    const parts = { cairn: bot.test.cairn, log: openLog("silent"), now: () => now };
    expect(await faultOf(slackOver({ ...right, ...changes }, parts).start())).toBe(fault);
  });
});
