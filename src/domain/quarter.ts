import { Temporal } from "temporal-polyfill";
import type { Period, Quarter, Year } from "./period.ts";
import { dateIn } from "./wall-clock.ts";

/** A quarter's place in its year. */
export type QuarterNumber = 1 | 2 | 3 | 4;

const numbers: readonly QuarterNumber[] = [1, 2, 3, 4];

/** The quarter `number` of the civil year `year` (1000 to 9999). */
export function quarter(year: number, number: QuarterNumber): Quarter {
  return `${year}-T${number}`;
}

/** True for "2026-T1", and nothing looser. */
export function isQuarter(text: string): text is Quarter {
  return /^[1-9]\d{3}-T[1-4]$/.test(text);
}

/** True for four digits, "2026". */
export function isYear(text: string): text is Year {
  return /^[1-9]\d{3}$/.test(text);
}

/** The quarter written exactly "2026-T1"; null for any other text. */
export function parseQuarter(text: string): Quarter | null {
  return isQuarter(text) ? text : null;
}

/** The civil year a period lies in. */
export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** The place of a quarter in its year. */
export function quarterNumber(of: Quarter): QuarterNumber {
  return numbers.find((number) => of.endsWith(`${number}`)) ?? 1;
}

/** The quarter that holds a date. */
export function quarterOf(date: Temporal.PlainDate): Quarter {
  return numbered(date.year * 4 + Math.floor((date.month - 1) / 3));
}

/** The quarter under way at `now` in `timeZone` (IANA name). */
export function currentQuarter(now: Temporal.Instant, timeZone: string): Quarter {
  return quarterOf(dateIn(now, timeZone));
}

/** The quarter whose collection is open: the last one ended. */
export function openQuarter(now: Temporal.Instant, timeZone: string): Quarter {
  return previousQuarter(currentQuarter(now, timeZone));
}

/** The quarter `count` quarters later, earlier when negative. */
export function addQuarters(from: Quarter, count: number): Quarter {
  return numbered(ordinal(from) + count);
}

/** The quarter before. */
export function previousQuarter(of: Quarter): Quarter {
  return addQuarters(of, -1);
}

/** The quarter after. */
export function nextQuarter(of: Quarter): Quarter {
  return addQuarters(of, 1);
}

/** Negative, zero or positive as `a` is before, is, or is after `b`: the number of quarters between. */
export function compareQuarters(a: Quarter, b: Quarter): number {
  return ordinal(a) - ordinal(b);
}

/** The four quarters of a civil year, in order. */
export function quartersOfYear(year: number): readonly [Quarter, Quarter, Quarter, Quarter] {
  return [quarter(year, 1), quarter(year, 2), quarter(year, 3), quarter(year, 4)];
}

/** Every quarter from `from` to `to`, both included; empty when `to` is before `from`. */
export function quarterRange(from: Quarter, to: Quarter): Quarter[] {
  const length = Math.max(0, compareQuarters(to, from) + 1);
  return Array.from({ length }, (_, index) => addQuarters(from, index));
}

/** The same quarter of another civil year. */
export function sameQuarterOf(of: Quarter, year: number): Quarter {
  return quarter(year, quarterNumber(of));
}

/** The first day of a quarter. */
export function firstDay(of: Quarter): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: yearOf(of), month: quarterNumber(of) * 3 - 2, day: 1 });
}

/** The last day of a quarter. */
export function lastDay(of: Quarter): Temporal.PlainDate {
  return firstDay(of).add({ months: 3 }).subtract({ days: 1 });
}

/** Quarters counted from year 0. */
function ordinal(of: Quarter): number {
  return yearOf(of) * 4 + quarterNumber(of) - 1;
}

function numbered(count: number): Quarter {
  const year = Math.floor(count / 4);
  return quarter(year, numbers[count - year * 4] ?? 1);
}
