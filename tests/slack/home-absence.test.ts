import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { paragraph, plain } from "../support/slack-blocks.ts";
import { member, type SlackBot } from "../support/slack-bot.ts";
import { homeBot, homesFor, inHome, openHome, words } from "../support/slack-home.ts";
import { option } from "../support/slack-home-blocks.ts";
import { fields, list } from "../support/slack-texts.ts";

describe.each(engines)("the App Home on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await homeBot(engine);
  });
  afterAll(() => bot.close());

  const open = (user: string) => openHome(bot, user);
  const homeOf = (user: string) => homesFor(bot, user).at(-1);

  describe("has a form of absences that", () => {
    const absences = async () => {
      const { preferences } = fields((await bot.test.say("rappels", { as: "energie" }))["data"]);
      return list(fields(preferences)["absences"]);
    };
    const send = (from: string, to: string, delegate: string | null) => {
      const chosen = delegate === null ? null : { text: plain("x"), value: delegate };
      const values = {
        from: { from: { type: "datepicker", selected_date: from } },
        to: { to: { type: "datepicker", selected_date: to } },
        delegate: { delegate: { type: "static_select", selected_option: chosen } },
      };
      const view = { id: "V0ABSENCE", type: "modal", callback_id: "home:absence", state: { values } };
      return bot.press("", inHome("UENERGIE", {}, { type: "view_submission", actions: undefined, view }));
    };

    it("opens with the days and the people of the plan", async () => {
      const press = { type: "button", action_id: "home:absence", value: "absence" };
      await bot.press("", inHome("UENERGIE", press));
      const shown = () => [...bot.slack.modals.values()].at(-1)?.view;
      await expect.poll(() => shown()?.["callback_id"]).toBe("home:absence");
      expect(shown()).toEqual({
        type: "modal",
        callback_id: "home:absence",
        title: plain("Noter une absence"),
        submit: plain("Enregistrer"),
        close: plain("Fermer"),
        blocks: [
          {
            type: "input",
            block_id: "from",
            label: plain("Premier jour"),
            element: { type: "datepicker", action_id: "from", initial_date: "2026-11-24" },
          },
          {
            type: "input",
            block_id: "to",
            label: plain("Dernier jour"),
            element: { type: "datepicker", action_id: "to", initial_date: "2026-11-24" },
          },
          {
            type: "input",
            block_id: "delegate",
            label: plain("Qui donne vos chiffres pendant ce temps"),
            optional: true,
            element: {
              type: "static_select",
              action_id: "delegate",
              placeholder: plain("Personne"),
              options: [
                option("Référent technique", "technique@cluster.example"),
                option("Référente politique", "politique@cluster.example"),
                option("Responsable mobilité", "mobilite@cluster.example"),
                option("Responsable achats", "achats@cluster.example"),
                option("Responsable déchets", "dechets@cluster.example"),
                option("Responsable du centre de ressources", "ressources@cluster.example"),
                option("Responsable des formations", "formations@cluster.example"),
                option("Responsable des actions collectives", "collectif@cluster.example"),
                option("Membre de l'équipe", "membre@cluster.example"),
                option("Administrateur", "admin@cluster.example"),
              ],
            },
          },
        ],
      });
    });

    it("opens with a light view first, before anybody is looked up", async () => {
      bot.slack.users.set("UNEUVE", member("UNEUVE", "energie"));
      const release = bot.slack.hold("users.info");
      const press = { type: "button", action_id: "home:absence", value: "absence" };
      const before = bot.slack.viewed.length;
      await bot.press("", inHome("UNEUVE", press));
      await expect.poll(() => bot.slack.viewed.length).toBe(before + 1);
      expect(bot.slack.viewed.at(-1)?.view).toEqual({
        type: "modal",
        callback_id: "saisir:waiting",
        title: plain("Noter une absence"),
        close: plain("Fermer"),
        blocks: [paragraph("Un instant…")],
      });
      release();
      await expect
        .poll(() => [...bot.slack.modals.values()].at(-1)?.view["callback_id"])
        .toBe("home:absence");
    });

    it("says in it why it is not for a guest", async () => {
      const press = { type: "button", action_id: "home:absence", value: "absence" };
      await bot.press("", inHome("UINVITE", press));
      await expect
        .poll(() => words([...bot.slack.modals.values()].at(-1)?.view))
        .toContain("Votre compte est celui d’un invité.");
    });

    it("notes an absence once, however often it is sent, and the Home shows it", async () => {
      await open("UENERGIE");
      for (let again = 0; again < 3; again++)
        expect(await send("2026-12-21", "2027-01-02", "mobilite@cluster.example")).toEqual({
          status: 200,
          body: "",
        });
      expect(await absences()).toMatchObject([
        { from: "2026-12-21", to: "2027-01-02", delegate: "mobilite@cluster.example" },
      ]);
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Absences à venir : 1");
      expect(words(homeOf("UENERGIE"))).toContain(
        "du 21 décembre 2026 au 2 janvier 2027, mobilite@cluster.example à votre place",
      );
    });

    it.each<[string, string, string, string | null, object]>([
      [
        "days in the wrong order, under the last day",
        "2027-03-10",
        "2027-03-01",
        null,
        {
          to: "« 2027-03-10 2027-03-01 » finit avant de commencer. Donnez le premier jour, puis le dernier.",
        },
      ],
      [
        "days that another absence holds, under the first day",
        "2026-12-24",
        "2026-12-25",
        null,
        { from: expect.stringContaining("en recouvre une autre") },
      ],
      [
        "oneself as the delegate, under the delegate",
        "2027-03-01",
        "2027-03-02",
        "energie@cluster.example",
        { delegate: expect.any(String) },
      ],
      [
        "somebody who is not of the plan, under the delegate",
        "2027-03-01",
        "2027-03-02",
        "nobody@elsewhere.example",
        { delegate: expect.stringContaining("nobody@elsewhere.example") },
      ],
    ])("refuses %s, and notes nothing", async (_, from, to, delegate, errors) => {
      const before = await absences();
      const { status, body } = await send(from, to, delegate);
      expect({ status, ...JSON.parse(body) }).toEqual({ status: 200, response_action: "errors", errors });
      expect(await absences()).toEqual(before);
    });

    it("takes no line in the place of a day or of an address", async () => {
      const before = await absences();
      expect(await send("2027-03-01 pour membre", "2027-03-02", null)).toEqual({ status: 200, body: "" });
      expect(await send("2027-03-01", "2027-03-02", "x@y.z pour membre@cluster.example")).toEqual({
        status: 200,
        body: "",
      });
      expect(await absences()).toEqual(before);
    });

    it("is undone by the button beside the absence", async () => {
      const cancel = { type: "button", action_id: "home:cancel:0", value: "2026-12-21" };
      await bot.press("", inHome("UENERGIE", cancel));
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Absences à venir : aucune");
      expect(await absences()).toEqual([]);
    });
  });
});
