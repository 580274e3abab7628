import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Progress } from "../../src/domain/progress.ts";
import { indicator, planOf } from "../support/build.ts";
import { plain, progressOf, year } from "../support/progress.ts";

describe("waste", () => {
  const glass = indicator("verre", { family: "waste-sorted", unit: "t" });
  const card = indicator("carton", { family: "waste-sorted" });
  const residual = indicator("omr", { family: "waste-residual" });
  const bins = indicator("bacs", { family: "waste-residual", unit: "unité" });
  const plan = { ...planOf(glass, card, residual, bins), fte: new Map([[2026, decimal(8)]]) };
  const entries = [
    ...year("verre", 2021, "0.02", "0.02"),
    ...year("omr", 2021, "100", "100"),
    ...year("verre", 2026, "0.01", "0.03"),
    ...year("carton", 2026, "20", "10"),
    ...year("omr", 2026, "60"),
    ...year("bacs", 2026, "4"),
  ];
  const progress = progressOf([], { plan, entries, subject: "dechets" });
  const facts = ({ kg, kgPerFte, sortingRatePct, residualKg }: NonNullable<Progress["waste"]>["actual"]) =>
    [kg, kgPerFte, sortingRatePct, residualKg].map(plain);

  it("is compared like for like in kilograms, whatever the unit of each", () => {
    const { actual, baseline, unit, activityEffect, factorEffect } = progress.comparison;
    expect([unit, ...[actual, baseline, activityEffect, factorEffect].map(plain)]).toEqual([
      "kg",
      "100",
      "140",
      "-40",
      "0",
    ]);
  });

  it("gives kilograms, kilograms per full-time equivalent, the sorting rate and what is residual", () => {
    // T1: 10 + 20 sorted for 60 residual; the residual of T2 is missing, so T2 has no rate.
    expect(progress.waste && facts(progress.waste.actual)).toEqual([
      "130",
      "16.25",
      "33.333333333333333333333333333333",
      "60",
    ]);
    expect(progress.waste && facts(progress.waste.baseline)).toEqual([
      "240",
      null,
      "16.666666666666666666666666666667",
      "200",
    ]);
  });

  it("is recorded in kilograms, compared or not", () => {
    expect(plain(progress.total)).toBe("130");
  });

  it("names what is not weighed", () => {
    expect(progress.waste?.unweighed).toEqual([bins]);
  });

  it("says nothing where nothing is recorded", () => {
    const empty = progressOf([], { plan, entries: [], subject: "dechets" });
    expect(empty.waste && facts(empty.waste.actual)).toEqual([null, null, null, null]);
  });
});
