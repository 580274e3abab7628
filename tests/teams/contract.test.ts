import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cairnOn } from "../../src/commands/cairn.ts";
import { openLog } from "../../src/log.ts";
import { PlatformError } from "../../src/platforms/platform.ts";
import { addressOf } from "../../src/platforms/teams/address.ts";
import { teamsOver } from "../../src/platforms/teams/teams.ts";
import { faultOf, platformContract } from "../platforms/contract.ts";
import { appPassword } from "../support/teams-authority.ts";
import {
  channel,
  inChannel,
  now,
  settingsFor,
  shownIn,
  type TeamsBot,
  teamsBot,
} from "../support/teams-bot.ts";
import type { Mishap } from "../support/teams-double.ts";

const inTheChannel = addressOf({ conversation: channel, activity: null });

platformContract("Teams", async () => {
  const { platform, teams, say, close } = await teamsBot("pglite");
  await say("plan", inChannel, "technique");
  teams.sent.length = 0;
  teams.closed.set("19:removed@thread.tacv2", "BotNotInConversationRoster");
  return {
    platform,
    place: inTheChannel,
    gone: addressOf({ conversation: "19:removed@thread.tacv2", activity: null }),
    member: { account: "aad-energie", email: "energie@cluster.example" },
    stranger: "aad-inconnu",
    shown: () => teams.sent.map(shownIn),
    close,
  };
});

describe("what Teams answers to a post is told in one of our words, with its cause", () => {
  let bot: TeamsBot;
  beforeAll(async () => {
    bot = await teamsBot("pglite");
    await bot.say("plan", inChannel);
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.teams.mishaps.length = 0;
  });
  const card = { title: "Bilan", blocks: [] };
  const post = () => bot.platform.post(inTheChannel, card, { language: "fr" });
  const status = (code: number, more: object = {}): Mishap => ({ kind: "status", status: code, ...more });
  const word = (code: string) => ({ body: { error: { code } } });

  it.each<[string, Mishap, object]>([
    ["too fast", status(429, { retryAfter: "7" }), { fault: "rate_limited", retryAfterS: 7 }],
    ["too fast, without a delay", status(429), { fault: "rate_limited", retryAfterS: 30 }],
    ["another write came first", status(412), { fault: "rate_limited", code: "http_412", retryAfterS: 2 }],
    [
      "a gateway that says when to come back",
      status(502, { retryAfter: "3" }),
      { fault: "rate_limited", retryAfterS: 3 },
    ],
    ["a gateway that lost the answer", status(504), { fault: "unreachable", code: "http_504" }],
    ["its own failure", status(500), { fault: "unreachable", code: "http_500" }],
    ["a token that is no longer good", status(401), { fault: "unauthorised", code: "http_401" }],
    [
      "a conversation that is gone",
      status(404, word("ConversationNotFound")),
      { fault: "gone", code: "ConversationNotFound" },
    ],
    ["a refusal", status(400, word("BadSyntax")), { fault: "rejected", code: "BadSyntax" }],
    [
      "a card too large",
      status(413, word("MessageSizeTooBig")),
      { fault: "rejected", code: "MessageSizeTooBig" },
    ],
    ["a cut", { kind: "cut" }, { fault: "unreachable" }],
    ["an answer that was lost", { kind: "lost" }, { fault: "unreachable" }],
  ])("%s", async (_, mishap, told) => {
    bot.teams.mishaps.push(mishap);
    const before = bot.teams.calls.length;
    const error: unknown = await post().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ ...told, cause: expect.any(Error) });
    // Asked once: trying again is for the delivery.
    expect(bot.teams.calls.length - before).toBe(1);
  });

  it("a message that may no longer begin does not", async () => {
    const before = bot.teams.calls.length;
    const mark = { deliveryId: "d1", isLate: () => true };
    const posting = bot.platform.post(inTheChannel, card, { language: "fr" }, mark);
    expect(await faultOf(posting)).toBe("rate_limited");
    expect(bot.teams.calls.length).toBe(before);
  });

  it("nothing of the secret nor of the token is in an error", async () => {
    bot.teams.mishaps.push({ kind: "cut" }, status(500));
    for (let count = 0; count < 2; count += 1) {
      const error: unknown = await post().catch((reason: unknown) => reason);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
        new RegExp(`${appPassword}|outgoing-token`, "u"),
      );
    }
  });

  it.each([
    ["a secret that Microsoft does not know", 401, "unauthorised"],
    ["an app that Microsoft does not know", 400, "unauthorised"],
    ["a Microsoft that fails", 503, null],
  ])("starting with %s", async (_, refusal, fault) => {
    bot.authority.refusal = refusal;
    const settings = settingsFor(bot.teams, bot.authority);
    const parts = { cairn: cairnOn(bot.test.store.db, "fr"), log: openLog("silent"), now: () => now };
    const platform = teamsOver(settings, parts);
    expect(await faultOf(platform.start())).toBe(fault);
    const word = fault === null ? "teams unreachable" : "teams unauthorised";
    expect(await platform.unready()).toBe(word);
    bot.authority.refusal = null;
  });
});
