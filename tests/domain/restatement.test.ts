import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { FactorChoice, Indicator } from "../../src/domain/plan.ts";
import { type Basis, restatements } from "../../src/domain/restatement.ts";
import { emission, entry, factor, factorSet, indicator, planOf } from "../support/build.ts";

const factors = factorSet(
  factor("elec-2025", "0.05"),
  factor("elec-2026", "0.04"),
  factor("paper", "1"),
  factor("desk", "100"),
);
const series = (...years: number[]): FactorChoice => {
  return { kind: "series", byYear: new Map(years.map((year) => [year, `elec-${year}`])) };
};
const electricity = (...years: number[]) => {
  return indicator("electricite", { emission: emission("elec-2025", { factor: series(...years) }) });
};
const paper = indicator("papier", { emission: emission("paper") });
const basis = (...indicators: Indicator[]): Basis => ({ plan: planOf(...indicators), factors });

const given = [
  entry("electricite", "2025-T4", "1000"),
  entry("electricite", "2026-T1", "1000"),
  entry("papier", "2026-T1", "7"),
  entry("electricite", "2026-T3", "2000"),
  entry("electricite", "2026-T4", "500"),
];

/** "2026-T1 electricite 50 -> 40 finalised", or "absent" for no result. */
function told(before: Basis, after: Basis, entries = given): string[] {
  return restatements(before, after, entries, "2026-T4").map(
    ({ period, indicator: slug, oldKgCo2e, newKgCo2e, reason }) =>
      `${period} ${slug ?? "-"} ${oldKgCo2e ?? "absent"} -> ${newKgCo2e ?? "absent"} ${reason}`,
  );
}

describe("what a change restates", () => {
  it("a year's factor published later makes that year's ended quarters final, and leaves the rest", () => {
    expect(told(basis(electricity(2025), paper), basis(electricity(2025, 2026), paper))).toEqual([
      "2026-T1 - 57 -> 47 total",
      "2026-T1 electricite 50 -> 40 finalised",
      "2026-T3 - 100 -> 80 total",
      "2026-T3 electricite 100 -> 80 finalised",
    ]);
  });

  it("says the factors behind it, and what was provisional", () => {
    const [total, detail] = restatements(
      basis(electricity(2025)),
      basis(electricity(2025, 2026)),
      given.slice(0, 2),
      "2026-T4",
    );
    expect(total).toEqual({
      what: "ghg",
      period: "2026-T1",
      indicator: null,
      nomenclature: "beges",
      oldKgCo2e: decimal("50"),
      newKgCo2e: decimal("40"),
      oldFactor: null,
      newFactor: null,
      oldProvisional: true,
      newProvisional: false,
      reason: "total",
    });
    expect(detail).toMatchObject({ oldFactor: "elec-2025@1", newFactor: "elec-2026@1", reason: "finalised" });
  });

  it("a figure that becomes final at the same value is told: it is no longer provisional", () => {
    const same = factorSet(factor("elec-2025", "0.05"), factor("elec-2026", "0.05"));
    const before = { ...basis(electricity(2025)), factors: same };
    const after = { ...basis(electricity(2025, 2026)), factors: same };
    expect(told(before, after, given.slice(0, 2))).toEqual([
      "2026-T1 - 50 -> 50 total",
      "2026-T1 electricite 50 -> 50 finalised",
    ]);
  });

  it("a new version of a factor restates every quarter that used it", () => {
    const corrected = factorSet(...factors.values(), factor("elec-2025", "0.06", {}, { version: 2 }));
    const plan = basis(electricity(2025));
    expect(told(plan, { ...plan, factors: corrected }, given.slice(0, 2))).toEqual([
      "2025-T4 - 50 -> 60 total",
      "2025-T4 electricite 50 -> 60 factor_version",
      "2026-T1 - 50 -> 60 total",
      "2026-T1 electricite 50 -> 60 factor_version",
    ]);
  });

  it.each([
    ["another factor", indicator("papier", { emission: emission("desk") }), "7 -> 700 factor_choice"],
    ["no factor any more", indicator("papier"), "7 -> absent indicator_removed"],
  ])("%s", (_, changed, expected) => {
    expect(told(basis(paper), basis(changed))[1]).toBe(`2026-T1 papier ${expected}`);
    const [from, to, reason] = expected.split(/ -> | /u);
    if (to === "absent") {
      expect(told(basis(changed), basis(paper))[1]).toBe(`2026-T1 papier absent -> ${from} indicator_added`);
    } else expect(reason).toBe("factor_choice");
  });

  it("another nomenclature restates what it counts otherwise, by its rule", () => {
    const flight = indicator("avion", {
      emission: emission("flight", { activity: "business-travel", control: "paid" }),
    });
    const known = factorSet(factor("flight", "3", { use: "2", contrails: "1" }));
    const one: Basis = { plan: planOf(flight), factors: known };
    const other: Basis = { plan: { ...planOf(flight), nomenclature: "ghgp" }, factors: known };
    expect(told(one, other, [entry("avion", "2026-T1", "10")])).toEqual([
      "2026-T1 - 30 -> 20 total",
      "2026-T1 avion 30 -> 20 method",
    ]);
  });

  it("an annual figure is restated for its year, once it has ended, and never twice", () => {
    const annual = [entry("electricite", "2025", "4000"), entry("electricite", "2026", "4000")];
    const corrected = factorSet(...factors.values(), factor("elec-2025", "0.06", {}, { version: 2 }));
    const plan = basis(electricity(2025));
    expect(told(plan, { ...plan, factors: corrected }, annual)).toEqual([
      "2025 electricite 200 -> 240 factor_version",
    ]);
  });

  it.each([
    ["the same basis", basis(electricity(2025), paper)],
    [
      "an indicator that has no figure",
      basis(electricity(2025), paper, indicator("x", { emission: emission("desk") })),
    ],
    [
      "a year without figures",
      basis(electricity(2025), { ...paper, label: { fr: "Feuilles", en: "Sheets" } }),
    ],
  ])("nothing for %s", (_, after) => {
    expect(told(basis(electricity(2025), paper), after)).toEqual([]);
  });

  it("nothing without a figure", () => {
    expect(told(basis(electricity(2025)), basis(electricity(2025, 2026)), [])).toEqual([]);
  });
});
