import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { ActivityKind } from "../../src/domain/plan.ts";
import {
  absoluteUncertainty,
  factorUncertaintyPct,
  isMonetary,
  relativeUncertaintyPct,
  type UncertainAmount,
} from "../../src/domain/uncertainty.ts";
import { factor } from "../support/build.ts";

function amount(factorId: string, kgCo2e: string, factorPct: number, activityPct: number): UncertainAmount {
  return {
    factorId,
    kgCo2e: decimal(kgCo2e),
    factorPct: decimal(factorPct),
    activityPct: decimal(activityPct),
  };
}

// IPCC 2006 Guidelines, volume 1, chapter 3: independent errors add quadratically (equations 3.1 and 3.2),
// fully correlated ones linearly.
describe("the uncertainty of a sum", () => {
  it.each([
    { case: "one line: √(3² + 4²)", amounts: [amount("a", "100", 3, 4)], kg: "5" },
    {
      case: "two lines of one factor: their factor errors add linearly",
      amounts: [amount("a", "100", 10, 0), amount("a", "200", 10, 0)],
      kg: "30",
    },
    {
      case: "two lines of two factors: quadratically",
      amounts: [amount("a", "300", 10, 0), amount("b", "400", 10, 0)],
      kg: "50",
    },
    {
      case: "two activities of one factor: quadratically",
      amounts: [amount("a", "300", 0, 10), amount("a", "400", 0, 10)],
      kg: "50",
    },
    {
      case: "a difference: the shared factor's error cancels",
      amounts: [amount("a", "300", 60, 0), amount("a", "-300", 60, 0)],
      kg: "0",
    },
    { case: "nothing", amounts: [], kg: "0" },
  ])("$case", ({ amounts, kg }) => {
    expect(absoluteUncertainty(amounts).toFixed()).toBe(kg);
  });

  it("is given in per cent of the total", () => {
    expect(relativeUncertaintyPct([amount("a", "100", 3, 4)])?.toFixed()).toBe("5");
  });

  it("has no percentage when the total is zero", () => {
    expect(relativeUncertaintyPct([])).toBeNull();
    expect(relativeUncertaintyPct([amount("a", "5", 3, 4), amount("b", "-5", 3, 4)])).toBeNull();
  });
});

describe("a factor's own uncertainty", () => {
  it("is its source's where there is one", () => {
    const published = factor("x", "1", {}, { uncertaintyPct: decimal("12.5") });
    expect(factorUncertaintyPct(published, "waste").toFixed()).toBe("12.5");
  });

  it.each([
    ["stationary-fuel", "litre", 5],
    ["electricity", "kWh", 10],
    ["waste", "kg", 20],
    ["end-of-life", "kg", 20],
    ["asset", "unité", 50],
    ["business-travel", "km", 60],
    ["freight-out", "t.km", 60],
    ["services", "kEUR", 80],
    ["goods", "kEUR HT", 80],
  ] as [ActivityKind, string, number][])("else the usual one: %s per %s, %i %%", (activity, unit, pct) => {
    expect(factorUncertaintyPct(factor("x", "1", {}, { unit }), activity).toFixed()).toBe(String(pct));
  });
});

it.each([
  ["kEUR", true],
  ["kEUR HT", true],
  ["k€", true],
  ["EUR", true],
  ["kg", false],
  ["kWh", false],
])("a ratio per %s is monetary: %s", (unit, monetary) => {
  expect(isMonetary(unit)).toBe(monetary);
});
