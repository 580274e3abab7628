import { describe, expect, it } from "vitest";
import { emission, entry, factor, factorSet, indicator } from "../support/build.ts";
import { plain, progressOf, target, value, year } from "../support/progress.ts";

const gas = indicator("gaz", {
  emission: emission("gaz", { activity: "stationary-fuel", control: "operated" }),
});
const factors = factorSet(factor("gaz", "1"));
const reference = year("gaz", 2021, "100", "100", "100", "100");

describe("a figure of the quarter under way covers less than the quarter it would meet", () => {
  const entries = [...reference, ...year("gaz", 2026, "90", "90", "90", "2")];

  it("counts in the total, and compares with nothing until its quarter is over", () => {
    const progress = progressOf([gas], { entries, factors, current: "2026-T4" });
    expect([
      plain(progress.total),
      plain(progress.comparison.actual),
      plain(progress.comparison.baseline),
    ]).toEqual(["272", "270", "300"]);
    expect(progress.comparison.leftOut).toEqual([
      { indicator: "gaz", period: "2026-T4", side: "actual" },
      { indicator: "gaz", period: "2021-T4", side: "baseline" },
    ]);
    // 400 × 270 / 300: the quarter under way says nothing of the rest of the year.
    expect(plain(progress.projection)).toBe("360");
  });

  it("compares once the quarter is over", () => {
    const { comparison } = progressOf([gas], { entries, factors, current: "2027-T1" });
    expect([plain(comparison.actual), plain(comparison.baseline)]).toEqual(["272", "400"]);
  });

  it("compares in a digest that looks back on a quarter that is over", () => {
    const { comparison } = progressOf([gas], { entries, factors, current: "2026-T4", underWay: "2027-T1" });
    expect([plain(comparison.actual), plain(comparison.baseline)]).toEqual(["272", "400"]);
  });
});

describe("a target typed as a value is shared out by a complete reference year alone", () => {
  const set = target("gaz", 2026, value("300", "kg"));
  const halfYear = year("gaz", 2026, "90", "90");

  it("half a year of a complete reference takes half of it", () => {
    const progress = progressOf([gas], {
      entries: [...reference, ...halfYear],
      subject: gas,
      targets: [set],
    });
    expect([progress.status, plain(progress.aim?.value ?? null)]).toEqual(["off_track", "150"]);
  });

  it("a reference that lacks figures cannot say what share the half is", () => {
    const entries = [entry("gaz", "2021-T1", "100"), entry("gaz", "2021-T2", "100"), ...halfYear];
    const progress = progressOf([gas], { entries, subject: gas, targets: [set] });
    expect([progress.status, progress.aim?.value]).toEqual(["insufficient_data", null]);
  });
});

describe("the quarters said to be compared", () => {
  it("leave out one in between in which nothing compares", () => {
    const entries = [...reference, ...year("gaz", 2026, "90", null, "90", "90")];
    const { compared } = progressOf([gas], { entries, factors });
    expect(compared).toEqual({
      actual: { from: "2026-T1", to: "2026-T4" },
      reference: { from: "2021-T1", to: "2021-T4" },
      without: ["2026-T2"],
    });
  });
});
