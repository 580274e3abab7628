import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { paragraph, plain } from "../support/slack-blocks.ts";
import { form, member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { teamId } from "../support/slack-double.ts";
import { opened } from "../support/slack-forms.ts";

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

const mobility = { id: "UMOBILITE", username: "mobilite", team_id: teamId };

function shortcut(user: string, changes: object = {}) {
  const payload = {
    type: "shortcut",
    token: "none",
    action_ts: "1790000000.000100",
    team: { id: teamId, domain: "cluster" },
    user: { id: user, username: user, team_id: teamId },
    is_enterprise_install: false,
    enterprise: null,
    callback_id: "saisir",
    trigger_id: `7.${user}.${bot.slack.viewed.length}`,
    ...changes,
  };
  return bot.deliver(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form);
}

const give = { type: "button", action_id: "form:give", block_id: "b", value: "give", action_ts: "1.1" };

describe("a line that lacks the value opens the form", () => {
  it.each([
    ["eau", "eau", "2026-T3"],
    ["EAU T2 2026", "eau", "2026-T2"],
    ["eau 2025-T4", "eau", "2025-T4"],
    ["eau premier trimestre 2026", "eau", "2026-T1"],
    ["gaz", "gaz", "2026-T2"],
  ])("/saisir %s: %s, %s first", async (words, indicator, period) => {
    const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", words));
    expect([window.held("indicator"), window.held("period"), window.held("value")]).toEqual([
      indicator,
      period,
      null,
    ]);
  });

  it("/cairn saisir eau does the same, and so does a reminder’s button", async () => {
    const typed = await opened(bot, "UENERGIE", () => bot.command("/cairn", "saisir eau T2 2026"));
    const pressed = await opened(bot, "UENERGIE", () => bot.press("/saisir eau 2026-T2"));
    expect(pressed.view()).toEqual(typed.view());
  });

  it("with a light view before anything is looked up, then the form with the unit in its place", async () => {
    const release = bot.slack.hold("views.open");
    await bot.command("/saisir", "papier T3 2026");
    await expect.poll(() => bot.slack.calls).toContain("views.open");
    const before = bot.slack.viewed.length;
    release();
    await expect.poll(() => bot.slack.viewed.length).toBe(before + 1);
    expect(bot.slack.viewed.at(-1)?.view).toEqual({
      type: "modal",
      callback_id: "saisir:waiting",
      title: plain("Donner un chiffre"),
      close: plain("Fermer"),
      blocks: [paragraph("Un instant…")],
    });
    const { modals } = bot.slack;
    await expect
      .poll(() => JSON.stringify([...modals.values()].at(-1)?.view))
      .toContain("En kg ; aussi acceptés, écrits après le nombre : ");
  });

  it("says what it did not find, and asks", async () => {
    const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "pommes T3 2026"));
    expect(window.words()).toContain("Je ne trouve pas l’indicateur « pommes");
    expect(window.held("indicator")).toBeNull();
  });

  it.each([
    [
      "somebody else’s indicator",
      () => bot.command("/saisir", "eau", { user_id: "UMOBILITE" }),
      "n’est pas le vôtre",
    ],
    [
      "somebody else’s button",
      () => bot.press("/saisir eau 2026-T3", { user: mobility }),
      "n’est pas le vôtre",
    ],
    ["a reader", () => bot.command("/saisir", "", { user_id: "UREADER" }), "Votre rôle ne permet pas"],
    ["a guest", () => bot.command("/saisir", "", { user_id: "UGUEST" }), "celui d’un invité"],
  ])("but not for %s, who is told so in it", async (_, open, said) => {
    const window = await opened(bot, "UMOBILITE", open);
    expect(window.words()).toContain(said);
    expect(window.view()["submit"]).toBeUndefined();
  });

  it("but not through another workspace", async () => {
    const before = bot.slack.viewed.length;
    const { body } = await bot.command("/saisir", "", { team_id: "T0AUTRE" });
    expect(body).toContain("un seul espace Slack");
    expect(bot.slack.viewed).toHaveLength(before);
  });
});

describe("without an indicator", () => {
  it.each([
    ["/saisir alone", () => bot.command("/saisir", "")],
    ["the shortcut", () => shortcut("UENERGIE")],
    ["the App Home’s button", () => bot.press("", { actions: [give], response_url: undefined })],
  ])("%s begins with what waits for the person, the newest quarter first", async (_, open) => {
    const window = await opened(bot, "UENERGIE", open);
    expect([window.held("indicator"), window.held("period")]).toEqual(["electricite", "2026-T3"]);
    expect(window.words()).toMatch(/^Chiffre 1 sur \d+\n/u);
  });

  it("a referent begins with their own, not with everybody’s", async () => {
    const window = await opened(bot, "UREFERENT", () => bot.command("/saisir", "", { user_id: "UREFERENT" }));
    expect([window.held("indicator"), window.held("period")]).toEqual(["temps-referent", "2026-T3"]);
  });

  it("in the person’s language", async () => {
    const window = await opened(bot, "UENGLISH", () => bot.command("/saisir", "", { user_id: "UENGLISH" }));
    expect(window.view()["title"]).toEqual(plain("Give a figure"));
  });
});

describe("when Slack opens no form", () => {
  it.each(["expired_trigger_id", "exchanged_trigger_id", "internal_error"])(
    "(%s) the person is told what to type, and may try again",
    async (error) => {
      bot.slack.mishaps.set("views.open", [{ kind: "error", error }]);
      await bot.command("/saisir", "eau T2 2026");
      await expect.poll(() => bot.slack.responded).toHaveLength(1);
      const [said] = bot.slack.responded;
      expect(said).toMatchObject({
        id: "command",
        response_type: "ephemeral",
        text: expect.stringContaining("/saisir eau VALEUR 2026-T2"),
      });
      expect(JSON.stringify(said?.blocks)).toContain('"value":"/saisir eau T2 2026"');
    },
  );

  it("by direct message where there is no response_url", async () => {
    bot.slack.mishaps.set("views.open", [{ kind: "error", error: "expired_trigger_id" }]);
    await shortcut("UENERGIE");
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([
        { channel: "DENERGIE", text: expect.stringContaining("/saisir electricite VALEUR 2026-T3") },
      ]);
  });

  it("a message, which cannot open one, is answered with a button that does", async () => {
    const event = {
      type: "message",
      channel_type: "im",
      channel: "D1",
      user: "UENERGIE",
      text: "saisir eau T2 2026",
      ts: "1.1",
    };
    await bot.event(event);
    await expect.poll(() => bot.slack.posted).toHaveLength(1);
    expect(JSON.stringify(bot.slack.posted)).toContain('"value":"/saisir eau T2 2026"');
    const window = await opened(bot, "UENERGIE", () => bot.press("/saisir eau T2 2026"));
    expect(window.held("indicator")).toBe("eau");
  });
});

it("no form that was only opened leaves a figure", async () => {
  expect(await allEntries(bot.test.store.db)).toHaveLength(1);
});
