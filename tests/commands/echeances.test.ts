import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/commands/json.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const monday = "2026-10-05T08:00:00Z";

type Due = { indicator: string; period: string; due: string; status: string };
function dueOf(reply: JsonObject): Due[] {
  return JSON.parse(JSON.stringify(reply)).data.due;
}

describe.each(engines)("/cairn echeances on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
    await test.say("/saisir gaz 12 kWh T3", { as: "energie", at: monday });
  });
  afterAll(() => test.store.close());

  it("shows an owner their own figures, on one screen, with the lines that give them", async () => {
    const reply = await test.say("/cairn echeances", { as: "energie", at: monday });
    expect(reply).toMatchObject({
      ok: true,
      command: "echeances",
      text: [
        "Vos chiffres attendus",
        "88 chiffres en retard, 3 chiffres à donner, 1 chiffre donné",
        [
          "Trimestre          Échéance         État       Chiffres",
          "─────────────────  ───────────────  ─────────  ─────────────────────────────",
          "T1 2021 à T3 2025  passée           en retard  76 chiffres",
          "T4 2025            15 janvier 2026  en retard  electricite, gaz, eau, papier",
          "T1 2026            15 avril 2026    en retard  electricite, gaz, eau, papier",
          "T2 2026            15 juillet 2026  en retard  electricite, gaz, eau, papier",
          "T3 2026            15 octobre 2026  à donner   electricite, eau, papier",
        ].join("\n"),
        "Le trimestre en cours, T4 2026, sera attendu pour le 15 janvier 2027.",
        [
          "→ Électricité des bureaux, T3 2026 · /saisir electricite 2026-T3",
          "→ Eau du robinet, T3 2026 · /saisir eau 2026-T3",
          "→ Papier acheté, T3 2026 · /saisir papier 2026-T3",
          "→ Électricité des bureaux, T2 2026 · /saisir electricite 2026-T2",
          "→ Gaz naturel (kWh PCS de la facture), T2 2026 · /saisir gaz 2026-T2",
          "→ Eau du robinet, T2 2026 · /saisir eau 2026-T2",
        ].join("\n"),
      ].join("\n\n"),
    });
    const due = dueOf(reply);
    expect(due).toHaveLength(23 * 4);
    expect([due[0], due.at(-1)]).toEqual([
      { indicator: "electricite", period: "2021-T1", due: "2021-04-15", status: "late" },
      { indicator: "gaz", period: "2026-T3", due: "2026-10-15", status: "done" },
    ]);
  });

  it.each([
    { as: "technique", buttons: true },
    { as: "membre", buttons: false },
    { as: "admin", buttons: false },
  ])("shows $as the whole list, with buttons: $buttons", async ({ as, buttons }) => {
    const reply = await test.say("/cairn due T3 2026", { as, at: monday });
    expect(dueOf(reply)).toHaveLength(27);
    expect(String(reply["text"]).includes("/saisir")).toBe(buttons);
    expect(String(reply["text"]).split("\n").length).toBeLessThan(25);
  });

  it("shows a delegate the figures of who is absent, and everyone that they are", async () => {
    await test.say("/cairn absence 12/10 16/10 mobilite", { as: "energie", at: monday });
    const during = "2026-10-13T08:00:00Z";
    const own = dueOf(await test.say("/cairn echeances T3", { as: "mobilite", at: during }));
    const eau = { indicator: "eau", period: "2026-T3", due: "2026-10-15", status: "absent" };
    expect(own).toHaveLength(7 + 4);
    expect(own).toContainEqual(eau);
    expect(dueOf(await test.say("/cairn echeances T3", { as: "membre", at: during }))).toContainEqual(eau);
    expect(dueOf(await test.say("/cairn echeances T3", { as: "mobilite", at: monday }))).toHaveLength(7);
  });

  it("of a year shows its quarters, and of what is no period is refused", async () => {
    const due = dueOf(await test.say("/cairn echeances 2025", { as: "energie", at: monday }));
    expect(new Set(due.map(({ period }) => period))).toEqual(
      new Set(["2025-T1", "2025-T2", "2025-T3", "2025-T4"]),
    );
    expect(await test.say("/cairn echeances bientôt", { as: "energie", at: monday })).toMatchObject({
      error: { code: "invalid_period" },
    });
  });

  it("thanks when nothing is waiting", async () => {
    for (const slug of ["publications", "consultations"]) {
      await test.say(`/saisir ${slug} 3 T3 2026`, { as: "ressources", at: monday });
    }
    expect(await test.say("/cairn echeances T3 2026", { as: "ressources", at: monday })).toMatchObject({
      text: expect.stringContaining("tout ce qui était attendu est là, merci"),
    });
  });
});

describe.each(engines)("a partial figure on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const during = { as: "energie", at: "2026-09-20T08:00:00Z" };
  const after = { as: "energie", at: "2026-10-02T08:00:00Z" };

  it("stays due until the same figure is given again after its quarter: a new revision", async () => {
    const line = "/saisir eau 12 m3 T3 2026";
    const entry = (reply: JsonObject) => JSON.parse(JSON.stringify(reply)).data.entry;
    expect(entry(await test.say(line, during))).toMatchObject({
      revision: 1,
      partial: true,
      duplicate: false,
    });
    expect(entry(await test.say(line, during))).toMatchObject({
      revision: 1,
      partial: true,
      duplicate: true,
    });
    expect(await test.say("/cairn echeances T3 2026", after)).toMatchObject({
      text: expect.stringContaining(
        "1 chiffre a été donné avant la fin du trimestre : à confirmer ou à corriger.",
      ),
    });
    expect(entry(await test.say(line, after))).toMatchObject({
      revision: 2,
      partial: false,
      duplicate: false,
    });
    expect(entry(await test.say(line, after))).toMatchObject({
      revision: 2,
      partial: false,
      duplicate: true,
    });
    expect(dueOf(await test.say("/cairn echeances T3 2026", after))).toContainEqual(
      expect.objectContaining({ indicator: "eau", status: "done" }),
    );
  });

  it("is confirmed by a correction to the same value as well", async () => {
    await test.say("/saisir gaz 100 kWh T3 2026", during);
    expect(await test.say("/cairn corriger gaz T3 2026 100 kWh facture reçue", after)).toMatchObject({
      data: { entry: { revision: 2, partial: false, duplicate: false } },
    });
  });

  it("of another value is refused after its quarter, with the line that corrects it", async () => {
    await test.say("/saisir papier 5 kg T3 2026", during);
    expect(await test.say("/saisir papier 6 kg T3 2026", after)).toMatchObject({
      error: { code: "already_submitted", data: { line: "/cairn corriger papier 2026-T3 6 kg motif…" } },
    });
  });

  it("asked for by the button of a reminder awaits its value", async () => {
    expect(await test.say("/saisir electricite 2026-T3", after)).toMatchObject({
      error: { code: "missing_argument", data: { argument: "value" } },
    });
  });
});
