import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type Said, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;
beforeAll(async () => {
  test = await freshCairn("pglite");
  for (const line of [
    "/saisir electricite 1 000 kWh T1 2021",
    "/saisir electricite 1 000 kWh T2 2021",
    "/saisir electricite 500 kWh T3 2021",
    "/saisir electricite 1 500 kWh T4 2021",
    "/saisir electricite 800 kWh T1 2025",
    "/saisir electricite 900 kWh T1 2026",
    "/saisir electricite 700 kWh T2 2026",
    "/saisir eau 20 m3 T1 2021",
    "/saisir eau 15 m3 T1 2026",
    "/saisir dechets-verre 40 kg T1 2021",
    "/saisir dechets-verre 30 kg T1 2026",
    "/saisir dechets-residuels 60 kg T1 2021",
    "/saisir dechets-residuels 30 kg T1 2026",
    "/saisir formations 4 T1 2021",
    "/saisir formations 6 T1 2026",
    "/saisir stagiaires 40 T1 2021",
  ]) {
    expect(await test.say(line)).toMatchObject({ ok: true });
  }
});
afterAll(() => test.store.close());

type ProgressReply = { data: { progress: Record<string, unknown>; parts?: Record<string, unknown>[] } };

async function progress(line: string, said?: Said): Promise<Record<string, unknown>> {
  const reply = await test.say(line, said);
  expect(reply).toMatchObject({ ok: true, command: "avancement" });
  return (reply as ProgressReply).data.progress;
}

describe("the progress of emissions", () => {
  it("is published whole", async () => {
    // Electricity 0.0569 in 2021, 0.0461 in 2026; glass 0.496; residual 0.386; water 0.132 per m3.
    expect(await progress("/cairn avancement ges 2026-T1", { as: "membre" })).toEqual({
      subject: "ges",
      period: { from: "2026-T1", to: "2026-T1" },
      unit: "kgCO2e",
      actual: 69.93,
      baseline: { period: "2021-T1", value: 102.54 },
      target: null,
      changePct: -31.802224,
      targetPct: null,
      activityEffect: -22.35,
      factorEffect: -10.26,
      coverage: {
        received: 4,
        expected: 20,
        missing: expect.arrayContaining([{ indicator: "gaz", period: "2026-T1" }]),
      },
      status: "no_target",
      against: "baseline",
      compared: { from: "2026-T1", to: "2026-T1", without: [], baseline: "2021-T1" },
      total: 69.93,
      projection: null,
      uncertainty: expect.any(Number),
      demonstrated: true,
      provisional: ["electricite"],
      notInPlan: [],
      leftOut: [],
      aim: null,
      referenceYear: {
        year: 2021,
        total: expect.any(Number),
        coverage: expect.objectContaining({ received: 7 }),
      },
      waste: null,
      resources: null,
    });
  });

  it.each([
    ["/cairn avancement", "2026-T1", "2026-T4", "2021", "baseline"],
    ["/cairn progress", "2026-T1", "2026-T4", "2021", "baseline"],
    ["/cairn avancement ges", "2026-T1", "2026-T4", "2021", "baseline"],
    ["/cairn avancement 2026", "2026-T1", "2026-T4", "2021", "baseline"],
    ["/cairn avancement T2", "2026-T2", "2026-T2", "2021-T2", "baseline"],
    ["/cairn avancement gaz à effet de serre 2025", "2025-T1", "2025-T4", "2021", "baseline"],
    ["/cairn avancement ges 2026-T1..2026-T3", "2026-T1", "2026-T3", "2021-T1..2021-T3", "baseline"],
    ["/cairn avancement ges T1 2026 contre l'an dernier", "2026-T1", "2026-T1", "2025-T1", "previous_year"],
    [
      "/cairn avancement T2 2026 contre le trimestre précédent",
      "2026-T2",
      "2026-T2",
      "2026-T1",
      "previous_quarter",
    ],
    ["/cairn progress ghg Q1 2026 vs last year", "2026-T1", "2026-T1", "2025-T1", "previous_year"],
    ["/cairn avancement 2026 par rapport à 2025", "2026-T1", "2026-T4", "2025", "previous_year"],
    ["/cairn avancement T1 2026 contre T4 2025", "2026-T1", "2026-T1", "2025-T4", "previous_quarter"],
    ["/cairn avancement 2026 contre 2021", "2026-T1", "2026-T4", "2021", "baseline"],
    ["/cairn avancement 2026 contre la référence", "2026-T1", "2026-T4", "2021", "baseline"],
  ])("%s: %s to %s against %s", async (line, from, to, period, against) => {
    expect(await progress(line)).toMatchObject({
      subject: "ges",
      period: { from, to },
      baseline: { period },
      against,
    });
  });

  it("against another year names it", async () => {
    expect(await progress("/cairn avancement T1 2026 contre 2023")).toMatchObject({
      against: { from: "2023-T1", to: "2023-T1" },
      baseline: { period: "2023-T1", value: null },
      status: "no_target",
    });
  });

  it("of the year so far, before its end, stops at the quarter under way", async () => {
    expect(await progress("/cairn avancement 2026", { at: "2026-05-04T09:00:00Z" })).toMatchObject({
      period: { from: "2026-T1", to: "2026-T2" },
      baseline: { period: "2021-T1..2021-T2" },
    });
  });
});

