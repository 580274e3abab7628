import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  digestDay,
  dueDay,
  isBusinessDay,
  mostUrgent,
  nextBusinessDay,
  type Stage,
  stageDay,
  stageReached,
  stages,
} from "../../src/domain/calendar.ts";
import type { CalendarSettings } from "../../src/domain/plan.ts";
import type { QuarterNumber } from "../../src/domain/quarter.ts";
import { parseQuarter, quarter } from "../../src/domain/quarter.ts";
import { planOf } from "../support/build.ts";
import { isWorked, plusDays, workedDay } from "../support/french-days.ts";

type Sample = {
  quarters: (Record<Stage, string> & { quarter: string; due: string })[];
  digests: { month: string; posted: string }[];
};

const sample: Sample = JSON.parse(
  readFileSync(new URL("../fixtures/calendar.json", import.meta.url), "utf8"),
);
const { calendar } = planOf();
const day = (iso: string) => Temporal.PlainDate.from(iso);

function named(text: string) {
  const read = parseQuarter(text);
  if (read === null) throw new Error(`${text} is no quarter`);
  return read;
}

describe("the calendar of the shipped plan", () => {
  it.each(sample.quarters)("of $quarter: due $due and its stages", (expected) => {
    const of = named(expected.quarter);
    const days = stages.map((stage) => [stage, stageDay(of, stage, calendar).toString()]);
    expect({
      quarter: of,
      due: dueDay(of, calendar).toString(),
      ...Object.fromEntries(days),
    }).toEqual(expected);
  });

  it.each(sample.digests)("posts the digest of $month on $posted", ({ month, posted }) => {
    expect(digestDay(month, calendar).toString()).toBe(posted);
  });

  it("refuses a month that is none", () => {
    expect(() => digestDay("2026-13", calendar)).toThrow(RangeError);
  });
});

describe("from 2021 to 2035, against date-holidays", () => {
  const years = Array.from({ length: 15 }, (_, index) => 2021 + index);

  it.each(years)("every day of %i is worked or not", (year) => {
    const first = day(`${year}-01-01`);
    const all = Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));
    expect(all.filter((date) => isBusinessDay(date) !== isWorked(date.toString()))).toEqual([]);
  });

  const cases = years.flatMap((year) =>
    ([1, 2, 3, 4] as const).map((number: QuarterNumber) => ({ of: quarter(year, number), year, number })),
  );
  it.each(cases)("$of: due day and stages", ({ of, year, number }) => {
    const month = number === 4 ? `${year + 1}-01` : `${year}-${String(number * 3 + 1).padStart(2, "0")}`;
    const due = isWorked(`${month}-15`) ? `${month}-15` : workedDay(`${month}-15`, 1);
    expect(
      [dueDay(of, calendar), ...stages.map((stage) => stageDay(of, stage, calendar))].map(String),
    ).toEqual([
      due,
      workedDay(plusDays(`${month}-01`, -1), 1),
      workedDay(due, -5),
      workedDay(due, -1),
      workedDay(due, 1),
      workedDay(due, 5),
    ]);
  });
});

describe("business days", () => {
  it.each([
    {
      from: "2026-05-07",
      count: 1,
      to: "2026-05-11",
      why: "the 8th of May is a holiday, then comes a weekend",
    },
    { from: "2026-05-11", count: -1, to: "2026-05-07", why: "the same way back" },
    { from: "2026-12-24", count: 1, to: "2026-12-28", why: "Christmas on a Friday" },
    { from: "2026-05-09", count: 0, to: "2026-05-09", why: "no step from a Saturday" },
    { from: "2025-12-31", count: 1, to: "2026-01-02", why: "New Year's Day" },
  ])("$count after $from is $to: $why", ({ from, count, to }) => {
    expect(addBusinessDays(day(from), count).toString()).toBe(to);
  });

  it.each([
    { on: "2026-11-01", next: "2026-11-02" },
    { on: "2026-11-02", next: "2026-11-02" },
    { on: "2027-05-06", next: "2027-05-07" },
  ])("the first from $on is $next", ({ on, next }) => {
    expect(nextBusinessDay(day(on)).toString()).toBe(next);
  });
});

describe("the settings of the plan", () => {
  const changed: CalendarSettings = {
    dueDay: 10,
    stages: { opening: 3, reminder: -2, eve: 0, overdue: 2, escalation: 10 },
    hours: { from: 8, to: 20 },
    digest: { businessDay: 3, hour: 8 },
  };

  it("move every day", () => {
    const days = stages.map((stage) => stageDay("2026-T3", stage, changed).toString());
    expect([dueDay("2026-T3", changed).toString(), ...days]).toEqual([
      "2026-10-12",
      "2026-10-05",
      "2026-10-08",
      "2026-10-12",
      "2026-10-14",
      "2026-10-26",
    ]);
    expect(digestDay("2026-12", changed).toString()).toBe("2027-01-06");
  });
});

describe("the stage reached", () => {
  it.each([
    { on: "2026-09-30", stage: null },
    { on: "2026-10-01", stage: "opening" },
    { on: "2026-10-07", stage: "opening" },
    { on: "2026-10-08", stage: "reminder" },
    { on: "2026-10-14", stage: "eve" },
    { on: "2026-10-15", stage: "eve" },
    { on: "2026-10-16", stage: "overdue" },
    { on: "2026-10-22", stage: "escalation" },
    { on: "2030-01-01", stage: "escalation" },
  ])("of 2026-T3 on $on is $stage", ({ on, stage }) => {
    expect(stageReached("2026-T3", day(on), calendar)).toBe(stage);
  });

  it("that is most urgent wins, and none of none", () => {
    expect(mostUrgent(["eve", "overdue", "opening"])).toBe("overdue");
    expect(mostUrgent([])).toBeNull();
  });
});
