import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import * as quarters from "../../src/domain/quarter.ts";

const anyQuarter = fc
  .tuple(fc.integer({ min: 1100, max: 9000 }), fc.constantFrom<quarters.QuarterNumber>(1, 2, 3, 4))
  .map(([year, number]) => quarters.quarter(year, number));

describe("the quarter of a date", () => {
  it.each([
    ["2026-01-01", "2026-T1"],
    ["2026-03-31", "2026-T1"],
    ["2026-04-01", "2026-T2"],
    ["2026-06-30", "2026-T2"],
    ["2026-07-01", "2026-T3"],
    ["2026-09-30", "2026-T3"],
    ["2026-10-01", "2026-T4"],
    ["2026-12-31", "2026-T4"],
  ])("of %s is %s", (date, expected) => {
    expect(quarters.quarterOf(Temporal.PlainDate.from(date))).toBe(expected);
  });

  it.each([
    ["2026-11-23T11:00:00Z", "Europe/Paris", "2026-T4", "2026-T3"],
    ["2026-12-31T22:59:59Z", "Europe/Paris", "2026-T4", "2026-T3"],
    ["2026-12-31T23:00:00Z", "Europe/Paris", "2027-T1", "2026-T4"],
    ["2026-12-31T23:00:00Z", "America/Martinique", "2026-T4", "2026-T3"],
    ["2026-06-30T22:00:00Z", "Europe/Paris", "2026-T3", "2026-T2"],
    ["2026-01-01T00:00:00Z", "Europe/Paris", "2026-T1", "2025-T4"],
  ])("at %s in %s is %s, and %s is open to collection", (at, timeZone, current, open) => {
    const now = Temporal.Instant.from(at);
    expect(quarters.currentQuarter(now, timeZone)).toBe(current);
    expect(quarters.openQuarter(now, timeZone)).toBe(open);
  });
});

describe("the text of a period", () => {
  it.each(["2026-T1", "2026-T4", "1990-T2"])("%s is a quarter", (text) => {
    expect([quarters.parseQuarter(text), quarters.isQuarter(text), quarters.isYear(text)]).toEqual([
      text,
      true,
      false,
    ]);
  });
  it.each(["2026", "1990"])("%s is a year", (text) => {
    expect([quarters.parseQuarter(text), quarters.isQuarter(text), quarters.isYear(text)]).toEqual([
      null,
      false,
      true,
    ]);
  });
  it.each([
    "2026-T0",
    "2026-T5",
    "2026-t1",
    "2026-Q1",
    "T1 2026",
    "26-T1",
    "2026-T1 ",
    "2026-T11",
    "0026",
    "20261",
    "",
  ])("%j is neither", (text) => {
    expect([quarters.parseQuarter(text), quarters.isQuarter(text), quarters.isYear(text)]).toEqual([
      null,
      false,
      false,
    ]);
  });
});

describe("neighbours", () => {
  it.each([
    ["2026-T1", 1, "2026-T2"],
    ["2026-T4", 1, "2027-T1"],
    ["2026-T1", -1, "2025-T4"],
    ["2026-T3", -4, "2025-T3"],
    ["2026-T3", 0, "2026-T3"],
    ["2026-T3", -11, "2023-T4"],
  ] as const)("%s and %i quarters is %s", (from, count, expected) => {
    expect(quarters.addQuarters(from, count)).toBe(expected);
  });

  it("are the previous and the next", () => {
    expect([quarters.previousQuarter("2026-T1"), quarters.nextQuarter("2026-T4")]).toEqual([
      "2025-T4",
      "2027-T1",
    ]);
  });

  it("are in the order of time", () => {
    const shuffled = ["2026-T2", "2025-T4", "2026-T1", "2025-T1"] as const;
    expect(shuffled.toSorted(quarters.compareQuarters)).toEqual(["2025-T1", "2025-T4", "2026-T1", "2026-T2"]);
  });

  it("follow each other in a range, both ends included", () => {
    expect(quarters.quarterRange("2025-T3", "2026-T2")).toEqual(["2025-T3", "2025-T4", "2026-T1", "2026-T2"]);
    expect(quarters.quarterRange("2026-T2", "2026-T2")).toEqual(["2026-T2"]);
    expect(quarters.quarterRange("2026-T2", "2026-T1")).toEqual([]);
  });
});

describe("a quarter in its year", () => {
  it("has a year and a number, and the same place in other years", () => {
    expect([quarters.yearOf("2026-T3"), quarters.yearOf("2025")]).toEqual([2026, 2025]);
    expect(quarters.quartersOfYear(2025)).toEqual(["2025-T1", "2025-T2", "2025-T3", "2025-T4"]);
    expect(quarters.quartersOfYear(2025).map(quarters.quarterNumber)).toEqual([1, 2, 3, 4]);
    expect(quarters.sameQuarterOf("2026-T3", 2021)).toBe("2021-T3");
  });

  it.each([
    ["2024-T1", "2024-01-01", "2024-03-31"],
    ["2026-T2", "2026-04-01", "2026-06-30"],
    ["2026-T3", "2026-07-01", "2026-09-30"],
    ["2026-T4", "2026-10-01", "2026-12-31"],
  ] as const)("%s runs from %s to %s", (quarter, first, last) => {
    expect([`${quarters.firstDay(quarter)}`, `${quarters.lastDay(quarter)}`]).toEqual([first, last]);
  });
});

describe("properties", () => {
  it("adding and comparing undo each other", () => {
    fc.assert(
      fc.property(anyQuarter, fc.integer({ min: -400, max: 400 }), (from, count) => {
        const to = quarters.addQuarters(from, count);
        expect(quarters.compareQuarters(to, from)).toBe(count);
        expect(quarters.parseQuarter(to)).toBe(to);
      }),
    );
  });

  it("the first and last days belong to their quarter, and the next day to the next", () => {
    fc.assert(
      fc.property(anyQuarter, (quarter) => {
        const last = quarters.lastDay(quarter);
        expect(quarters.quarterOf(quarters.firstDay(quarter))).toBe(quarter);
        expect(quarters.quarterOf(last)).toBe(quarter);
        expect(quarters.quarterOf(last.add({ days: 1 }))).toBe(quarters.nextQuarter(quarter));
      }),
    );
  });
});
