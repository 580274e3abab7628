import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

describe.each(engines)("figures on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  describe("saisir", () => {
    it("records a figure and answers with the entry and its receipt", async () => {
      expect(await test.say("/saisir electricite 1 234,5 kWh T3 facture EDF 12", { as: "energie" })).toEqual({
        ok: true,
        command: "saisir",
        text: [
          "C’est noté, merci !",
          "Électricité des bureaux, T3 2026 : 1\u202F234,5\u00A0kWh",
          "Tapé : « 1 234,5 kWh ».\nNote : facture EDF 12",
          "→ D’où vient ce chiffre · /cairn pourquoi electricite 2026-T3\n→ Historique · /cairn historique electricite 2026-T3",
        ].join("\n\n"),
        data: {
          entry: {
            indicator: "electricite",
            period: "2026-T3",
            value: 1234.5,
            unit: "kWh",
            typed: "1 234,5 kWh",
            revision: 1,
            status: "submitted",
            duplicate: false,
            partial: false,
          },
        },
      });
    });

    it("of the same value again changes nothing", async () => {
      expect(await test.say("saisir électricité 1234,50 T3", { as: "energie" })).toMatchObject({
        ok: true,
        data: { entry: { value: 1234.5, revision: 1, typed: "1 234,5 kWh", duplicate: true } },
      });
    });

    it("of another value is refused with the entry and the line that corrects it", async () => {
      expect(await test.say("/saisir electricite 1300 kWh T3", { as: "energie" })).toEqual({
        ok: false,
        command: "saisir",
        error: {
          code: "already_submitted",
          message: "Un chiffre existe déjà pour T3 2026 : 1\u202F234,5\u00A0kWh.",
          hint: "Pour le remplacer, donnez le motif : /cairn corriger electricite 2026-T3 1300 kWh motif…",
          data: {
            entry: expect.objectContaining({ value: 1234.5, revision: 1 }),
            line: "/cairn corriger electricite 2026-T3 1300 kWh motif…",
          },
        },
      });
    });

    it("is not corrected by that line as it stands, whose reason is still to write", async () => {
      const pressed = "/cairn corriger electricite 2026-T3 1300 kWh motif…";
      expect(await test.say(pressed, { as: "energie" })).toMatchObject({ error: { code: "missing_reason" } });
    });

    it("without a period is for the quarter whose collection is open", async () => {
      expect(await test.say("/saisir eau 45", { as: "energie" })).toMatchObject({
        data: { entry: { period: "2026-T3", value: 45, unit: "m3", partial: false } },
      });
    });

    it("in the quarter under way is kept as partial", async () => {
      expect(await test.say("/saisir eau 12 m3 T4 2026", { as: "energie" })).toMatchObject({
        data: { entry: { period: "2026-T4", partial: true } },
      });
    });

    it("of a zero records a zero", async () => {
      expect(await test.say("/saisir papier 0 T3", { as: "energie" })).toMatchObject({
        data: { entry: { value: 0 } },
      });
    });

    it("in another unit is converted", async () => {
      expect(await test.say("/saisir papier 12 ramettes T2 2026", { as: "energie" })).toMatchObject({
        data: { entry: { value: 30, unit: "kg", typed: "12 ramettes" } },
      });
    });

    it("of a whole year conflicts with its quarters", async () => {
      expect(await test.say("/saisir eau 180 m3 2026", { as: "energie" })).toMatchObject({
        error: { code: "conflict", data: { period: "2026", other: ["2026-T3", "2026-T4"] } },
      });
    });

    it("of a surprising figure waits for the word confirmer", async () => {
      await test.say("/saisir gaz 10000 kWh T3 2024", { as: "energie" });
      await test.say("/saisir gaz 12000 kWh T3 2025", { as: "energie" });
      const refused = await test.reply("/saisir gaz 120 MWh T3", { as: "energie" });
      expect(refused).toMatchObject({
        ok: false,
        error: {
          code: "implausible_value",
          data: {
            value: 120000,
            reason: "median",
            median: 11000,
            history: [
              { period: "2025-T3", value: 12000 },
              { period: "2024-T3", value: 10000 },
            ],
          },
        },
      });
      expect(refused.card.blocks.at(-1)).toEqual({
        type: "actions",
        actions: [{ label: "Confirmer ce chiffre", line: "/saisir gaz 120 MWh T3 confirmer" }],
      });
      expect(await test.say("/cairn historique gaz T3", { as: "energie" })).toMatchObject({
        data: { entries: [] },
      });
      expect(await test.say("/saisir gaz 120 MWh T3 CONFIRMER", { as: "energie" })).toMatchObject({
        ok: true,
        data: { entry: { value: 120000 } },
      });
    });

    it("of an ambiguous number offers both readings as lines", async () => {
      const refused = await test.reply("/saisir ter 1.234 km T3", { as: "mobilite" });
      expect(refused.card).toEqual({
        title: "« 1.234 » peut vouloir dire 1\u202F234 ou 1,234.",
        blocks: [
          { type: "text", text: "Choisissez l’un des deux : je préfère demander plutôt que deviner." },
          {
            type: "actions",
            actions: [
              { label: "C’est 1234", line: "/saisir ter 1234 km T3" },
              { label: "C’est 1,234", line: "/saisir ter 1,234 km T3" },
            ],
          },
        ],
      });
    });
  });

  describe("corriger and annuler", () => {
    it("a correction is a new revision with its reason", async () => {
      const line = "/cairn corriger electricite T3 1 254 kWh relevé vérifié au compteur";
      expect(await test.say(line, { as: "energie" })).toMatchObject({
        ok: true,
        command: "corriger",
        data: { entry: { value: 1254, revision: 2, duplicate: false } },
      });
    });

    it("a correction without a reason is refused, and changes nothing", async () => {
      expect(await test.say("/cairn corriger electricite T3 1300 kWh", { as: "energie" })).toMatchObject({
        error: { code: "missing_reason" },
      });
    });

    it("a withdrawal makes the figure missing again", async () => {
      expect(
        await test.say("/cairn annuler electricite T3 facture d’un autre site", { as: "energie" }),
      ).toMatchObject({
        command: "annuler",
        data: { entry: { value: null, revision: 3 } },
      });
      const balance = await test.say("/cairn bilan 2026-T3");
      expect(balance).toMatchObject({
        data: {
          balance: { missing: expect.arrayContaining([{ indicator: "electricite", period: "2026-T3" }]) },
        },
      });
    });

    it.each(["/cairn annuler electricite T3 encore", "/cairn corriger electricite T3 12 kWh trop tard"])(
      "%s: there is no figure to change any more",
      async (line) => {
        expect(await test.say(line, { as: "energie" })).toMatchObject({ error: { code: "not_found" } });
      },
    );

    it("every revision stays in the history, newest first, with who, when and why", async () => {
      const { data } = (await test.say("/cairn historique électricité T3", { as: "membre" })) as {
        data: { entries: object[] };
      };
      expect(data.entries).toMatchObject([
        { revision: 3, kind: "cancel", value: null, reason: "facture d’un autre site" },
        { revision: 2, kind: "correct", value: 1254, reason: "relevé vérifié au compteur" },
        {
          revision: 1,
          kind: "submit",
          value: 1234.5,
          note: "facture EDF 12",
          at: "2026-11-24T09:00:00.000Z",
          platform: "terminal",
        },
      ]);
      const year = (await test.say("/cairn historique électricité 2026")) as { data: { entries: object[] } };
      expect(year.data.entries).toHaveLength(3);
    });
  });

  describe("two people at once", () => {
    it("twenty identical submissions make one entry", async () => {
      const lines = Array.from({ length: 20 }, () => test.say("/saisir repas 210 T3", { as: "achats" }));
      const replies = await Promise.all(lines);
      expect(replies.filter((reply) => reply["ok"] === true)).toHaveLength(20);
      const { data } = (await test.say("/cairn historique repas")) as { data: { entries: object[] } };
      expect(data.entries).toHaveLength(1);
    });

    it("twenty different submissions record one figure and refuse nineteen", async () => {
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          test.say(`/saisir repas ${200 + index} T2`, { as: "achats" }),
        ),
      );
      expect(replies.filter((reply) => reply["ok"] === true)).toHaveLength(1);
      const { data } = (await test.say("/cairn historique repas T2")) as { data: { entries: object[] } };
      expect(data.entries).toHaveLength(1);
    });
  });
});
