import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlatformError } from "../../src/platforms/platform.ts";
import { engines } from "../support/databases.ts";
import { tenantId } from "../support/teams-authority.ts";
import { inChannel, bot as self, type TeamsBot, teamsBot } from "../support/teams-bot.ts";

const card = { title: "Rappel", blocks: [] };
const french = { language: "fr" } as const;
let bot: TeamsBot;

const known = async () =>
  await bot.test.store.db
    .selectFrom("teams_conversation")
    .select(["conversation", "kind", "account", "stopped"])
    .orderBy("conversation")
    .execute();
const reach = (name: string) => bot.platform.reach(`${name}@cluster.example`);
const refusal = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof PlatformError ? `${error.fault} ${error.code}` : error;
};
const personal = { conversation: "a:energie", kind: "personal", account: "aad-energie", stopped: null };

describe.each(engines)("where people are reached, on %s", (engine) => {
  beforeEach(async () => {
    bot = await teamsBot(engine);
  });
  afterEach(() => bot.close());

  it("a conversation is known from its installation, a message or a press, and forgotten once the app is removed", async () => {
    await bot.deliver(bot.activity({ type: "installationUpdate", action: "add" }));
    expect(await known()).toEqual([personal]);
    await bot.say("plan", inChannel);
    expect(await known()).toEqual([
      { conversation: "19:cluster@thread.tacv2", kind: "channel", account: null, stopped: null },
      personal,
    ]);
    await bot.deliver(bot.activity({ type: "installationUpdate", action: "remove" }));
    await bot.deliver(
      bot.activity({ type: "conversationUpdate", membersRemoved: [{ id: self.id }], ...inChannel }),
    );
    expect(await known()).toEqual([]);
  });

  it("somebody else who leaves a conversation changes nothing", async () => {
    await bot.say("plan");
    await bot.deliver(bot.activity({ type: "conversationUpdate", membersRemoved: [{ id: "29:dechets" }] }));
    expect(await known()).toEqual([personal]);
  });

  it("a person's newer conversation takes the place of the older one", async () => {
    await bot.say("plan");
    await bot.say("plan", { conversation: { id: "a:newer", conversationType: "personal" } });
    expect(await known()).toEqual([{ ...personal, conversation: "a:newer" }]);
    expect(await reach("energie")).toBe("teams:a%3Anewer");
  });

  it("somebody who never wrote is found in the roster, page by page, and their conversation is made once", async () => {
    await bot.say("plan", inChannel);
    const place = await reach("politique");
    expect(await reach("politique")).toBe(place);
    expect(bot.teams.calls.filter((call) => call === "POST /v3/conversations")).toHaveLength(1);
    await bot.platform.post(place, card, french);
    expect(bot.teams.sent.at(-1)?.conversation).toBe('a:[{"id":"29:politique"}]');
    expect(bot.teams.calls.filter((call) => call.endsWith("/pagedmembers")).length).toBeGreaterThan(1);
  });

  it.each(["invite", "ailleurs", "personne"])("%s is reached by nobody", async (name) => {
    await bot.say("plan", inChannel);
    expect(await refusal(reach(name))).toBe("gone not_in_roster");
  });

  it.each(["BotDisabledByAdmin", "BotNotInConversationRoster", "MessageWritesBlocked"])(
    "after %s nothing more is sent, until the person writes again",
    async (word) => {
      await bot.say("plan");
      const place = await reach("energie");
      bot.teams.closed.set("a:energie", word);
      expect(await refusal(bot.platform.post(place, card, french))).toBe(`gone ${word}`);
      const before = bot.teams.calls.length;
      expect(await refusal(reach("energie"))).toBe(`gone ${word}`);
      expect(bot.teams.calls.length).toBe(before);
      bot.teams.closed.clear();
      await bot.say("plan");
      expect(await reach("energie")).toBe(place);
    },
  );

  it("another refusal stops nothing", async () => {
    await bot.say("plan");
    const place = await reach("energie");
    bot.teams.mishaps.push({ kind: "status", status: 403, body: { error: { code: "Forbidden" } } });
    expect(await refusal(bot.platform.post(place, card, french))).toBe("gone Forbidden");
    expect(await reach("energie")).toBe(place);
  });

  it("a person who is erased leaves no conversation", async () => {
    await bot.say("plan");
    const { db } = bot.test.store;
    await db.deleteFrom("person").where("email", "=", "energie@cluster.example").execute();
    expect(await known()).toEqual([]);
  });

  it("the tenant is named when a conversation is made", async () => {
    await bot.say("plan", inChannel);
    await reach("politique");
    expect(bot.teams.created).toMatchObject([{ tenantId, members: [{ id: "29:politique" }] }]);
  });
});
