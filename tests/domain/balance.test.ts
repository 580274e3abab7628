import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Balance, type BalanceInput, computeBalance } from "../../src/domain/balance.ts";
import { decimal, decimalText, sum } from "../../src/domain/decimal.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import { nomenclatures } from "../../src/domain/nomenclature.ts";
import { activityKinds, controls, type Indicator } from "../../src/domain/plan.ts";
import { quarter } from "../../src/domain/quarter.ts";
import { emission, entry, factor, factorSet, indicator, planOf } from "../support/build.ts";

function balanceOf(
  indicators: Indicator[],
  entries: StandingEntry[],
  changes: Partial<BalanceInput> & Pick<BalanceInput, "factors">,
): Balance {
  const defaults = { nomenclature: "beges", period: "2025", current: "2026-T4" } as const;
  return computeBalance({ plan: planOf(...indicators), entries, ...defaults, ...changes });
}

const kg = (balance: Balance) => decimalText(balance.totalKgCo2e);

/** An indicator that emits through one standing factor of its own name. */
function emitting(slug: string, activity: (typeof activityKinds)[number]): Indicator {
  return indicator(slug, { emission: emission(slug, { activity, control: "operated" }) });
}

// ABC-TransitionBasCarbone/bilan-carbone@949af9c48dff (MIT): results of its own calculators on these inputs.
describe("published calculators give the same totals", () => {
  it("120 000 kWh, 8 000 m3 of gas and 1 000 L of heating oil emit 27 973.86 kgCO2e (publicodes-count)", () => {
    const factors = factorSet(factor("kwh", "0.0519"), factor("gaz", "2.32"), factor("fioul", "3.18586"));
    const entries = [
      entry("kwh", "2025", "120000"),
      entry("gaz", "2025", "8000"),
      entry("fioul", "2025", "1000"),
    ];
    const indicators = [
      emitting("kwh", "electricity"),
      emitting("gaz", "stationary-fuel"),
      emitting("fioul", "stationary-fuel"),
    ];
    const balance = balanceOf(indicators, entries, { factors });
    expect(balance.byIndicator.map(({ kgCo2e }) => decimalText(kgCo2e))).toEqual([
      "6228",
      "18560",
      "3185.86",
    ]);
    expect(kg(balance)).toBe("27973.86");
  });

  it("a small association emits 3 568.388 kgCO2e, of which waste 107.88 (publicodes-tilt)", () => {
    const values = {
      elec: "0.0519",
      gaz: "2.32",
      fioul: "3.18586",
      omr: "374",
      jaune: "41",
      vert: "140",
      verre: "41",
    };
    const amounts = {
      elec: "12500",
      gaz: "800",
      fioul: "300",
      omr: "0.25",
      jaune: "0.1",
      vert: "0.05",
      verre: "0.08",
    };
    const factors = factorSet(...Object.entries(values).map(([id, value]) => factor(id, value)));
    const kinds = { elec: "electricity", gaz: "stationary-fuel", fioul: "stationary-fuel" } as const;
    const indicators = [
      ...Object.entries(kinds).map(([slug, kind]) => emitting(slug, kind)),
      ...["omr", "jaune", "vert", "verre"].map((slug) => emitting(slug, "waste")),
    ];
    const balance = balanceOf(
      indicators,
      Object.entries(amounts).map(([slug, value]) => entry(slug, "2025", value)),
      { factors },
    );
    expect(decimalText(balance.byPost.get("4.3") ?? decimal(0))).toBe("107.88");
    expect(kg(balance)).toBe("3568.388");
  });

  it("3 km of RER emit 0.0198 kgCO2e (Impact CO2, API transport)", () => {
    const balance = balanceOf([emitting("rer", "business-travel")], [entry("rer", "2025", "3")], {
      factors: factorSet(factor("rer", "0.0066")),
    });
    expect(kg(balance)).toBe("0.0198");
  });
});

