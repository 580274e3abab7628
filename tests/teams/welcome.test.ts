import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { channel, inChannel, bot as self, shownIn, type TeamsBot, teamsBot } from "../support/teams-bot.ts";

let bot: TeamsBot;

const installed = { type: "installationUpdate", action: "add" };
const added = { type: "conversationUpdate", membersAdded: [{ id: self.id }] };
const inGroup = { conversation: { id: "19:group@thread.v2", conversationType: "groupChat" } };
const arrive = (how: object, as?: string) => bot.deliver(bot.activity(how, as));
const kept = async () => {
  const { db } = bot.test.store;
  return [
    ...(await db.selectFrom("teams_conversation").selectAll().execute()),
    ...(await db.selectFrom("slack_event").selectAll().execute()),
  ];
};

describe.each(engines)("where Cairn arrives, on %s", (engine) => {
  beforeEach(async () => {
    bot = await teamsBot(engine);
  });
  afterEach(() => bot.close());

  it.each([
    ["is installed", installed],
    ["is added", added],
  ])("beside a person of the plan, it says hello once it %s", async (_, how) => {
    expect(await arrive(how)).toEqual({ status: 200, body: "" });
    const [hello, ...others] = bot.teams.sent;
    expect(others).toEqual([]);
    expect(hello?.conversation).toBe("a:energie");
    const said = hello === undefined ? "" : shownIn(hello);
    expect(said).toContain("Bonjour, je suis Cairn");
    expect(said).toContain("Vos rappels arrivent ici");
    const lines = [...JSON.stringify(hello?.activity).matchAll(/"data":\{"line":"([^"]*)"/gu)];
    expect(lines.map(([, line]) => line)).toEqual([
      "/saisir",
      "/question Où en est-on sur les déchets par rapport à l’an dernier ?",
      "/cairn aide",
      "/cairn rappels",
    ]);
  });

  it("Teams may say it in two ways, and each of them again: hello is said once", async () => {
    const activities = [bot.activity(installed), bot.activity(added), bot.activity(installed)];
    for (const activity of [...activities, ...activities])
      expect((await bot.deliver(activity)).status).toBe(200);
    expect(bot.teams.sent).toHaveLength(1);
  });

  it("a hello that Teams did not take is said at the next delivery", async () => {
    const activity = bot.activity({ ...installed, conversation: { id: "a:energie" } });
    await bot.say("plan");
    bot.teams.sent.length = 0;
    bot.teams.mishaps.push({ kind: "status", status: 503 });
    expect((await bot.deliver(activity)).status).toBe(500);
    expect((await bot.deliver(activity)).status).toBe(200);
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining("Bonjour, je suis Cairn")]);
  });

  it.each([
    ["of the profile", { locale: "en-GB" }, "Hello, I am Cairn"],
    ["of Cairn, where the profile's is not spoken", { locale: "de-DE" }, "Bonjour, je suis Cairn"],
  ])("the language is the one %s", async (_, locale, said) => {
    await arrive({ ...installed, ...locale });
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ["a guest", "invite", "invité"],
    ["somebody of another tenant", "ailleurs", "une seule organisation"],
    ["somebody whom the roster does not know", "inconnu", "je ne réponds qu’aux membres"],
    ["a member who is not of the plan", "passant", "passant@cluster.example"],
  ])("%s is refused politely, once, and nothing of them is kept", async (_, as, said) => {
    for (const how of [installed, added, installed]) expect((await arrive(how, as)).status).toBe(200);
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining(said)]);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ["a team", inChannel, channel],
    ["a group chat", inGroup, "19:group@thread.v2"],
  ])("in %s it says once how to be talked to, and nothing of anybody", async (_, where, id) => {
    for (const how of [installed, added]) await arrive({ ...how, ...where }, "passant");
    const [hello, ...others] = bot.teams.sent;
    expect(others).toEqual([]);
    expect(hello?.conversation.split(";", 1)).toEqual([id]);
    expect(hello && shownIn(hello)).toContain("@Cairn bilan 2026");
    expect(JSON.stringify(hello?.activity)).not.toContain("Action.Execute");
  });

  it.each([
    ["a guest puts it in a team", { ...installed, ...inChannel }, "invite"],
    ["somebody else joins", { ...added, membersAdded: [{ id: "29:dechets" }] }, "energie"],
    ["the app is renewed", { ...installed, action: "add-upgrade" }, "energie"],
    ["the app is removed", { ...installed, action: "remove" }, "energie"],
    ["another bot installs it", { ...installed, from: { id: "28:other" } }, "energie"],
  ])("nothing is said when %s", async (_, how, as) => {
    expect((await arrive(how, as)).status).toBe(200);
    expect(bot.teams.sent).toEqual([]);
  });
});
