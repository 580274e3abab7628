import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { channel, inChannel, bot as self, shownIn, type TeamsBot, teamsBot } from "../support/teams-bot.ts";

let bot: TeamsBot;
const figures = async () =>
  await bot.test.store.db.selectFrom("entry").select(["indicator", "period", "value", "platform"]).execute();
const group = { conversation: { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true } };

describe.each(engines)("messages, on %s", (engine) => {
  beforeAll(async () => {
    bot = await teamsBot(engine);
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.teams.sent.length = 0;
  });

  it("a figure said to Cairn is recorded as Teams', and its receipt answers where it was said", async () => {
    const answered = await bot.say("saisir electricite 1\u202F234,5 kWh T3 2026");
    expect(answered).toEqual({ status: 200, body: "" });
    expect(await figures()).toEqual([
      { indicator: "electricite", period: "2026-T3", value: "1234.5", platform: "teams" },
    ]);
    const [receipt, ...others] = bot.teams.sent;
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ method: "POST", conversation: "a:energie", targeted: false });
    expect(receipt && shownIn(receipt)).toMatch(/1\s234,5\skWh/u);
  });

  it("an activity delivered again is answered once", async () => {
    const activity = bot.activity({ text: "saisir eau 12 m3 T3 2026" }, "technique");
    for (let times = 0; times < 3; times += 1) expect((await bot.deliver(activity)).status).toBe(200);
    expect(bot.teams.sent).toHaveLength(1);
  });

  it.each([
    ["a slash", "/cairn plan"],
    ["Cairn's name as a verb", "cairn plan"],
    ["the verb alone", "plan"],
    ["the editor's marks", "<p>cairn&nbsp;plan</p>"],
    ["non-breaking spaces", "cairn\u00A0plan"],
  ])("a line is read with %s", async (_, text) => {
    await bot.say(text);
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining("Cluster Montagne")]);
  });

  it.each([
    ["a channel", inChannel, `${channel};messageid=1790000000001`],
    ["a group chat", group, "19:group@thread.v2"],
  ])(
    "in %s the mention is left aside, and everybody reads the answer, where it was asked",
    async (_, where, id) => {
      const entities = [
        { type: "mention", text: "<at>Cairn</at>", mentioned: { id: self.id, name: "Cairn" } },
      ];
      await bot.say("<at>Cairn</at>&nbsp;bilan 2025 partager", { ...where, entities });
      expect(bot.teams.sent).toMatchObject([{ conversation: id, targeted: false }]);
    },
  );

  it("the mention of somebody else stays, as their name", async () => {
    await bot.say("question <at>Alice</at>");
    expect(bot.teams.sent).toHaveLength(1);
  });

  it("a refusal in front of others is for the one who asked", async () => {
    await bot.say("saisir km-train 5 km T2 2026", inChannel, "energie");
    expect(bot.teams.sent).toMatchObject([{ targeted: true, activity: { recipient: { id: "29:energie" } } }]);
  });

  it("a slash command is answered to its author alone, and the receipt of a figure stays in their own conversation", async () => {
    const targeted = { ...inChannel, recipient: { ...self, isTargeted: true } };
    await bot.say("saisir electricite 900 kWh T2 2026", targeted);
    expect(
      bot.teams.sent.map(({ conversation, targeted: isTargeted }) => [conversation, isTargeted]),
    ).toEqual([
      [`${channel};messageid=1790000000001`, true],
      ["a:energie", false],
    ]);
  });

  it("where Teams takes no message to one member, their own conversation does", async () => {
    bot.teams.knowsTargeted = false;
    await bot.say("saisir electricite 900 kWh", { ...inChannel, recipient: { ...self, isTargeted: true } });
    bot.teams.knowsTargeted = true;
    expect(bot.teams.sent.map(({ conversation }) => conversation)).toContain("a:energie");
  });

  it("a line that says no value is answered with the form", async () => {
    await bot.say("/saisir electricite T1 2026");
    const [form] = bot.teams.sent;
    expect(JSON.stringify(form?.activity)).toContain('"verb":"entry.send"');
  });
});

describe.each(engines)("somebody who is not served, on %s", (engine) => {
  beforeAll(async () => {
    bot = await teamsBot(engine);
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.teams.sent.length = 0;
  });

  it.each([
    ["a guest", "invite", "invité"],
    ["somebody of another tenant", "ailleurs", "une seule organisation"],
    ["somebody whom the roster does not know", "inconnu", "je ne réponds qu’aux membres"],
    ["a member who is not of the plan", "passant", "passant@cluster.example"],
  ])("%s is refused politely, and nothing of them is kept", async (_, as, said) => {
    const { db } = bot.test.store;
    const before = await db.selectFrom("slack_event").selectAll().execute();
    expect((await bot.say("saisir electricite 5 kWh", {}, as)).status).toBe(200);
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining(said)]);
    expect(await figures()).toEqual([]);
    expect(await db.selectFrom("teams_conversation").selectAll().execute()).toEqual([]);
    if (as !== "passant") expect(await db.selectFrom("slack_event").selectAll().execute()).toEqual(before);
  });

  it("nobody speaks for another account: the roster must say the same Entra id", async () => {
    await bot.say("saisir electricite 5 kWh T3 2026", {
      from: { id: "29:energie", aadObjectId: "aad-dechets" },
    });
    expect(await figures()).toEqual([]);
  });

  it("a bot is not answered", async () => {
    await bot.say("bilan", { from: { id: "28:other", aadObjectId: "aad-energie" } });
    expect(bot.teams.sent).toEqual([]);
  });
});
