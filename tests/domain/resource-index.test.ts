import { describe, expect, it } from "vitest";
import { indicator } from "../support/build.ts";
import { plain, progressOf, rate, target, value, year } from "../support/progress.ts";

describe("resources", () => {
  const water = indicator("eau", { unit: "m3" });
  const power = indicator("elec", { unit: "kWh" });
  const gas = indicator("gaz", { unit: "kWh PCS" });
  const ink = indicator("encre", { unit: "L" });
  const entries = [
    ...year("eau", 2021, "10", "10", "10", "10"),
    ...year("eau", 2026, "8", "8"),
    ...year("elec", 2021, "1000"),
    ...year("elec", 2026, "1100"),
    ...year("gaz", 2021, "0"),
    ...year("gaz", 2026, "5"),
    ...year("encre", 2026, "5"),
  ];
  const indicators = [water, power, gas, ink];
  const progress = progressOf(indicators, {
    entries,
    subject: "ressources",
    targets: [target("ressources", 2026, rate("1"))],
  });

  it("are one index: 100 × (1 + the unweighted mean of the changes), a zero baseline left out", () => {
    // -20 % and +10 %: a mean of -5 %.
    const { actual, baseline, unit, activityEffect, factorEffect } = progress.comparison;
    expect([unit, ...[actual, baseline, activityEffect, factorEffect].map(plain)]).toEqual([
      "index",
      "95",
      "100",
      "-5",
      "0",
    ]);
    expect(progress.resources?.map((each) => plain(each.changePct))).toEqual(["-20", "10", null, null]);
  });

  it("have a target on the index, and a projection of it", () => {
    expect([plain(progress.aim?.value ?? null), progress.status, plain(progress.projection)]).toEqual([
      "95.09900499",
      "on_track",
      "95",
    ]);
  });

  it("take a value target as an index", () => {
    const { aim, status } = progressOf(indicators, {
      entries,
      subject: "ressources",
      targets: [target("ressources", 2026, value("90", "index"))],
    });
    expect([plain(aim?.value ?? null), plain(aim?.pct ?? null), status]).toEqual(["90", "-10", "off_track"]);
  });

  it("do not add up: there is no total", () => {
    expect(progress.total).toBeNull();
  });
});
