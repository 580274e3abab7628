import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { rateMultiplier, targetInForce } from "../../src/domain/target.ts";
import { planOf } from "../support/build.ts";
import { rate, target, value } from "../support/progress.ts";

const plan = planOf();
const planned = { ...plan, targets: [{ subject: "ges", ratePctPerYear: decimal("2") }] };
const four = target("ges", 2024, rate("4"), 1);
const six = target("ges", 2026, rate("6"), 2);
const tonnes = target("ges", 2025, value("12000", "kgCO2e"), 3);
const corrected = target("ges", 2024, rate("5"), 4);

describe("the target of a year", () => {
  it.each([
    { case: "nobody set any", targets: [], year: 2026, expected: null },
    { case: "a rate holds for its year", targets: [four], year: 2024, expected: four },
    { case: "a rate holds for the years that follow", targets: [four], year: 2030, expected: four },
    { case: "a rate does not hold before its year", targets: [four], year: 2023, expected: null },
    { case: "another rate takes over from its year", targets: [six, four], year: 2027, expected: six },
    { case: "whichever was set last", targets: [six, corrected], year: 2027, expected: six },
    { case: "and leaves the years before it", targets: [six, four], year: 2025, expected: four },
    { case: "a value overrides its year", targets: [four, tonnes], year: 2025, expected: tonnes },
    { case: "and no other", targets: [four, tonnes], year: 2026, expected: four },
    { case: "of one year the latest wins", targets: [corrected, four], year: 2024, expected: corrected },
    { case: "also for the years that follow", targets: [four, corrected], year: 2025, expected: corrected },
    {
      case: "another subject's counts for nothing",
      targets: [four],
      year: 2026,
      subject: "dechets",
      expected: null,
    },
  ])("$case", ({ targets, year, subject = "ges", expected }) => {
    expect(targetInForce(subject, year, { plan, targets })?.set ?? null).toEqual(expected);
  });

  it("is the plan file's rate while nobody set another", () => {
    const rule = { kind: "rate", ratePct: decimal("2") };
    expect(targetInForce("ges", 2023, { plan: planned, targets: [four] })).toEqual({
      rule,
      year: 2021,
      set: null,
    });
    expect(targetInForce("ges", 2024, { plan: planned, targets: [four] })?.set).toEqual(four);
  });

  it("does not exist before the reference year", () => {
    expect(targetInForce("ges", 2020, { plan: planned, targets: [] })).toBeNull();
  });
});

describe("a yearly rate compounds", () => {
  it.each([
    ["4", "down", 0, "1"],
    ["4", "down", 1, "0.96"],
    ["4", "down", 5, "0.8153726976"],
    ["100", "down", 2, "0"],
    ["0", "down", 5, "1"],
    ["10", "up", 2, "1.21"],
    ["2.5", "down", 2, "0.950625"],
  ] as const)("%s %% %s over %i years is × %s", (percent, direction, years, multiplier) => {
    expect(rateMultiplier(decimal(percent), direction, years).toFixed()).toBe(multiplier);
  });
});
