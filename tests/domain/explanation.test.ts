import { describe, expect, it } from "vitest";
import { computeBalance } from "../../src/domain/balance.ts";
import { decimalText } from "../../src/domain/decimal.ts";
import { explainEmissions, explainQuantity } from "../../src/domain/explanation.ts";
import { emission, entry, factor, factorSet, indicator, planOf } from "../support/build.ts";

const paper = indicator("papier", { emission: emission("papier") });
const laptops = indicator("portables", {
  emission: emission("portable", { activity: "asset", amortisationYears: 5 }),
});
const residual = indicator("omr", { family: "waste-residual" });
const sorted = indicator("verre", { family: "waste-sorted" });
const entries = [
  entry("papier", "2026-T3", "20"),
  entry("portables", "2025-T1", "2"),
  entry("omr", "2026-T3", "30"),
  entry("verre", "2026-T3", "5"),
  entry("verre", "2026-T2", "4"),
];
const input = {
  plan: planOf(paper, laptops, residual, sorted),
  factors: factorSet(factor("papier", "0.919"), factor("portable", "156")),
  entries,
  nomenclature: "beges",
  period: "2026-T3",
  current: "2026-T4",
} as const;

describe("emissions opened", () => {
  it("are worth the balance, and the sum of their steps", () => {
    const explanation = explainEmissions(input, null);
    const steps = explanation.steps.map((step) => [
      step.entry.indicator,
      step.entry.period,
      decimalText(step.share),
      decimalText(step.result),
    ]);
    expect(steps).toEqual([
      ["papier", "2026-T3", "1", "18.38"],
      ["portables", "2025-T1", "0.05", "15.6"],
    ]);
    expect(decimalText(explanation.value)).toBe("33.98");
    expect(decimalText(computeBalance(input).totalKgCo2e)).toBe("33.98");
  });

  it("of one indicator hold its own entries, and say what it lacks", () => {
    const explanation = explainEmissions(input, "portables");
    expect(decimalText(explanation.value)).toBe("15.6");
    expect(explanation.missing).toEqual([{ indicator: "portables", period: "2026-T3" }]);
  });
});

describe("a quantity opened", () => {
  it("adds the figures of its indicators in the period, without any factor", () => {
    const explanation = explainQuantity(input, [residual, sorted]);
    expect(
      explanation.steps.map(({ entry: { indicator: slug }, factor: used, result }) => [
        slug,
        used,
        decimalText(result),
      ]),
    ).toEqual([
      ["omr", null, "30"],
      ["verre", null, "5"],
    ]);
    expect([decimalText(explanation.value), explanation.unit]).toEqual(["35", "kg"]);
  });
});
