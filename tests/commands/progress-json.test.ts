import { describe, expect, it } from "vitest";
import { changeJson } from "../../src/commands/progress-json.ts";
import { comparisonOf } from "../../src/domain/comparison.ts";
import { decimal } from "../../src/domain/decimal.ts";

type Amounts = readonly [actual: string, baseline: string, activity: string, factor: string];

function change(unit: string, [actual, baseline, activityEffect, factorEffect]: Amounts) {
  return changeJson({
    ...comparisonOf(unit, { pairs: [], leftOut: [] }),
    actual: decimal(actual),
    baseline: decimal(baseline),
    activityEffect: decimal(activityEffect),
    factorEffect: decimal(factorEffect),
  });
}

describe("a change in JSON is rounded once, and its effects still add up to it", () => {
  it.each([
    // 0.0004 + 0.0004 would each round to nothing, beside a change of a gram.
    { unit: "kgCO2e", given: ["1.0008", "1", "0.0004", "0.0004"], json: [1.001, 1, 0, 0.001] },
    { unit: "kgCO2e", given: ["2.0005", "1.0004", "0.5006", "0.4995"], json: [2.001, 1, 0.501, 0.5] },
    { unit: "kg", given: ["1.0005", "0.0004", "1.0001", "0"], json: [1.001, 0, 1.001, 0] },
    { unit: "index", given: ["95.1234567", "100", "-4.8765433", "0"], json: [95.123457, 100, -4.876543, 0] },
  ] as const)("$given $unit", ({ unit, given, json: [actual, baseline, activityEffect, factorEffect] }) => {
    expect(change(unit, given)).toEqual({ actual, baseline, activityEffect, factorEffect });
  });

  it("is null throughout when nothing compares", () => {
    const nothing = comparisonOf("kg", { pairs: [], leftOut: [] });
    expect(changeJson(nothing)).toEqual({
      actual: null,
      baseline: null,
      activityEffect: null,
      factorEffect: null,
    });
  });
});
