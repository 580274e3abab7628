import Holidays from "date-holidays";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { easterSunday, isPublicHoliday } from "../../src/domain/holidays.ts";

function daysOf(year: number): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));
}

function holidaysOf(year: number): string[] {
  return daysOf(year)
    .filter(isPublicHoliday)
    .map((date) => date.toString());
}

describe("Easter Sunday", () => {
  // Meeus, Astronomical Algorithms, chapter 8 (1991 to 2000, and the extremes), and the calendars since.
  it.each([
    "1818-03-22",
    "1886-04-25",
    "1943-04-25",
    "1954-04-18",
    "1981-04-19",
    "1991-03-31",
    "1992-04-19",
    "1993-04-11",
    "2000-04-23",
    "2021-04-04",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2285-03-22",
  ])("is %s", (date) => {
    expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date);
  });

  it("of any Gregorian year is a Sunday from 22 March to 25 April", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        const easter = easterSunday(year);
        expect(easter.dayOfWeek).toBe(7);
        expect(easter.toString() >= `${year}-03-22` && easter.toString() <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe("French public holidays", () => {
  it("of 2026 are these eleven", () => {
    expect(holidaysOf(2026)).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
  });

  it("are ten in 2008, when Ascension fell on the first of May", () => {
    expect(holidaysOf(2008)).toHaveLength(10);
  });

  it.each(Array.from({ length: 15 }, (_, index) => 2021 + index))(
    "of %i are those of date-holidays",
    (year) => {
      const listed = new Holidays("FR").getHolidays(year).filter(({ type }) => type === "public");
      expect(holidaysOf(year)).toEqual(listed.map(({ date }) => date.slice(0, 10)).toSorted());
    },
  );
});
