import { describe, expect, it } from "vitest";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Progress, ProgressInput } from "../../src/domain/progress.ts";
import { emission, entry, indicator } from "../support/build.ts";
import { factorsOf, plain, progressOf, rate, target, value, year } from "../support/progress.ts";

/** 1 kgCO2e a kilogram. */
const paper = indicator("papier", { emission: emission("papier") });
const factors = factorsOf({ papier: "1", eau: "1" });
const reference = year("papier", 2021, "100", "100", "100", "100");

function emissions(entries: StandingEntry[], changes: Partial<ProgressInput> = {}): Progress {
  return progressOf([paper], { entries: [...reference, ...entries], factors, ...changes });
}

describe("the status against a falling target", () => {
  // 10 % a year over five years: 400 × 0.59049 = 236.196, and 5 % above it is 248.0058.
  const targets = [target("ges", 2026, rate("10"))];
  it.each([
    ["236.196", "on_track"],
    ["0", "on_track"],
    ["236.197", "at_risk"],
    ["248.0058", "at_risk"],
    ["248.0059", "off_track"],
  ])("at %s kg: %s", (total, status) => {
    const progress = emissions(year("papier", 2026, total, "0", "0", "0"), { targets });
    expect([progress.status, plain(progress.aim?.value ?? null), plain(progress.aim?.pct ?? null)]).toEqual([
      status,
      "236.196",
      "-40.951",
    ]);
  });
});

describe("the status of an indicator that should go up is the mirror image", () => {
  const sessions = indicator("formations", { direction: "up", unit: "unité", family: "outreach" });
  const entries = year("formations", 2021, "10", "10", "10", "10");
  // 10 % up a year over five years: 40 × 1.61051 = 64.4204, and 5 % below it is 61.19938.
  const targets = [target("formations", 2026, rate("10"))];
  it.each([
    ["64.4204", "on_track"],
    ["100", "on_track"],
    ["64.42", "at_risk"],
    ["61.19938", "at_risk"],
    ["61.19937", "off_track"],
  ])("at %s sessions: %s", (total, status) => {
    const progress = progressOf([sessions], {
      entries: [...entries, ...year("formations", 2026, total, "0", "0", "0")],
      subject: sessions,
      targets,
    });
    expect([progress.status, plain(progress.aim?.value ?? null)]).toEqual([status, "64.4204"]);
  });
});

describe("a target for part of a year", () => {
  const entries = year("papier", 2026, "50", "60");
  it("at a rate is that of the same quarters of the reference year", () => {
    const { aim, status } = emissions(entries, { targets: [target("ges", 2026, rate("10"))] });
    expect([plain(aim?.value ?? null), plain(aim?.yearValue ?? null), status]).toEqual([
      "118.098",
      "236.196",
      "on_track",
    ]);
  });

  it("of a value is its share of the reference year, so far", () => {
    const seasonal = year("papier", 2021, "300", "100", "50", "150");
    const targets = [target("ges", 2026, value("300", "kgCO2e"))];
    const progress = progressOf([paper], { entries: [...seasonal, ...entries], factors, targets });
    expect([plain(progress.aim?.value ?? null), plain(progress.aim?.pct ?? null)]).toEqual(["200", "-50"]);
  });

  it("covers the figures that compare, and no other", () => {
    const water = indicator("eau", { emission: emission("eau") });
    const entriesOfBoth = [
      ...reference,
      ...year("eau", 2021, "100", "100", "100", "100"),
      ...year("papier", 2026, "50"),
    ];
    const targets = [target("ges", 2026, value("400", "kgCO2e"))];
    const progress = progressOf([paper, water], { entries: entriesOfBoth, factors, targets });
    expect([plain(progress.aim?.value ?? null), plain(progress.aim?.judged ?? null)]).toEqual(["50", "50"]);
  });

  it("is judged against the reference year, whatever else the span is compared with", () => {
    const targets = [target("ges", 2026, rate("10"))];
    const lastYear = year("papier", 2025, "10", "10");
    const progress = emissions([...lastYear, ...entries], { targets, against: "previous_year" });
    expect([
      plain(progress.comparison.baseline),
      plain(progress.aim?.value ?? null),
      progress.status,
    ]).toEqual(["20", "118.098", "on_track"]);
  });
});

describe("a value target without a reference", () => {
  const sessions = indicator("formations", { direction: "up", unit: "unité" });
  const targets = [target("formations", 2026, value("12", "unité"))];
  const run = (...values: (string | null)[]) => {
    const entries = year("formations", 2026, ...values);
    const { aim, status } = progressOf([sessions], { entries, subject: sessions, targets });
    return [plain(aim?.value ?? null), plain(aim?.judged ?? null), status];
  };

  it.each([
    { values: ["3", "3", "3", "3"], told: ["12", "12", "on_track"] },
    { values: ["3", "3", "3", "2"], told: ["12", "11", "off_track"] },
    { values: ["9", "9", "9"], told: [null, null, "insufficient_data"] },
  ])("is held against a complete year, and against nothing less: $values", ({ values, told }) => {
    expect(run(...values)).toEqual(told);
  });
});

describe("without a target", () => {
  it("the status is no_target once something compares", () => {
    expect(emissions(year("papier", 2026, "50")).status).toBe("no_target");
  });

  it("an indicator without direction has none, whatever was set", () => {
    const time = indicator("temps", { direction: "none" });
    const progress = progressOf([time], {
      entries: [entry("temps", "2021-T1", "2"), entry("temps", "2026-T1", "9")],
      subject: time,
      targets: [target("temps", 2026, value("4", "kg"))],
    });
    expect([progress.status, plain(progress.changePct)]).toEqual(["no_target", "350"]);
  });
});

describe("the projection of a year", () => {
  it.each([
    { case: "one quarter is not enough", values: ["50"], projection: null },
    { case: "two quarters carry the reference year's total", values: ["50", "70"], projection: "240" },
    { case: "a missing quarter is passed over", values: ["50", null, "70"], projection: "240" },
    { case: "a complete year is itself", values: ["50", "70", "90", "30"], projection: "240" },
    { case: "nothing entered projects nothing", values: [], projection: null },
  ])("$case", ({ values, projection }) => {
    expect(plain(emissions(year("papier", 2026, ...values)).projection)).toBe(projection);
  });

  it("of a complete year holds what the reference lacks", () => {
    const water = indicator("eau", { emission: emission("eau") });
    const entries = [
      ...reference,
      ...year("papier", 2026, "50", "50", "50", "50"),
      ...year("eau", 2026, "1", "1", "1", "1"),
    ];
    const progress = progressOf([paper, water], { entries, factors });
    expect([plain(progress.projection), plain(progress.total), plain(progress.comparison.actual)]).toEqual([
      "204",
      "204",
      "200",
    ]);
  });

  it("is not made from one quarter of the middle of the year, nor over two years", () => {
    const entries = year("papier", 2026, "50", "70", "90");
    const third = emissions(entries, { span: { from: "2026-T2", to: "2026-T3" } });
    const two = emissions(entries, { span: { from: "2025-T4", to: "2026-T3" } });
    expect([third.projection, two.projection]).toEqual([null, null]);
  });

  it("is not made when the reference year lacks a whole quarter", () => {
    const entries = [...year("papier", 2021, "100", "100", "100"), ...year("papier", 2026, "50", "70")];
    const progress = progressOf([paper], { entries, factors });
    expect([progress.projection, progress.referenceYear.coverage.missing]).toEqual([
      null,
      [{ indicator: "papier", period: "2021-T4" }],
    ]);
  });
});
