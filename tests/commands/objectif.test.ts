import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allTargets } from "../../src/store/targets.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

describe.each(engines)("targets on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
    for (const quarter of ["T1", "T2", "T3", "T4"]) {
      await test.say(`/saisir papier 100 kg ${quarter} 2021`);
      await test.say(`/saisir formations 5 ${quarter} 2021`);
    }
    await test.say("/saisir papier 80 kg T1 2026");
    await test.say("/saisir formations 6 T1 2026");
  });
  afterAll(() => test.store.close());

  const progress = async (line: string) =>
    ((await test.say(line)) as { data: { progress: Record<string, unknown> } }).data.progress;

  it("a rate is set for a year and the following ones", async () => {
    expect(await test.say("/cairn objectif papier 2025 4 % voté en conseil")).toEqual({
      ok: true,
      command: "objectif",
      text: [
        "L’objectif est fixé, merci !",
        "Papier acheté, à partir de 2025 : 4\u00A0% de baisse par an.",
        "Composé d’année en année, cela fait -15,1\u00A0% en 2025 par rapport à 2021.",
        "Sur l’année 2025 : 339,739\u00A0kg.",
        "Il vaut aussi pour les années suivantes, jusqu’à ce qu’un autre taux soit fixé.",
        "Motif : voté en conseil",
        "→ Voir l’avancement · /cairn avancement papier",
      ].join("\n\n"),
      data: {
        target: {
          subject: "papier",
          year: 2025,
          ratePct: 4,
          unit: "%",
          by: "Référent technique",
          at: "2026-11-24T09:00:00.000Z",
          reason: "voté en conseil",
        },
      },
    });
    // 100 × 0.96^5, for the first quarter alone.
    expect(await progress("/cairn avancement papier 2026-T1")).toMatchObject({
      target: 81.537,
      targetPct: -18.46273,
      status: "on_track",
      aim: { subject: "papier", year: 2025, ratePct: 4, judged: 80, yearValue: 326.149 },
    });
    expect(await progress("/cairn avancement papier 2024")).toMatchObject({
      target: null,
      status: "insufficient_data",
    });
  });

  it("a value overrides its year, in the subject's unit", async () => {
    expect(await test.say("/cairn target papier 2026 0,3 t", { as: "politique" })).toMatchObject({
      data: { target: { subject: "papier", year: 2026, value: 300, unit: "kg", by: "Référente politique" } },
    });
    expect(await progress("/cairn avancement papier 2026-T1")).toMatchObject({
      target: 75,
      targetPct: -25,
      status: "off_track",
    });
  });

  it("an indicator that should go up is judged the other way", async () => {
    await test.say("/cairn objectif formations 2026 +3 %");
    // 5 × 1.03^5
    expect(await progress("/cairn avancement formations 2026-T1")).toMatchObject({
      target: 5.79637,
      status: "on_track",
    });
  });

  it("the card says the target, who set it and the status in words", async () => {
    const { text } = (await test.say("/cairn avancement papier 2026-T1")) as { text: string };
    expect(text.replaceAll("\u00A0", " ")).toContain(
      "Objectif pour les mêmes chiffres : 75 kg, soit -25 % depuis 2021. C’est au-dessus de l’objectif, de plus de 5 %.\n\n300 kg pour 2026, fixé par Référente politique le 24 novembre 2026 à 10:00.",
    );
  });

  it.each([
    ["/cairn objectif ges 2026 12 t", { subject: "ges", year: 2026, value: 12000, unit: "kgCO2e" }],
    ["/cairn objectif ges 2027 12 000 kg", { subject: "ges", year: 2027, value: 12000, unit: "kgCO2e" }],
    [
      "/cairn objectif déchets l’an prochain -4,5 %",
      { subject: "dechets", year: 2027, ratePct: 4.5, unit: "%" },
    ],
    ["/cairn objectif ressources 2026 90", { subject: "ressources", year: 2026, value: 90, unit: "index" }],
    ["/cairn objectif temps-referent 2026 15 jours", { subject: "temps-referent", value: 15, unit: "jour" }],
    ["/cairn objectif ges 2021 0 %", { subject: "ges", year: 2021, ratePct: 0 }],
  ])("%s", async (line, target) => {
    expect(await test.say(line)).toMatchObject({ ok: true, data: { target } });
  });

  it("the same line again sets nothing new", async () => {
    const before = await allTargets(test.store.db);
    await test.say("/cairn objectif ressources 2026 90", { at: "2026-11-25T09:00:00Z" });
    expect(await allTargets(test.store.db)).toEqual(before);
  });

  it.each([
    ["/cairn objectif", "missing_argument", "technique"],
    ["/cairn objectif ges", "missing_argument", "technique"],
    ["/cairn objectif ges 2026", "missing_argument", "technique"],
    ["/cairn objectif licornes 2026 4%", "unknown_indicator", "technique"],
    ["/cairn objectif AI.2 2026 4%", "unknown_indicator", "technique"],
    ["/cairn objectif ges 2020 4%", "invalid_period", "technique"],
    ["/cairn objectif ges T3 2026 4%", "invalid_period", "technique"],
    ["/cairn objectif ges 4% 2026", "invalid_period", "technique"],
    ["/cairn objectif ges 2026 +4%", "invalid_number", "technique"],
    ["/cairn objectif formations 2026 -4%", "invalid_number", "technique"],
    ["/cairn objectif ges 2026 101 %", "invalid_number", "technique"],
    ["/cairn objectif temps-referent 2026 4 %", "invalid_number", "technique"],
    ["/cairn objectif ges 2026 12 kWh", "unit_mismatch", "technique"],
    ["/cairn objectif ges 2026 1.234 t", "ambiguous_number", "technique"],
    ["/cairn objectif ges 2026 4%", "not_allowed", "energie"],
    ["/cairn objectif papier 2026 4%", "not_allowed", "energie"],
    ["/cairn objectif ges 2026 4%", "not_allowed", "membre"],
    ["/cairn objectif ges 2026 4%", "not_allowed", "admin"],
  ])("%s: %s for %s, and nothing is set", async (line, code, as) => {
    const before = await allTargets(test.store.db);
    expect(await test.say(line, { as })).toMatchObject({ ok: false, error: { code } });
    expect(await allTargets(test.store.db)).toEqual(before);
  });

  it("a rate the wrong way is told what to write", async () => {
    expect(await test.say("/cairn objectif ges 2026 +4%")).toMatchObject({
      error: {
        message: "« +4% » ne convient pas ici.",
        hint: "Pour ce sujet, le taux est une baisse : écrivez 4 % ou -4 %.",
        data: { typed: "+4%", expected: "fall" },
      },
    });
  });
});
