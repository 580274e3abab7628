import { describe, expect, it } from "vitest";
import { compareEmissions } from "../../src/domain/compare-emissions.ts";
import { decimal } from "../../src/domain/decimal.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Indicator } from "../../src/domain/plan.ts";
import type { Span } from "../../src/domain/span.ts";
import { emission, entry, indicator, planOf } from "../support/build.ts";
import { factorsOf, plain } from "../support/progress.ts";

/** Electricity whose factor goes from 0.06 in 2021 to 0.04 in 2026. */
const electricity = indicator("elec", {
  emission: emission("", {
    activity: "electricity",
    factor: {
      kind: "series",
      byYear: new Map([
        [2021, "elec-2021"],
        [2026, "elec-2026"],
      ]),
    },
  }),
});
const paper = indicator("papier", { emission: emission("papier") });
const factors = factorsOf({ "elec-2021": "0.06", "elec-2026": "0.04", papier: "0.9", portable: "156" });

const year: Span = { from: "2026-T1", to: "2026-T4" };
const third: Span = { from: "2026-T3", to: "2026-T3" };

function compare(
  indicators: Indicator[],
  entries: StandingEntry[],
  changes: Partial<Parameters<typeof compareEmissions>[0]> = {},
) {
  return compareEmissions({
    plan: planOf(...indicators),
    factors,
    entries,
    span: year,
    against: "baseline",
    current: "2027-T1",
    ...changes,
  });
}

function amounts({ actual, baseline, activityEffect, factorEffect }: ReturnType<typeof compare>) {
  return [baseline, actual, activityEffect, factorEffect].map(plain);
}

// docs/methode.md, 6. By hand: 1000 kWh × 0.06 = 60, 800 kWh × 0.04 = 32; (800 - 1000) × 0.05 = -10 and
// (0.04 - 0.06) × 900 = -18.
describe("a change of emissions", () => {
  it("is an activity effect and a factor effect", () => {
    const comparison = compare(
      [electricity],
      [entry("elec", "2021-T3", "1000"), entry("elec", "2026-T3", "800")],
      {
        span: third,
      },
    );
    expect(amounts(comparison)).toEqual(["60", "32", "-10", "-18"]);
  });

  it("to no activity at all is the activity's at the mean factor, and the factor's at half the activity", () => {
    const comparison = compare(
      [electricity],
      [entry("elec", "2021-T3", "1000"), entry("elec", "2026-T3", "0")],
    );
    expect(amounts(comparison)).toEqual(["60", "0", "-50", "-10"]);
  });

  it("of several indicators adds up", () => {
    const comparison = compare(
      [electricity, paper],
      [
        entry("elec", "2021-T1", "1000"),
        entry("elec", "2026-T1", "800"),
        entry("papier", "2021-T2", "10"),
        entry("papier", "2026-T2", "30"),
      ],
    );
    expect(amounts(comparison)).toEqual(["69", "59", "8", "-18"]);
  });
});

describe("only what is there on both sides is compared", () => {
  const entries = [
    entry("papier", "2021-T1", "10"),
    entry("papier", "2021-T2", "20"),
    entry("papier", "2026-T2", "5"),
    entry("papier", "2026-T3", "40"),
    entry("elec", "2026-T2", "7"),
  ];

  it("and what is left out is listed on its side", () => {
    const comparison = compare([paper, electricity], entries);
    expect(amounts(comparison)).toEqual(["18", "4.5", "-13.5", "0"]);
    expect(comparison.leftOut).toEqual([
      { indicator: "papier", period: "2021-T1", side: "baseline" },
      { indicator: "papier", period: "2026-T3", side: "actual" },
      { indicator: "elec", period: "2026-T2", side: "actual" },
    ]);
  });

  it.each([
    { against: "previous_year", other: "2025-T2" },
    { against: "previous_quarter", other: "2026-T1" },
    { against: { from: "2023-T2", to: "2023-T2" }, other: "2023-T2" },
  ] as const)("against $against: with $other", ({ against, other }) => {
    const comparison = compare([paper], [...entries, entry("papier", other, "50")], {
      span: { from: "2026-T2", to: "2026-T2" },
      against,
    });
    expect(amounts(comparison)).toEqual(["45", "4.5", "-40.5", "0"]);
  });

  it("an indicator that the plan no longer has, or that emits nothing, is on neither side", () => {
    const comparison = compare(
      [paper, indicator("sessions")],
      [...entries, entry("sessions", "2021-T2", "3"), entry("sessions", "2026-T2", "3")],
    );
    expect(amounts(comparison)).toEqual(["18", "4.5", "-13.5", "0"]);
    expect(comparison.leftOut.map(({ indicator: slug }) => slug)).toEqual(["papier", "papier"]);
  });

  it("nothing on both sides is no comparison, and not zero", () => {
    expect(amounts(compare([paper], [entry("papier", "2021-T1", "10")]))).toEqual([null, null, null, null]);
  });
});