describe("which figures a balance counts", () => {
  const factors = factorSet(factor("a", "2"));
  const a = emitting("a", "goods");
  const entries = [entry("a", "2025-T1", "10"), entry("a", "2025-T3", "100"), entry("a", "2026-T1", "1000")];

  it.each([
    ["2025-T1", "20"],
    ["2025-T2", "0"],
    ["2025", "220"],
    ["2026", "2000"],
    ["2024", "0"],
  ] as const)("in %s: %s kgCO2e", (period, total) => {
    expect(kg(balanceOf([a], entries, { factors, period }))).toBe(total);
  });

  it("an annual figure counts in its year and in no quarter", () => {
    const annual = [entry("a", "2025", "7")];
    expect(kg(balanceOf([a], annual, { factors, period: "2025" }))).toBe("14");
    expect(kg(balanceOf([a], annual, { factors, period: "2025-T1" }))).toBe("0");
  });

  it("figures of indicators that the plan no longer has, or that emit nothing, are left aside", () => {
    const strays = [...entries, entry("gone", "2025-T1", "9"), entry("sessions", "2025-T1", "9")];
    expect(kg(balanceOf([a, indicator("sessions")], strays, { factors }))).toBe("220");
  });
});

describe("what is missing is listed and never counted as zero", () => {
  const factors = factorSet(factor("a", "2"), factor("b", "3"));
  const both = [emitting("a", "goods"), emitting("b", "goods"), indicator("sessions")];
  const given = [entry("a", "2026-T1", "1"), entry("b", "2026-T1", "0")];

  it("a zero is a figure", () => {
    expect(balanceOf(both, given, { factors, period: "2026-T1" }).missing).toEqual([]);
  });

  it("every quarter begun is expected, of indicators that emit", () => {
    expect(balanceOf(both, given, { factors, period: "2026", current: "2026-T2" }).missing).toEqual([
      { indicator: "a", period: "2026-T2" },
      { indicator: "b", period: "2026-T2" },
    ]);
  });

  it("nothing is expected before collection began", () => {
    const plan = { ...planOf(...both), collectFrom: "2025-T4" as const };
    const { missing } = computeBalance({
      plan,
      entries: [],
      factors,
      nomenclature: "beges",
      period: "2025",
      current: "2026-T4",
    });
    expect(missing.map(({ period }) => period)).toEqual(["2025-T4", "2025-T4"]);
  });

  it("an annual figure leaves nothing missing in its year, and everything in each quarter", () => {
    const annual = [entry("a", "2025", "7")];
    const a = [emitting("a", "goods")];
    expect(balanceOf(a, annual, { factors, period: "2025" }).missing).toEqual([]);
    expect(balanceOf(a, annual, { factors, period: "2025-T2" }).missing).toEqual([
      { indicator: "a", period: "2025-T2" },
    ]);
  });
});

describe("the recycling rule", () => {
  const factors = factorSet(factor("carton", "0.737"), factor("stock", "0.041"));
  const waste = [
    indicator("carton", { emission: emission("carton", { activity: "waste", cutOffFactor: "stock" }) }),
  ];
  const entries = [entry("carton", "2025", "1000")];

  it.each([
    ["beges", "737"],
    ["ghgp", "41"],
    ["bc", "41"],
  ] as const)("%s charges 1 000 kg of recycled cardboard %s kgCO2e", (nomenclature, total) => {
    expect(kg(balanceOf(waste, entries, { factors, nomenclature }))).toBe(total);
  });
});

describe("what stands beside the total", () => {
  const flight = indicator("avion", { emission: emission("avion", { activity: "business-travel" }) });
  const factors = factorSet(
    factor("avion", "0.184661", { use: "0.1013", contrails: "0.083", manufacture: "0.000361" }),
    factor("gnr", "3.16", {}, { co2Biogenic: decimal("0.0925") }),
  );

  it("contrails, in the GHG Protocol only", () => {
    const entries = [entry("avion", "2025", "1000")];
    const ghgp = balanceOf([flight], entries, { factors, nomenclature: "ghgp" });
    expect(kg(ghgp)).toBe("101.661");
    expect([...ghgp.leftOut].map(([reason, amount]) => [reason, decimalText(amount)])).toEqual([
      ["contrails", "83"],
    ]);
    expect(kg(balanceOf([flight], entries, { factors }))).toBe("184.661");
  });

  it("biogenic CO2, never in the total", () => {
    const balance = balanceOf([emitting("gnr", "mobile-fuel")], [entry("gnr", "2025", "100")], { factors });
    expect(kg(balance)).toBe("316");
    expect(decimalText(balance.biogenicKgCo2)).toBe("9.25");
  });
});

describe("a provisional balance", () => {
  const byYear = new Map([[2025, "elec-2025"]]);
  const elec = indicator("elec", {
    emission: emission("", { factor: { kind: "series", byYear }, activity: "electricity" }),
  });
  const factors = factorSet(factor("elec-2025", "0.0461"));

  it("is one whose year's own factor is awaited", () => {
    const entries = [entry("elec", "2025-T1", "100"), entry("elec", "2026-T1", "100")];
    expect(balanceOf([elec], entries, { factors, period: "2025" }).provisional).toBe(false);
    expect(balanceOf([elec], entries, { factors, period: "2026" }).provisional).toBe(true);
  });
});

