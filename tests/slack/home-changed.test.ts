import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { header, paragraph, plain } from "../support/slack-blocks.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { homeBot, homesFor, hourIn, inHome, openHome, words } from "../support/slack-home.ts";
import { give } from "../support/slack-home-blocks.ts";
import { fields, list } from "../support/slack-texts.ts";

describe.each(engines)("the App Home on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await homeBot(engine);
  });
  afterAll(() => bot.close());

  const open = (user: string) => openHome(bot, user);
  const homeOf = (user: string) => homesFor(bot, user).at(-1);
  const homesOf = (user: string) => homesFor(bot, user).length;

  describe("refreshes", () => {
    it("after a figure of that person, however it is given in Slack", async () => {
      await open("UENERGIE");
      await bot.command("/saisir", "eau 4 m3 T3");
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Eau du robinet, T3 2026 : 4\u00A0m3");
      await bot.press("/saisir papier 12 kg T3");
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Papier acheté, T3 2026 : 12\u00A0kg");
      const message = { type: "message", channel: "D0ENERGIE", channel_type: "im", user: "UENERGIE" };
      bot.slack.channels.add("D0ENERGIE");
      await bot.event({ ...message, text: "annuler papier T3 erreur", ts: "1790000500.000200" });
      await expect.poll(() => words(homeOf("UENERGIE"))).not.toContain("Papier acheté, T3 2026 : 12");
    });

    it("after a preference of theirs, set by a line", async () => {
      await bot.command("/cairn", "rappels 14h");
      await expect.poll(() => hourIn(homeOf("UENERGIE"))).toBe("14");
    });

    it("without keeping the answer of the figure waiting", async () => {
      const release = bot.slack.hold("views.publish");
      const before = homesOf("UENERGIE");
      const answer = await bot.command("/saisir", "eau 5 m3 T2");
      const heldAt = homesOf("UENERGIE");
      release();
      expect(answer.body).toContain("5\u00A0m3");
      expect(heldAt).toBe(before);
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Eau du robinet, T2 2026 : 5\u00A0m3");
    });

    it("of nobody who never opened it", async () => {
      await bot.command("/saisir", "train 500 km T3", { user_id: "UMOBILITE" });
      await bot.platform.stop();
      expect(homesOf("UMOBILITE")).toBe(0);
    });

    it("not after a line that changes nothing, or that is refused", async () => {
      const before = homesOf("UENERGIE");
      await bot.command("/cairn", "bilan 2025");
      await bot.command("/cairn", "rappels 3h");
      await bot.platform.stop();
      expect(homesOf("UENERGIE")).toBe(before);
    });
  });

  describe("has controls that", () => {
    const set = async (user: string, action: object) => {
      const before = homesOf(user);
      expect(await bot.press("", inHome(user, action))).toEqual({ status: 200, body: "" });
      await expect.poll(() => homesOf(user)).toBe(before + 1);
      return homeOf(user);
    };
    const prefer = async () => {
      const { preferences } = fields((await bot.test.say("rappels", { as: "energie" }))["data"]);
      return fields(preferences);
    };
    const pick = (value: string) => ({ type: "static_select", selected_option: { text: plain("x"), value } });
    const day = (value: string | null) => ({
      type: "datepicker",
      action_id: "home:snooze",
      selected_date: value,
    });

    it("set the hour of reminders", async () => {
      const home = await set("UENERGIE", { action_id: "home:hour", ...pick("10") });
      expect(hourIn(home)).toBe("10");
      expect(await prefer()).toMatchObject({ hour: 10 });
    });

    it("pause the reminders, and resume them", async () => {
      const home = await set("UENERGIE", day("2026-12-24"));
      expect(words(home)).toContain("Rappels en pause jusqu’au 24 décembre 2026");
      expect(words(home)).toContain('"initial_date":"2026-12-24"');
      expect(await prefer()).toMatchObject({ snoozedUntil: "2026-12-24" });
      const again = await set("UENERGIE", { type: "button", action_id: "home:resume", value: "resume" });
      expect(words(again)).toContain("Mettre les rappels en pause");
      expect(await prefer()).toMatchObject({ snoozedUntil: null });
    });

    it("say on top of the Home why a change is refused, and only once", async () => {
      const before = await prefer();
      const home = await set("UENERGIE", day("2026-11-01"));
      expect(list(home?.["blocks"]).slice(0, 3)).toEqual([
        give,
        header("« 2026-11-01 » est déjà passé."),
        paragraph("Donnez un jour à venir, avec son année si besoin."),
      ]);
      expect(await prefer()).toEqual(before);
      expect(words(await open("UENERGIE"))).not.toContain("déjà passé");
    });

    it.each<[string, object]>([
      ["words that no menu of Cairn’s offers", { action_id: "home:hour", ...pick("slack") }],
      ["a language that no menu offers", { action_id: "home:language", ...pick("Europe/Paris") }],
      ["nothing picked", day(null)],
      ["another control", { type: "button", action_id: "home:other", value: "2026-12-24" }],
    ])("change nothing for %s", async (_, action) => {
      const before = await prefer();
      const home = await set("UENERGIE", action);
      expect(words(home)).not.toContain("Je ne sais pas régler");
      expect(await prefer()).toEqual(before);
    });

    it("are for members: a guest’s press changes nothing", async () => {
      const home = await set("UINVITE", { action_id: "home:hour", ...pick("11") });
      expect(words(home)).toContain("Votre compte est celui d’un invité.");
      expect(await prefer()).toMatchObject({ hour: 10 });
    });

    it("set the language, in which the Home is drawn at once", async () => {
      const home = await set("UENERGIE", { action_id: "home:language", ...pick("en") });
      expect(words(home)).toContain("What is expected of you");
      expect(await prefer()).toMatchObject({ language: "en" });
      await set("UENERGIE", { action_id: "home:language", ...pick("fr") });
      expect(await prefer()).toMatchObject({ language: "fr" });
    });
  });
});