describe("an annual figure", () => {
  const quarters = (slug: string, of: number, numbers: readonly number[]) =>
    numbers.map((number) => entry(slug, `${of}-T${number}` as "2026-T1", "10"));

  it.each([
    {
      case: "an annual one",
      reference: [entry("papier", "2021", "100")],
      actual: [entry("papier", "2026", "30")],
    },
    {
      case: "four quarters",
      reference: [entry("papier", "2021", "100")],
      actual: quarters("papier", 2026, [1, 2, 3, 4]).map((each) => ({
        ...each,
        value: each.value.times("0.75"),
      })),
    },
    {
      case: "the four quarters of the reference",
      reference: quarters("papier", 2021, [1, 2, 3, 4]).map((each) => ({ ...each, value: decimal(25) })),
      actual: [entry("papier", "2026", "30")],
    },
  ])("compares with $case over a whole year", ({ reference, actual }) => {
    expect(amounts(compare([paper], [...reference, ...actual]))).toEqual(["90", "27", "-63", "0"]);
  });

  it("compares with no incomplete year: both are left out", () => {
    const comparison = compare(
      [paper],
      [entry("papier", "2021", "100"), ...quarters("papier", 2026, [1, 2, 3])],
    );
    expect(amounts(comparison)).toEqual([null, null, null, null]);
    expect(comparison.leftOut).toEqual([
      { indicator: "papier", period: "2026-T1", side: "actual" },
      { indicator: "papier", period: "2026-T2", side: "actual" },
      { indicator: "papier", period: "2026-T3", side: "actual" },
      { indicator: "papier", period: "2021", side: "baseline" },
    ]);
  });

  it("compares with no quarter: both are left out", () => {
    const comparison = compare([paper], [entry("papier", "2021", "100"), entry("papier", "2026-T3", "10")], {
      span: third,
    });
    expect(comparison.leftOut).toEqual([
      { indicator: "papier", period: "2026-T3", side: "actual" },
      { indicator: "papier", period: "2021", side: "baseline" },
    ]);
  });
});

// docs/methode.md, 4: over five years, a twentieth a quarter.
describe("an amortised asset", () => {
  const asset = (factorId: string) =>
    indicator("portables", { emission: emission(factorId, { activity: "asset", amortisationYears: 5 }) });
  const entries = [
    entry("portables", "2021-T1", "20"),
    entry("portables", "2021-T2", "0"),
    entry("portables", "2025-T4", "40"),
    entry("portables", "2026-T2", "60"),
  ];

  it("compares what is amortised in the quarters that have a figure on both sides", () => {
    const comparison = compare([asset("portable")], entries);
    // 2021-T2: 20/20 = 1 laptop; 2026-T2: (40 + 60)/20 = 5, since the purchase of 2021-T1 is written off.
    expect(amounts(comparison)).toEqual(["156", "780", "624", "0"]);
    expect(comparison.leftOut).toEqual([{ indicator: "portables", period: "2021-T1", side: "baseline" }]);
  });

  const byYear = new Map([
    [2021, "a"],
    [2025, "b"],
    [2026, "c"],
  ]);
  const series = indicator("portables", {
    emission: emission("", { activity: "asset", amortisationYears: 5, factor: { kind: "series", byYear } }),
  });
  const ofThreeYears = factorsOf({ a: "156", b: "100", c: "130" });

  it("whose purchases have several factors still splits exactly", () => {
    const comparison = compare([series], entries, { factors: ofThreeYears });
    // 2026-T2: 2 × 100 + 3 × 130 = 590 over 5, a mean of 118: (5 - 1) × (156 + 118)/2 and -38 × 3.
    expect(amounts(comparison)).toEqual(["156", "590", "548", "-114"]);
  });

  it("of which none was bought of late takes the last factor: the fall is nearly all the activity's", () => {
    const none = entries
      .slice(0, 2)
      .concat(entry("portables", "2025-T4", "0"), entry("portables", "2026-T2", "0"));
    const comparison = compare([series], none, { factors: ofThreeYears });
    // -1 × (156 + 130)/2 and -26 × 1/2.
    expect(amounts(comparison)).toEqual(["156", "0", "-143", "-13"]);
  });
});