it("the share of monetary ratios is kept apart, to be shown", () => {
  const factors = factorSet(factor("a", "2"), factor("conseil", "110", {}, { unit: "kEUR" }));
  const indicators = [emitting("a", "goods"), emitting("conseil", "services")];
  const balance = balanceOf(indicators, [entry("a", "2025", "10"), entry("conseil", "2025", "3")], {
    factors,
  });
  expect([kg(balance), decimalText(balance.monetaryKgCo2e)]).toEqual(["350", "330"]);
});

// --- Properties ---

const amounts = fc.integer({ min: 0, max: 10 ** 9 }).map((thousandths) => decimal(thousandths).div(1000));
const slugs = ["a", "b", "c", "d"];

const emittingPlans = fc.tuple(
  ...slugs.map((slug) =>
    fc
      .record({ activity: fc.constantFrom(...activityKinds), control: fc.constantFrom(...controls) })
      .map(({ activity, control }) =>
        indicator(slug, {
          emission: emission(slug, { activity, control, amortisationYears: activity === "asset" ? 5 : null }),
        }),
      ),
  ),
);

const someEntries = fc.uniqueArray(
  fc.record({
    slug: fc.constantFrom(...slugs),
    period: fc.record({ year: fc.integer({ min: 2021, max: 2026 }), number: fc.constantFrom(1, 2, 3, 4) }),
    value: amounts,
  }),
  { selector: ({ slug, period }) => `${slug} ${period.year} ${period.number}`, maxLength: 40 },
);

const propertyFactors = factorSet(
  factor("a", "1.5", { combustion: "1.1", upstream: "0.3", manufacture: "0.1" }),
  factor("b", "0.06", { combustion: "0.04", upstream: "0.015", losses: "0.005" }),
  factor("c", "0.2", { use: "0.1", contrails: "0.1" }),
  factor("d", "3.7", {}, { nonKyoto: true }),
);

const inputs = fc
  .record({
    plan: emittingPlans.map((indicators) => planOf(...indicators)),
    entries: someEntries.map((list) =>
      list.map(({ slug, period, value }) =>
        entry(slug, quarter(period.year, period.number), value.toFixed()),
      ),
    ),
    nomenclature: fc.constantFrom(...nomenclatures),
    period: fc.constantFrom("2023", "2025", "2024-T2", "2026-T1"),
  })
  .map((input): BalanceInput => ({ ...input, factors: propertyFactors, current: "2026-T4" }) as BalanceInput);

describe("whatever the plan, the figures, the period and the nomenclature", () => {
  it("posts, scopes and indicators each add up to the total, exactly", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const balance = computeBalance(input);
        const total = kg(balance);
        expect(decimalText(sum(balance.byPost.values()))).toBe(total);
        expect(decimalText(sum(balance.byScope.values()))).toBe(total);
        expect(decimalText(sum(balance.byIndicator.map(({ kgCo2e }) => kgCo2e)))).toBe(total);
      }),
    );
  });

  it("nothing is lost: what is placed and what is left out make activity × factor", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const balance = computeBalance(input);
        const whole = sum(
          balance.byIndicator.map(({ activity, factor: { value } }) => activity.times(value)),
        );
        const found = balance.totalKgCo2e.plus(sum(balance.leftOut.values()));
        expect(decimalText(found)).toBe(decimalText(whole));
      }),
    );
  });

  it("the order of entries changes nothing", () => {
    const shuffled = inputs.chain((input) =>
      fc
        .shuffledSubarray([...input.entries], { minLength: input.entries.length })
        .map((entries) => ({ input, entries })),
    );
    fc.assert(
      fc.property(shuffled, ({ input, entries }) => {
        expect(computeBalance({ ...input, entries })).toEqual(computeBalance(input));
      }),
    );
  });

  it("a missing figure never lowers a total", () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (input, index) => {
        const without = input.entries.filter((_, at) => at !== index % Math.max(1, input.entries.length));
        expect(
          computeBalance({ ...input, entries: without }).totalKgCo2e.lte(computeBalance(input).totalKgCo2e),
        ).toBe(true);
      }),
    );
  });
});
