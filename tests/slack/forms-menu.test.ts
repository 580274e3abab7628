import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { offered, opened } from "../support/slack-forms.ts";

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot("pglite");
  bot.slack.users.set("UGUEST", member("UGUEST", "energie", { is_restricted: true }));
  bot.slack.users.set("UREADER", member("UREADER", "membre"));
  bot.slack.users.set("UREFERENT", member("UREFERENT", "technique"));
  bot.slack.users.set("UENGLISH", member("UENGLISH", "dechets", { locale: "en-GB" }));
  await bot.command("/saisir", "gaz 12 kWh T3 2026");
});
afterAll(() => bot.close());
beforeEach(() => {
  for (const list of [bot.slack.responded, bot.slack.posted, bot.slack.calls]) list.length = 0;
});

describe("the menu of indicators", () => {
  it.each([
    ["", [["À donner", ["electricite", "gaz", "eau", "papier"]]]],
    ["ELEC", [["À donner", ["electricite"]]]],
    ["electricité", [["À donner", ["electricite"]]]],
    ["robinet", [["À donner", ["eau"]]]],
    ["train", []],
    ["zzz", []],
  ])("typed “%s” offers an owner their own", async (query, found) => {
    expect(await offered(bot, "UENERGIE", query)).toEqual(found);
  });

  it("offers a referent all of them, their own first", async () => {
    const { indicators } = await bot.test.cairn.plan();
    const [own, others] = await offered(bot, "UREFERENT", "");
    expect([own?.[0], others?.[0]]).toEqual(["À donner", "Les autres"]);
    const all = [...(own?.[1] ?? []), ...(others?.[1] ?? [])];
    expect(all.toSorted()).toEqual(indicators.map(({ slug }) => slug).toSorted());
  });

  it.each([
    ["a guest", "UGUEST", {}],
    ["a stranger", "UHIDDEN", {}],
    ["a reader", "UREADER", {}],
    ["another workspace", "UENERGIE", { team: { id: "T0AUTRE", domain: "autre" } }],
  ])("offers nothing to %s", async (_, account, changes) => {
    expect(await offered(bot, account, "", changes)).toEqual([]);
  });
});

describe("choosing an indicator", () => {
  it("shows its unit and its quarter, and keeps all that was typed", async () => {
    const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "electricite"));
    window.type("value", "31");
    window.type("note", "relevé");
    window.choose("indicator", "gaz");
    await window.act("indicator");
    await expect.poll(() => window.held("period")).toBe("2026-T2");
    expect([window.held("indicator"), window.held("value"), window.held("note")]).toEqual([
      "gaz",
      "31",
      "relevé",
    ]);
    expect(window.words()).toContain("En kWh");
  });

  it("keeps the quarter that the person chose", async () => {
    const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "electricite"));
    window.choose("period", "2025-T1");
    window.choose("indicator", "eau");
    await window.act("indicator");
    await expect.poll(() => window.words()).toContain("En m3");
    expect(window.held("period")).toBe("2025-T1");
  });

  it("changes nothing of a view that changed meanwhile", async () => {
    const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "electricite"));
    const release = bot.slack.hold("views.update");
    window.choose("indicator", "eau");
    await window.act("indicator");
    const [id = ""] = window.ids();
    const now = bot.slack.modals.get(id);
    bot.slack.modals.set(id, { view: now?.view ?? {}, hash: "99.a" });
    release();
    await bot.platform.stop();
    expect(bot.slack.modals.get(id)).toEqual({ view: now?.view, hash: "99.a" });
  });
});
