import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { type SlackBot, slackBot } from "../support/slack-bot.ts";
import { teamId } from "../support/slack-double.ts";

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot("pglite");
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.slack.responded.length = 0;
  bot.slack.posted.length = 0;
});

const mobility = { id: "UMOBILITE", username: "mobilite", team_id: teamId };

describe("pressing a button is typing its line", () => {
  it("as the person who presses, whose answer nobody else sees", async () => {
    expect(await bot.press("/saisir electricite 12 kWh T3")).toEqual({ status: 200, body: "" });
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([
        { id: "press", response_type: "ephemeral", text: expect.stringContaining("12\u00A0kWh") },
      ]);
    expect(await allEntries(bot.test.store.db)).toHaveLength(1);
  });

  it("with the signs that Slack writes otherwise as they were", async () => {
    await bot.press("/saisir eau 4 m3 T3 relevé &lt;J&amp;M&gt;");
    await expect.poll(() => bot.slack.responded).toHaveLength(1);
    const [entry] = (await allEntries(bot.test.store.db)).filter(({ indicator }) => indicator === "eau");
    expect(entry?.note).toBe("relevé <J&M>");
  });

  it("and never shared, whatever its last word", async () => {
    await bot.press("/cairn plan AI.1 partager");
    await expect.poll(() => bot.slack.responded).toMatchObject([{ response_type: "ephemeral" }]);
  });

  it("is refused on an indicator of somebody else, and records nothing", async () => {
    const before = await allEntries(bot.test.store.db);
    await bot.press("/saisir electricite 99 kWh T2", { user: mobility });
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ text: expect.stringContaining("L’indicateur electricite n’est pas le vôtre") }]);
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });

  it("is refused through another workspace", async () => {
    const before = await allEntries(bot.test.store.db);
    await bot.press("/saisir gaz 99 kWh T2", { team: { id: "T0AUTRE", domain: "autre" } });
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ text: expect.stringContaining("un seul espace Slack") }]);
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });
});

it("a button without a response_url is answered by direct message", async () => {
  await bot.press("/cairn plan AI.1", { response_url: undefined });
  await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toEqual(["DENERGIE"]);
});

it("a response_url that Slack has closed is replaced by a direct message", async () => {
  for (let count = 1; count <= 6; count++) await bot.press("/cairn plan AI.1");
  await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toContain("DENERGIE");
});

it("a button that is not Cairn’s to run is not served", async () => {
  const action = {
    type: "button",
    action_id: "other",
    block_id: "b",
    value: "/saisir eau 1 T2",
    action_ts: "1.1",
  };
  expect((await bot.press("", { actions: [action] })).status).toBe(404);
});
