import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  isFutureMonth,
  isMonth,
  lastMonthEnded,
  type Month,
  monthNumber,
  postingMoment,
  previousMonth,
  quarterOfMonth,
} from "../../src/domain/month.ts";
import { planOf } from "../support/build.ts";

const paris = "Europe/Paris";

describe("a month is four digits, a dash and 01 to 12", () => {
  it.each(["2026-01", "2026-09", "2026-12", "1000-10"])("%s", (text) => expect(isMonth(text)).toBe(true));
  it.each(["2026-00", "2026-13", "2026-9", "26-09", "0999-01", "2026-09-01", " 2026-09", "2026-T3", ""])(
    "not “%s”",
    (text) => expect(isMonth(text)).toBe(false),
  );
});

describe("a month, its place, its quarter and the month before", () => {
  it.each([
    ["2026-01", 1, "2026-T1", "2025-12"],
    ["2026-03", 3, "2026-T1", "2026-02"],
    ["2026-04", 4, "2026-T2", "2026-03"],
    ["2026-09", 9, "2026-T3", "2026-08"],
    ["2026-12", 12, "2026-T4", "2026-11"],
  ] as const)("%s: %i, %s, %s", (month, number, quarter, before) => {
    expect([monthNumber(month), quarterOfMonth(month), previousMonth(month)]).toEqual([
      number,
      quarter,
      before,
    ]);
  });
});

// Holidays and weekends checked on a calendar: 1 November 2025 is a Saturday, 1 May 2026 a Friday, and the
// Monday after Easter 2024 is 1 April.
describe("a digest is posted on the first business day of the next month at 9:00 in Paris", () => {
  it.each([
    ["2025-10", "2025-11-03T08:00:00Z"],
    ["2025-12", "2026-01-02T08:00:00Z"],
    ["2024-03", "2024-04-02T07:00:00Z"],
    ["2026-04", "2026-05-04T07:00:00Z"],
    ["2026-07", "2026-08-03T07:00:00Z"],
    ["2026-09", "2026-10-01T07:00:00Z"],
    ["2027-07", "2027-08-02T07:00:00Z"],
  ] as const)("%s at %s", (month, instant) => {
    expect(postingMoment(month, planOf()).toInstant().toString()).toBe(instant);
  });

  it("or on the day and hour that the plan says, in its zone", () => {
    const plan = planOf();
    const calendar = { ...plan.calendar, digest: { businessDay: 3, hour: 11 } };
    const moment = postingMoment("2025-12", { calendar, timeZone: "Indian/Reunion" });
    expect(moment.toInstant().toString()).toBe("2026-01-06T07:00:00Z");
  });
});

describe("the last month ended, and months to come, go by the plan's clock", () => {
  it.each<[instant: string, ended: Month, future: Month]>([
    ["2026-10-31T22:59:59Z", "2026-09", "2026-11"],
    ["2026-10-31T23:00:00Z", "2026-10", "2026-12"],
    ["2026-12-31T23:00:00Z", "2026-12", "2027-02"],
    ["2027-01-15T12:00:00Z", "2026-12", "2027-02"],
  ])("at %s, %s has ended and %s has not begun", (at, ended, future) => {
    const instant = Temporal.Instant.from(at);
    expect(lastMonthEnded(instant, paris)).toBe(ended);
    expect(isFutureMonth(future, instant, paris)).toBe(true);
    expect(isFutureMonth(previousMonth(future), instant, paris)).toBe(false);
  });
});
