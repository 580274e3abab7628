import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "../../src/platforms/platform.ts";
import { addressOf } from "../../src/platforms/teams/address.ts";
import { engines } from "../support/databases.ts";
import { channel, inChannel, type TeamsBot, teamsBot, textsOf } from "../support/teams-bot.ts";

const card = { title: "Rappel", blocks: [] };
const line = "/cairn echeances";
const renewing = { language: "fr", renewedBy: line } as const;
const refresh = { action: { type: "Action.Execute", title: "refresh", verb: "refresh", data: { line } } };
const shared = addressOf({ conversation: channel, activity: null });
let bot: TeamsBot;

/** What the last card sent says of its renewal. */
function lastRefresh(): unknown {
  const sent = bot.teams.sent.at(-1)?.activity;
  const [attachment] = Array.isArray(sent?.["attachments"]) ? sent["attachments"] : [];
  if (attachment === undefined) throw new Error("Nothing was sent.");
  return attachment.content.refresh;
}
const own = async (): Promise<Address> => await bot.platform.reach("energie@cluster.example");

describe.each(engines)("a card that renews itself, on %s", (engine) => {
  beforeAll(async () => {
    bot = await teamsBot(engine);
    await bot.say("plan");
    await bot.say("plan", inChannel);
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.teams.sent.length = 0;
  });

  it("does so in a person's own conversation, for the one who reads there, updated or not", async () => {
    const posted = await bot.platform.post(await own(), card, renewing);
    expect(lastRefresh()).toEqual(refresh);
    await bot.platform.update(posted, card, renewing);
    expect(lastRefresh()).toEqual(refresh);
    expect(bot.teams.sent.map(({ method }) => method)).toEqual(["POST", "PUT"]);
  });

  it("does not where several people read, whatever is asked, nor where nothing is asked", async () => {
    await bot.platform.post(shared, card, renewing);
    expect(lastRefresh()).toBeUndefined();
    await bot.platform.post(await own(), card, { language: "fr" });
    expect(lastRefresh()).toBeUndefined();
  });

  it("becomes what is owed now, which can still be put off, and what was posted stays as it is", async () => {
    const before = await bot.press("refresh", { line }, { replyToId: "1" });
    expect(before).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
    const owed = "Électricité des bureaux, T3 2026";
    expect(textsOf(before["value"])).toEqual(
      expect.arrayContaining(["Vos chiffres attendus", owed, "Me le rappeler demain"]),
    );
    await bot.say("saisir electricite 1 234,5 kWh T3 2026");
    bot.teams.sent.length = 0;
    expect(textsOf((await bot.press("refresh", { line }, { replyToId: "1" }))["value"])).not.toContain(owed);
    expect(bot.teams.sent).toEqual([]);
  });

  it("writes nothing, whatever line comes back", async () => {
    const answered = await bot.press("refresh", { line: "/saisir eau 12 m3 T3 2026" }, {}, "technique");
    expect(answered).toEqual({
      ...{ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "" },
    });
    const entries = bot.test.store.db.selectFrom("entry").select("indicator").where("indicator", "=", "eau");
    expect(await entries.execute()).toEqual([]);
  });
});