describe("other subjects", () => {
  it("an indicator in its own unit, all of the change being the activity's", async () => {
    // 4 000 kWh in 2021 × 1 600 / 2 000.
    expect(await progress("/cairn avancement electricite")).toMatchObject({
      subject: "electricite",
      unit: "kWh",
      actual: 1600,
      baseline: { period: "2021", value: 2000 },
      changePct: -20,
      activityEffect: -400,
      factorEffect: 0,
      projection: 3200,
      uncertainty: null,
    });
  });

  it("waste in kilograms, per full-time equivalent, sorted and residual", async () => {
    expect(await progress("/cairn avancement dechets 2026-T1")).toMatchObject({
      subject: "dechets",
      unit: "kg",
      actual: 60,
      baseline: { value: 100 },
      waste: {
        kg: 60,
        kgPerFte: 7.5,
        sortingRatePct: 50,
        residualKg: 30,
        baseline: { kg: 100, kgPerFte: 16.667, sortingRatePct: 40, residualKg: 60 },
        unweighed: [],
      },
    });
  });

  it("resources as an index of their changes", async () => {
    expect(await progress("/cairn avancement ressources 2026-T1")).toMatchObject({
      subject: "ressources",
      unit: "index",
      actual: 82.5,
      baseline: { period: "2021-T1", value: 100 },
      changePct: -17.5,
      activityEffect: -17.5,
      total: null,
      resources: {
        index: 82.5,
        byIndicator: [
          { indicator: "electricite", unit: "kWh", actual: 900, baseline: 1000, changePct: -10 },
          { indicator: "gaz", unit: "kWh PCS", actual: null, baseline: null, changePct: null },
          { indicator: "eau", unit: "m3", actual: 15, baseline: 20, changePct: -25 },
          { indicator: "papier", unit: "kg", actual: null, baseline: null, changePct: null },
        ],
        zeroBaseline: [],
      },
    });
  });

  it.each([
    ["AI.1", ["ges"]],
    ["ai2", ["ges"]],
    ["AI 3", ["dechets", "ressources"]],
    ["AI.4", ["temps-referent"]],
    ["AE.1", ["publications", "consultations"]],
    ["AE.2", ["formations", "stagiaires"]],
  ])("action %s is told by %j", async (code, subjects) => {
    const { data } = (await test.say(`/cairn avancement ${code} 2026-T1`)) as ProgressReply;
    expect(data.parts?.map((part) => part["subject"])).toEqual(subjects);
    expect(data.progress).toEqual(data.parts?.[0]);
  });
});

describe("what cannot be told is refused", () => {
  it.each([
    ["/cairn avancement licornes", "unknown_indicator"],
    ["/cairn avancement dech", "ambiguous_indicator"],
    ["/cairn avancement AI.9", "not_found"],
    ["/cairn avancement ges T5", "invalid_period"],
    ["/cairn avancement ges 2027", "future_period"],
    ["/cairn avancement ges 2025-T3..2025-T1", "invalid_period"],
    ["/cairn avancement ges 2024..2025", "invalid_period"],
    ["/cairn avancement ges 2025 contre la lune", "invalid_period"],
    ["/cairn avancement ges 2025 contre T3 2024", "invalid_period"],
    ["/cairn avancement ges 2025 contre 2030", "future_period"],
  ])("%s: %s", async (line, code) => {
    expect(await test.say(line)).toMatchObject({ ok: false, error: { code } });
  });
});

describe("the card", () => {
  it("says the change with both effects, what is missing, and who must set the target", async () => {
    const { text } = (await test.say("/cairn avancement ges 2026-T1")) as { text: string };
    expect(text.replaceAll("\u00A0", " ").split("\n\n")).toMatchObject([
      "Avancement : gaz à effet de serre, T1 2026",
      "À périmètre comparable : 69,93 kgCO2e pour T1 2026, contre 102,54 kgCO2e pour T1 2021, soit -31,8 %.",
      "D’où vient l’écart : -22,35 kgCO2e par l’activité, -10,26 kgCO2e par les facteurs d’émission.",
      expect.stringMatching(/^Incertitude de l’écart à 95 % : ± [\d,]+ kgCO2e\.$/u),
      "Objectif : à fixer. C’est au binôme référent de le dire (Référent technique, Référente politique) : /cairn objectif ges 2026 X %",
      expect.stringMatching(/^L’année de référence 2021 est incomplète : il y manque 73 chiffres\.$/u),
      "Provisoire : le facteur de l’année n’est pas encore publié pour Électricité des bureaux, le dernier paru est utilisé.",
      "Il manque 16 chiffres dans ce total.",
      expect.stringMatching(/^• T1 2026 : 16 \(/u),
      expect.stringMatching(
        /^→ Ouvrir le calcul · \/cairn pourquoi ges 2026-T1\n→ Comparer à l’an dernier · /u,
      ),
    ]);
  });

  it("names the quarters that do compare, and projects the year from them", async () => {
    const { text } = (await test.say("/cairn avancement electricite")) as { text: string };
    const said = text.replaceAll("\u00A0", " ").replaceAll("\u202F", " ");
    expect(said).toContain(
      "À périmètre comparable : 1 600 kWh pour T1 à T2 2026, contre 2 000 kWh pour T1 à T2 2021, soit -20 %.",
    );
    expect(said).toContain("Projection de l’année 2026 : 3 200 kWh");
    expect(said).toContain("2 chiffres de l’année 2021, sans pendant aujourd’hui, sont laissés de côté.");
  });

  it("says that nothing compares yet, rather than a zero", async () => {
    const { text } = (await test.say("/cairn avancement stagiaires")) as { text: string };
    expect(text).toContain("Aucun chiffre n’est encore enregistré pour l’année 2026.");
  });
});
