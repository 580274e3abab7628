import { Temporal } from "temporal-polyfill";
import { remembering } from "./remembering.ts";

/** The fixed French public holidays (article L3133-1 of the Code du travail), as month and day. */
const fixedDays: ReadonlySet<string> = new Set([
  ...["1-1", "5-1", "5-8", "7-14", "8-15", "11-1", "11-11", "12-25"],
]);

/** Easter Monday, Ascension Thursday and Whit Monday, in days after Easter Sunday. */
const easterOffsetsDays: ReadonlySet<number> = new Set([1, 39, 50]);

/**
 * Easter Sunday of a Gregorian year: the anonymous algorithm that Meeus (Astronomical Algorithms, chapter 8)
 * takes from Jones and Butcher's Ecclesiastical Calendar. Letters are theirs.
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

const easterDays = remembering<number>();

/** Easter Sunday of a year, in days from the beginning of that year, which is 1. */
function easterDayOfYear(year: number): number {
  return easterDays(`${year}`, () => easterSunday(year).dayOfYear);
}

/** Whether that day is one of the eleven public holidays of France. */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  if (fixedDays.has(`${date.month}-${date.day}`)) return true;
  return easterOffsetsDays.has(date.dayOfYear - easterDayOfYear(date.year));
}
