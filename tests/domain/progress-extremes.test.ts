import { describe, expect, it } from "vitest";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Indicator } from "../../src/domain/plan.ts";
import type { Progress, ProgressInput } from "../../src/domain/progress.ts";
import { emission, entry, indicator, planOf } from "../support/build.ts";
import { factorsOf, plain, progressOf, rate, target, year } from "../support/progress.ts";

/** 1 kgCO2e a kilogram. */
const paper = indicator("papier", { emission: emission("papier") });
const factors = factorsOf({ papier: "1" });
const reference = year("papier", 2021, "100", "100", "100", "100");

function emissions(entries: StandingEntry[], changes: Partial<ProgressInput> = {}): Progress {
  return progressOf([paper], { entries: [...reference, ...entries], factors, ...changes });
}

describe("extremes", () => {
  const nothing = {
    actual: null,
    baseline: null,
    change: null,
    total: null,
    status: "insufficient_data",
    received: 0,
  };
  const summary = (progress: Progress) => ({
    actual: plain(progress.comparison.actual),
    baseline: plain(progress.comparison.baseline),
    change: plain(progress.changePct),
    total: plain(progress.total),
    status: progress.status,
    received: progress.coverage.received,
  });
  const targets = [target("ges", 2026, rate("4"))];

  it("nothing entered: no amount at all, with a target or without", () => {
    expect(summary(progressOf([paper], { entries: [], factors }))).toEqual(nothing);
    expect(summary(progressOf([paper], { entries: [], factors, targets }))).toEqual(nothing);
    expect(progressOf([paper], { entries: [], factors }).coverage).toEqual({
      received: 0,
      expected: 4,
      missing: [1, 2, 3, 4].map((number) => ({ indicator: "papier", period: `2026-T${number}` })),
    });
  });

  it("one figure only: it is in the total, and compares with nothing", () => {
    const progress = progressOf([paper], { entries: [entry("papier", "2026-T2", "7")], factors, targets });
    expect(summary(progress)).toEqual({ ...nothing, total: "7", received: 1 });
    expect(progress.comparison.leftOut).toEqual([{ indicator: "papier", period: "2026-T2", side: "actual" }]);
  });

  it("a zero baseline: a change without a percentage, and a target of zero", () => {
    const entries = [...year("papier", 2021, "0", "0"), ...year("papier", 2026, "5", "6")];
    const progress = progressOf([paper], { entries, factors, targets });
    expect(summary(progress)).toEqual({
      actual: "11",
      baseline: "0",
      change: null,
      total: "11",
      status: "off_track",
      received: 2,
    });
    expect([plain(progress.comparison.activityEffect), progress.projection]).toEqual(["11", null]);
  });

  it("a reference year with one quarter: the others are left out", () => {
    const entries = [...year("papier", 2021, "100"), ...year("papier", 2026, "50", "60", "70", "80")];
    const progress = progressOf([paper], { entries, factors });
    expect(summary(progress)).toMatchObject({ actual: "50", baseline: "100", total: "260" });
    expect(progress.comparison.leftOut.map(({ period }) => period)).toEqual([
      "2026-T2",
      "2026-T3",
      "2026-T4",
    ]);
    expect(progress.compared).toEqual({
      actual: { from: "2026-T1", to: "2026-T1" },
      reference: { from: "2021-T1", to: "2021-T1" },
      without: [],
    });
  });

  it("the first year: the reference compared with itself does not change, and is on its target", () => {
    const first = [target("ges", 2021, rate("4"))];
    const progress = emissions([], { span: { from: "2021-T1", to: "2021-T4" }, targets: first });
    expect(summary(progress)).toEqual({
      actual: "400",
      baseline: "400",
      change: "0",
      total: "400",
      status: "on_track",
      received: 4,
    });
    expect([progress.demonstrated, plain(progress.uncertainty), plain(progress.projection)]).toEqual([
      null,
      "0",
      "400",
    ]);
  });

  it("a year before the reference has no target", () => {
    const progress = emissions(year("papier", 2020, "90"), {
      span: { from: "2020-T1", to: "2020-T4" },
      targets,
    });
    expect([progress.status, progress.aim, plain(progress.changePct)]).toEqual(["no_target", null, "-10"]);
  });

  it("sixty indicators add up", () => {
    const slugs = Array.from({ length: 60 }, (_, index) => `i${index}`);
    const indicators: Indicator[] = slugs.map((slug) => indicator(slug, { emission: emission("papier") }));
    const entries = slugs.flatMap((slug, index) => [
      ...year(slug, 2021, "10", "10", "10", "10"),
      ...year(slug, 2026, ...(index % 2 === 0 ? ["9", "9", "9", "9"] : ["8", null, "8"])),
    ]);
    const progress = progressOf(indicators, { entries, factors });
    expect(summary(progress)).toEqual({
      actual: "1560",
      baseline: "1800",
      change: "-13.333333333333333333333333333333",
      total: "1560",
      status: "no_target",
      received: 180,
    });
    expect(progress.comparison.leftOut).toHaveLength(60);
  });

  it("a factor older than every activity serves them all: nothing is the factors' doing", () => {
    const old = indicator("elec", {
      emission: emission("", { factor: { kind: "series", byYear: new Map([[2015, "papier"]]) } }),
    });
    const entries = [entry("elec", "2021-T1", "10"), entry("elec", "2026-T1", "8")];
    const progress = progressOf([old], { entries, factors });
    expect([plain(progress.comparison.factorEffect), plain(progress.comparison.activityEffect)]).toEqual([
      "0",
      "-2",
    ]);
    expect(progress.provisional).toEqual(["elec"]);
  });

  it("an indicator removed from the plan counts nowhere, and is named", () => {
    const entries = [
      ...reference,
      ...year("papier", 2026, "50"),
      ...year("fioul", 2021, "9"),
      ...year("fioul", 2026, "9"),
    ];
    const progress = progressOf([paper], { entries, factors });
    expect(summary(progress)).toMatchObject({ actual: "50", baseline: "100", total: "50" });
    expect([progress.notInPlan, progress.comparison.leftOut.map(({ indicator: slug }) => slug)]).toEqual([
      ["fioul"],
      ["papier", "papier", "papier"],
    ]);
  });
});

describe("a change against its uncertainty", () => {
  // A standing factor errs alike on both sides: 50 % × the change, and 5 % of each of the two figures.
  it.each([
    ["30", true, "-70"],
    ["97", false, "-3"],
    ["103", false, "3"],
    ["100", null, "0"],
  ])("100 kg becoming %s is demonstrated: %s", (actual, demonstrated, change) => {
    const progress = progressOf([paper], {
      entries: [entry("papier", "2021-T1", "100"), entry("papier", "2026-T1", actual)],
      factors,
    });
    expect([progress.demonstrated, plain(progress.changePct)]).toEqual([demonstrated, change]);
  });

  it("is said of emissions only", () => {
    const progress = emissions(year("papier", 2026, "50"), { subject: paper });
    expect([progress.uncertainty, progress.demonstrated, progress.comparison.unit]).toEqual([
      null,
      null,
      "kg",
    ]);
  });
});

it("the coverage of a span counts the figures expected, those begun and owed", () => {
  const plan = { ...planOf(paper), collectFrom: "2026-T2" as const };
  const progress = progressOf([], {
    plan,
    factors,
    entries: year("papier", 2026, "1", "2"),
    current: "2026-T3",
    span: { from: "2026-T1", to: "2026-T4" },
  });
  expect(progress.coverage).toEqual({
    received: 1,
    expected: 2,
    missing: [{ indicator: "papier", period: "2026-T3" }],
  });
});
