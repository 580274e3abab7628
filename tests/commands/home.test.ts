import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { type Home, homeOf, homePreferencesOf } from "../../src/commands/home.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

describe.each(engines)("a person's own page on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const asking = (name: string, at = now) => ({
    email: name.includes("@") ? name : `${name}@cluster.example`,
    now: at,
    platform: "slack",
  });
  const home = async (name: string, at = now): Promise<Home> => {
    const reply = await homeOf(test.cairn, asking(name, at));
    if (!reply.ok) throw new Error(reply.card.title);
    return reply.home;
  };
  const titles = (cards: readonly Card[]) => cards.map(({ title }) => title);
  const lines = ({ blocks }: Card) =>
    blocks.flatMap((block) => (block.type === "actions" ? block.actions.map(({ line }) => line) : []));
  const card = async (name: string, title: string, at = now) => {
    const found = (await home(name, at)).cards.find((each) => each.title === title);
    if (found === undefined) throw new Error(`no card “${title}”`);
    return found;
  };

  const progress = [
    "Où en est le plan : gaz à effet de serre",
    "Où en est le plan : déchets",
    "Où en est le plan : ressources",
  ];

  it.each([
    ["energie", ["Ce qui est attendu de vous", "Ce que vous avez donné", ...progress], true],
    ["membre", ["Ce qui est attendu de vous", "Ce que vous avez donné", ...progress], false],
    ["admin", ["Ce qui est attendu de vous", "Ce que vous avez donné", ...progress], false],
    [
      "politique",
      ["Ce qui est attendu de vous", "Ce qui manque au plan", "Ce que vous avez donné", ...progress],
      true,
    ],
  ])("of %s holds %j", async (name, expected, mayGive) => {
    const { cards, mayGive: may, language } = await home(name);
    expect({ titles: titles(cards), may, language }).toEqual({
      titles: expected,
      may: mayGive,
      language: "fr",
    });
  });

  it("shows each what they owe themselves, and nobody else's figures", async () => {
    const owners = new Map((await test.cairn.plan()).indicators.map(({ slug, owner }) => [slug, owner]));
    for (const name of ["energie", "mobilite", "dechets", "technique"]) {
      const slugs = lines(await card(name, "Ce qui est attendu de vous"))
        .filter((line) => line.startsWith("/saisir "))
        .map((line) => line.split(" ")[1] ?? "");
      expect(slugs).toHaveLength(10);
      expect(new Set(slugs.map((slug) => owners.get(slug)))).toEqual(new Set([`${name}@cluster.example`]));
    }
  });

  it("shows the figures of an absent owner to who stands in, with whose they are", async () => {
    const at = Temporal.Instant.from("2026-12-01T09:00:00Z");
    await test.reply("absence 2026-12-01 2026-12-02 membre@cluster.example", { as: "collectif" });
    const owed = await card("membre", "Ce qui est attendu de vous", at);
    expect(lines(owed).slice(0, 2)).toEqual([
      "/saisir actions-collectives 2026-T3",
      expect.stringMatching(/^\/saisir [\w-]+ 2026-T3$/u),
    ]);
    expect(owed.blocks[0]).toEqual({
      type: "text",
      text: "Actions collectives initiées, T3 2026 : absence, attendu pour le 15 octobre 2026 ; à la place de Responsable des actions collectives.",
    });
    expect((await home("membre", at)).mayGive).toBe(true);
    const after = Temporal.Instant.from("2026-12-03T09:00:00Z");
    expect(lines(await card("membre", "Ce qui est attendu de vous", after))).toEqual([]);
  });

  it("shows the five last figures that the person gave, corrected ones as they now are, withdrawn ones no more", async () => {
    const said = (line: string, minute: number) =>
      test.reply(line, { as: "energie", at: `2026-11-24T08:0${minute}:00Z` });
    for (const [at, quarter] of ["T4 2025", "T1 2026", "T2 2026", "T3 2026"].entries())
      await said(`saisir eau ${at + 1} m3 ${quarter}`, at);
    await said("saisir gaz 7 kWh T3 2026", 4);
    await said("saisir papier 8 kg T3 2026", 5);
    await said("corriger eau T1 2026 5 m3 compteur relu", 6);
    await said("annuler gaz T3 2026 mauvais compteur", 7);
    await test.reply("saisir gaz 3 kWh T2 2026", { as: "technique" });
    const { blocks } = await card("energie", "Ce que vous avez donné");
    expect(blocks.flatMap((block) => (block.type === "text" ? [block.text] : []))).toEqual([
      "Eau du robinet, T1 2026 : 5\u00A0m3 (le 24 novembre 2026 à 09:06)",
      "Papier acheté, T3 2026 : 8\u00A0kg (le 24 novembre 2026 à 09:05)",
      "Eau du robinet, T3 2026 : 4\u00A0m3 (le 24 novembre 2026 à 09:03)",
      "Eau du robinet, T2 2026 : 3\u00A0m3 (le 24 novembre 2026 à 09:02)",
      "Eau du robinet, T4 2025 : 1\u00A0m3 (le 24 novembre 2026 à 09:00)",
    ]);
  });

  it("says when in the person's own time zone, and gives the day it is there", async () => {
    await test.reply("rappels America/New_York", { as: "energie" });
    const { blocks } = await card("energie", "Ce que vous avez donné");
    expect(blocks[0]).toEqual({
      type: "text",
      text: "Eau du robinet, T1 2026 : 5\u00A0m3 (le 24 novembre 2026 à 03:06)",
    });
    const night = Temporal.Instant.from("2026-11-25T03:00:00Z");
    const { preferences } = await home("energie", night);
    expect(preferences.today.toString()).toBe("2026-11-24");
    expect((await home("mobilite", night)).preferences.today.toString()).toBe("2026-11-25");
  });

  it("gives what can be set, with what there is to choose from, with the page or alone", async () => {
    await test.reply("rappels 11h", { as: "mobilite" });
    await test.reply("absence 2026-12-24 2027-01-02 achats@cluster.example", { as: "mobilite" });
    const { preferences, language } = await home("mobilite");
    const { absences, delegates, today, ...rest } = preferences;
    expect(rest).toEqual({
      language: "fr",
      numberProfile: "fr",
      hour: 11,
      timeZone: "Europe/Paris",
      platform: null,
      snoozedUntil: null,
      hours: [9, 10, 11, 12, 13, 14, 15, 16],
    });
    expect(today.toString()).toBe("2026-11-24");
    expect(absences.map(({ from, to, delegate }) => `${from} ${to} ${delegate}`)).toEqual([
      "2026-12-24 2027-01-02 achats@cluster.example",
    ]);
    const others = (await test.cairn.plan()).people.filter(({ email }) => !email.startsWith("mobilite"));
    expect(delegates).toEqual(others.map(({ email, name }) => ({ email, name })));
    expect(await homePreferencesOf(test.cairn, asking("mobilite"))).toEqual({
      ok: true,
      language,
      preferences,
    });
  });

  it("claims nothing that may not be said", async () => {
    for (const name of ["energie", "technique"]) {
      const { cards } = await home(name);
      expect(forbiddenIn(JSON.stringify(cards))).toEqual([]);
    }
  });

  it("of somebody who is not of the plan is a refusal, and leaves no trace", async () => {
    const people = () => test.store.db.selectFrom("person").select("email").execute();
    const before = await people();
    const refused = {
      ok: false,
      language: "fr",
      card: {
        title: "Je ne connais pas nobody@elsewhere.example.",
        blocks: [
          {
            type: "text",
            text: "L’adresse doit figurer parmi les personnes du plan ; un administrateur peut l’y ajouter.",
          },
        ],
      },
    };
    expect(await homeOf(test.cairn, asking("nobody@elsewhere.example"))).toEqual(refused);
    expect(await homePreferencesOf(test.cairn, asking("nobody@elsewhere.example"))).toEqual(refused);
    expect(await people()).toEqual(before);
  });
});
