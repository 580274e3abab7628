import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { leadingDate, readDate, withoutLinks } from "../../src/domain/date-text.ts";

// Tuesday.
const today = Temporal.PlainDate.from("2026-11-24");
const first = { today, begins: null };
const ends = (begins: string) => ({ today, begins: Temporal.PlainDate.from(begins) });

describe("a day as people write it, on Tuesday 24 November 2026", () => {
  it.each([
    { typed: "2026-12-24", day: "2026-12-24" },
    { typed: "2026/12/24", day: "2026-12-24" },
    { typed: "24/12/2026", day: "2026-12-24" },
    { typed: "24-12-2026", day: "2026-12-24" },
    { typed: "24.12.26", day: "2026-12-24" },
    { typed: "24/12", day: "2026-12-24" },
    { typed: "4/1", day: "2027-01-04" },
    { typed: "24 décembre", day: "2026-12-24" },
    { typed: "24 DECEMBRE 2027", day: "2027-12-24" },
    { typed: "le 24 déc.", day: "2026-12-24" },
    { typed: "1er janvier", day: "2027-01-01" },
    { typed: "jeudi 24 décembre", day: "2026-12-24" },
    { typed: "jeudi 24 décembre 2026", day: "2026-12-24" },
    { typed: "24 December", day: "2026-12-24" },
    { typed: "December 24, 2026", day: "2026-12-24" },
    { typed: "Thursday 24th of December 2026", day: "2026-12-24" },
    { typed: "Mar 24", day: "2027-03-24" },
    { typed: "29/02", day: "2028-02-29" },
    { typed: "aujourd’hui", day: "2026-11-24" },
    { typed: "today", day: "2026-11-24" },
    { typed: "demain", day: "2026-11-25" },
    { typed: "Après-demain", day: "2026-11-26" },
    { typed: "day after tomorrow", day: "2026-11-26" },
    { typed: "hier", day: "2026-11-23" },
    { typed: "lundi", day: "2026-11-30" },
    { typed: "lundi prochain", day: "2026-11-30" },
    { typed: "mardi", day: "2026-12-01" },
    { typed: "next friday", day: "2026-11-27" },
    { typed: "dans 3 jours", day: "2026-11-27" },
    { typed: "dans une semaine", day: "2026-12-01" },
    { typed: "in 2 weeks", day: "2026-12-08" },
    { typed: "dans 1 mois", day: "2026-12-24" },
    { typed: "23/11", day: "2026-11-23" },
    { typed: "25/10", day: "2026-10-25" },
    { typed: "23/10", day: "2027-10-23" },
  ])("« $typed » is $day", ({ typed, day }) => {
    expect(readDate(typed, first)?.toString()).toBe(day);
  });

  it.each([
    "",
    "32/12",
    "24/13",
    "12/24",
    "30/02/2026",
    "29/02/2026",
    "2026-13-01",
    "24",
    "24 jui",
    "24 smarch",
    "vendredi 24 décembre",
    "24 décembre 26 2026",
    "demain matin",
    "dans 3",
    "dans 3 lustres",
    "T3 2026",
  ])("« %s » is none", (typed) => {
    expect(readDate(typed, first)).toBeNull();
  });

  it("any date is read from ISO 8601, and from day, month and year", () => {
    const dates = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(dates, (iso) => {
        const [year, month, day] = iso.split("-");
        expect(readDate(iso, first)?.toString()).toBe(iso);
        expect(readDate(`${day}/${month}/${year}`, first)?.toString()).toBe(iso);
        expect(readDate(`${Number(day)}.${Number(month)}.${year}`, first)?.toString()).toBe(iso);
      }),
    );
  });
});

describe("the end of a span", () => {
  it.each([
    { begins: "2026-12-24", typed: "02/01", day: "2027-01-02", why: "the next year is near" },
    { begins: "2026-12-24", typed: "24/12", day: "2026-12-24", why: "the same day" },
    { begins: "2027-01-01", typed: "31/12", day: "2027-12-31", why: "the same year, however long" },
    {
      begins: "2026-10-26",
      typed: "20/10",
      day: "2026-10-20",
      why: "before, which is a mistake and not a year away",
    },
    { begins: "2026-12-21", typed: "vendredi", day: "2026-12-25", why: "the Friday of that week" },
    { begins: "2026-12-24", typed: "demain", day: "2026-11-25", why: "tomorrow is from today" },
    { begins: "2026-12-24", typed: "2026-12-01", day: "2026-12-01", why: "a whole date is as written" },
  ])("from $begins to « $typed » is $day: $why", ({ begins, typed, day }) => {
    expect(readDate(typed, ends(begins))?.toString()).toBe(day);
  });
});

describe("a day at the beginning of a line", () => {
  it.each([
    { words: "24 décembre 2026 mobilite", taken: 3, day: "2026-12-24" },
    { words: "24 décembre 27 décembre", taken: 2, day: "2026-12-24" },
    { words: "demain vendredi", taken: 1, day: "2026-11-25" },
    { words: "lundi vendredi", taken: 1, day: "2026-11-30" },
  ])("« $words »: $taken words, $day", ({ words, taken, day }) => {
    const read = leadingDate(words.split(" "), first);
    expect({ taken: read?.taken, day: read?.date.toString() }).toEqual({ taken, day });
  });

  it("is none where other words begin", () => {
    expect(leadingDate(["mobilite", "24/12"], first)).toBeNull();
  });

  it.each([
    { words: "du 24/12", rest: "24/12" },
    { words: "jusqu’au 24/12", rest: "24/12" },
    { words: "à partir du 24/12", rest: "24/12" },
    { words: "– 24/12", rest: "24/12" },
    { words: "au", rest: "" },
  ])("« $words » leads to « $rest »", ({ words, rest }) => {
    expect(withoutLinks(words.split(" ")).join(" ")).toBe(rest);
  });
});
