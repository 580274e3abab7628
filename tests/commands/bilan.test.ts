import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import { replyJson } from "../../src/platforms/terminal/reply.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;
beforeAll(async () => {
  test = await freshCairn("pglite");
  for (const line of [
    "/saisir electricite 1 000 kWh T1 2026",
    "/saisir avion 1 000 pkm T1 2026",
    "/saisir dechets-verre 100 kg T1 2026",
    "/saisir materiel-informatique 4 T1 2025",
    "/saisir electricite 1 000 kWh T1 2022",
  ]) {
    expect(await test.say(line)).toMatchObject({ ok: true });
  }
});
afterAll(() => test.store.close());

/** The balance of a chat line, as JSON. */
async function balance(line: string) {
  const reply = (await test.say(line)) as { data: { balance: Record<string, unknown> } };
  return reply.data.balance;
}

// Electricity of 2025 (the latest): 0.0461, split as 2022 (0.0338 + 0.0135 + 0.00474). Plane 0.184661, of
// which contrails 0.083. Glass 0.496, cut-off 0.041. Laptops 4 × 156 over five years, 1/20 a quarter.
describe("the balance of a quarter", () => {
  it("in BEGES-R v5 gives total, scopes, posts, indicators, and what is provisional or estimated", async () => {
    const given = await balance("/cairn bilan 2026-T1");
    expect(given).toMatchObject({
      nomenclature: "beges",
      period: "2026-T1",
      totalKgCo2e: 311.561,
      provisional: true,
      byScope: { "1": 0, "2": 29.942, "3": 281.619 },
      apart: { biogenicKgCo2: 0, leftOutKgCo2e: {} },
    });
    expect(given["byPost"]).toHaveLength(22);
    expect(given["byPost"]).toContainEqual({
      post: "2.1",
      label: "Émissions indirectes liées à la consommation d’électricité",
      kgCo2e: 29.942,
    });
    expect(given["byIndicator"]).toContainEqual({
      indicator: "electricite",
      activity: 1000,
      unit: "kWh",
      factor: {
        id: "elec-fr-2025",
        version: 1,
        year: 2025,
        value: 0.0461,
        unit: "kWh",
        source: "Base Empreinte Electricité/2025 - mix moyen/consommation",
        parts: { combustion: 0.0299419677, upstream: 0.0119590699, losses: 0.0041989623 },
        split: "estimated",
        provisional: true,
        backcast: false,
      },
      kgCo2e: 46.1,
    });
    expect(given["byIndicator"]).toContainEqual(
      expect.objectContaining({ indicator: "materiel-informatique", activity: 0.2, kgCo2e: 31.2 }),
    );
    expect(given["missing"]).toHaveLength(17);
  });

  it.each([
    ["ghgp", 151.861, { contrails: 83 }],
    ["bc", 266.061, {}],
  ])("in %s follows that nomenclature's rules", async (nomenclature, totalKgCo2e, leftOutKgCo2e) => {
    expect(await balance(`/cairn bilan T1 2026 ${nomenclature}`)).toMatchObject({
      nomenclature,
      totalKgCo2e,
      apart: { leftOutKgCo2e },
    });
  });
});

describe("the balance's arguments", () => {
  it.each([
    ["/cairn bilan", "2026", "beges"],
    ["/cairn bilan 2022", "2022", "beges"],
    ["/cairn bilan T1", "2026-T1", "beges"],
    ["/cairn bilan bilan carbone 2022", "2022", "bc"],
    ["/cairn bilan 1er trimestre 2026 GHG Protocol", "2026-T1", "ghgp"],
    ["/cairn bilan BEGES-R l'an dernier", "2025", "beges"],
  ])("%s: %s in %s", async (line, period, nomenclature) => {
    expect(await balance(line)).toMatchObject({ period, nomenclature });
  });
});

it("an activity uses its own year's factor, not the newest", async () => {
  expect(await balance("/cairn bilan 2022")).toMatchObject({ totalKgCo2e: 52.04, provisional: false });
});

it("speaks English to those who read it", async () => {
  const english = cairnOn(test.store.db, "en");
  const reply = await handle(english, {
    email: "membre@cluster.example",
    line: "/cairn balance Q1 2026",
    now: Temporal.Instant.from("2026-11-24T09:00:00Z"),
    platform: "terminal",
  });
  const { text } = replyJson(reply) as { text: string };
  expect(text.split("\n\n").slice(0, 3)).toEqual([
    "Greenhouse-gas balance Q1 2026 (BEGES-R v5)",
    "Total gross emissions: 311.561\u00A0kgCO2e",
    // √((4.61² + 129.26² + 15.6² + 9.92²) + (2.31² + 9.23² + 1.56² + 2.48²)) / 311.561
    "95% uncertainty: ± 42.1%.",
  ]);
  expect(text).toContain(
    "Provisional: the year’s own factor is not published yet for Office electricity; the latest one is used.",
  );
  expect(text).toMatch(/This total lacks 17 figures\./u);
});

describe("a figure opened", () => {
  it("is the sum of its steps, each with its entry, its factor and its formula", async () => {
    const { data } = (await test.say("/cairn pourquoi ges T1 2026", { as: "membre" })) as {
      data: { explanation: { value: number; unit: string; steps: { result: number; formula: string }[] } };
    };
    const { value, unit, steps } = data.explanation;
    expect([value, unit]).toEqual([311.561, "kgCO2e"]);
    expect(steps.map(({ formula, result }) => `${formula} = ${result}`)).toEqual([
      "1\u202F000\u00A0kWh × 0,0461\u00A0kgCO2e/kWh = 46.1",
      "1\u202F000\u00A0passager.km × 0,184661\u00A0kgCO2e/passager.km = 184.661",
      "4\u00A0unités × 5\u00A0% × 156\u00A0kgCO2e/unité = 31.2",
      "100\u00A0kg × 0,496\u00A0kgCO2e/kg = 49.6",
    ]);
  });

  it("in the GHG Protocol multiplies by what that nomenclature counts", async () => {
    const { data, text } = (await test.say("/cairn pourquoi avion T1 2026 ghgp")) as {
      text: string;
      data: { explanation: { value: number; steps: { result: number; formula: string }[] } };
    };
    expect(data.explanation.steps.map(({ formula, result }) => `${formula} = ${result}`)).toEqual([
      "1\u202F000\u00A0passager.km × 0,101661\u00A0kgCO2e/passager.km = 101.661",
    ]);
    expect(text).toContain(
      "une partie du facteur (0,184661 en tout) reste hors du total dans cette nomenclature",
    );
  });

  it("of waste is in kilograms, without any factor", async () => {
    expect(await test.say("/cairn pourquoi déchets T1 2026")).toMatchObject({
      data: {
        explanation: {
          value: 100,
          unit: "kg",
          steps: [{ factor: null, result: 100, entry: { indicator: "dechets-verre" } }],
        },
      },
    });
  });

  it("of an indicator that emits nothing is its own quantity", async () => {
    await test.say("/saisir formations 3 T1 2026");
    expect(await test.say("/cairn why formations Q1 2026")).toMatchObject({
      data: { explanation: { value: 3, unit: "unité" } },
    });
  });

  it("of nothing says so, and what is missing", async () => {
    expect(await test.say("/cairn pourquoi gaz T2 2026")).toMatchObject({
      data: { explanation: { value: 0, steps: [], missing: [{ indicator: "gaz", period: "2026-T2" }] } },
    });
  });
});
