import type { Quarter } from "../period.ts";
import {
  addQuarters,
  previousQuarter,
  type QuarterNumber,
  quarter,
  quarterNumber,
  yearOf,
} from "../quarter.ts";
import type { Span } from "../span.ts";

/** What a question calls a period. `given` is how it was named, which decides what it compares with. */
export type NamedSpan = Span & {
  readonly kind: "quarter" | "semester" | "month" | "year" | "run";
  /** False where no year was said: a neighbour's may be taken. */
  readonly hasYear: boolean;
};

/** What the reading of periods depends on. */
export type Calendar = {
  /** The quarter under way. */
  readonly current: Quarter;
  /** The month under way, 1 to 12. */
  readonly month: number;
  readonly referenceYear: number;
  /** The first quarter that figures are expected for. */
  readonly first: Quarter;
};

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
  douze: 12,
  twelve: 12,
};
/** A number in letters or digits; NaN for another word. */
export function numberOf(text: string | undefined): number {
  return numbers[text ?? ""] ?? Number(text);
}

/** The place of a quarter in its year, from its ordinal. */
export function ordinalOf(text: string | undefined): QuarterNumber | null {
  const word = text ?? "";
  if (/^(?:1|premier|first)/.test(word)) return 1;
  if (/^(?:2|deuxieme|second)/.test(word)) return 2;
  if (/^(?:3|troisieme|third)/.test(word)) return 3;
  return /^(?:4|quatrieme|fourth)/.test(word) ? 4 : null;
}

/** A year as written: "2025", "25", or "Y-1" for so many years from this one. */
export function yearFrom(text: string | undefined, { current }: Calendar): number | null {
  if (text === undefined) return null;
  if (text.startsWith("Y")) return yearOf(current) + Number(text.slice(1));
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** The quarter of that number: of the year said, else the most recent that has begun. */
export function quarterSpan(
  number: QuarterNumber | null,
  year: string | undefined,
  calendar: Calendar,
): NamedSpan | null {
  if (number === null) return null;
  const { current } = calendar;
  const said = yearFrom(year, calendar);
  const latest = number <= quarterNumber(current) ? yearOf(current) : yearOf(current) - 1;
  const one = quarter(said ?? latest, number);
  return { from: one, to: one, kind: "quarter", hasYear: said !== null };
}

/** A half of a year: of the year said, else the most recent that has begun. */
export function semesterSpan(number: number, year: string | undefined, calendar: Calendar): NamedSpan {
  const { current } = calendar;
  const said = yearFrom(year, calendar);
  const started = number === 1 || quarterNumber(current) >= 3;
  const civil = said ?? (started ? yearOf(current) : yearOf(current) - 1);
  const [from, to] = number === 1 ? ([1, 2] as const) : ([3, 4] as const);
  return { from: quarter(civil, from), to: quarter(civil, to), kind: "semester", hasYear: said !== null };
}

/** The quarter of a month: of the year said, else the most recent that has begun. */
export function monthSpan(month: number, year: string | undefined, calendar: Calendar): NamedSpan | null {
  const said = yearFrom(year, calendar);
  const civil = said ?? (month <= calendar.month ? yearOf(calendar.current) : yearOf(calendar.current) - 1);
  const number = ordinalOf(`${Math.ceil(month / 3)}`);
  if (number === null) return null;
  const one = quarter(civil, number);
  return { from: one, to: one, kind: "month", hasYear: said !== null };
}

/** The four quarters of a civil year. */
export function yearSpan(year: number): NamedSpan {
  return { from: quarter(year, 1), to: quarter(year, 4), kind: "year", hasYear: true };
}

/** The year under way so far, or a whole other year. */
export function civilYear(year: number, { current }: Calendar): NamedSpan {
  return year === yearOf(current) ? { ...yearSpan(year), to: current } : yearSpan(year);
}

/** That many of the last quarters that have ended. */
function lastQuarters(many: number, { current }: Calendar): NamedSpan | null {
  if (!Number.isInteger(many) || many < 1 || many > 80) return null;
  const to = previousQuarter(current);
  return { from: addQuarters(to, 1 - many), to, kind: "run", hasYear: true };
}

/** That many of the last quarters, years, half-years or months that have ended. */
export function lastMany(many: number, unit: string, calendar: Calendar): NamedSpan | null {
  if (/^(?:an|annee|year)/.test(unit)) {
    const last = yearOf(calendar.current) - 1;
    if (many < 1 || many > 20) return null;
    return { from: quarter(last - many + 1, 1), to: quarter(last, 4), kind: "run", hasYear: true };
  }
  if (/^(?:mois|month)/.test(unit)) return many % 3 === 0 ? lastQuarters(many / 3, calendar) : null;
  return lastQuarters(/^(?:semestre|half)/.test(unit) ? many * 2 : many, calendar);
}

/** How many quarters that many quarters, half-years or months make; null where they make no whole ones. */
function quartersIn(many: number, unit: string): number | null {
  const quarters = /^(?:mois|month)/.test(unit)
    ? many / 3
    : /^(?:semestre|half)/.test(unit)
      ? many * 2
      : many;
  return Number.isInteger(quarters) && quarters >= 1 && quarters <= 4 ? quarters : null;
}

/** That many of the first quarters, half-years or months of a year: of the one said, else of the one under way. */
export function firstMany(
  many: number,
  unit: string,
  year: string | undefined,
  calendar: Calendar,
): NamedSpan | null {
  const [said, quarters] = [yearFrom(year, calendar), quartersIn(many, unit)];
  if (quarters === null) return null;
  const first = quarter(said ?? yearOf(calendar.current), 1);
  return { from: first, to: addQuarters(first, quarters - 1), kind: "run", hasYear: said !== null };
}

/** That many of the last quarters, half-years or months of the year said. */
export function lastManyOf(
  many: number,
  unit: string,
  year: string | undefined,
  calendar: Calendar,
): NamedSpan | null {
  const [said, quarters] = [yearFrom(year, calendar), quartersIn(many, unit)];
  if (said === null || quarters === null) return null;
  const last = quarter(said, 4);
  return { from: addQuarters(last, 1 - quarters), to: last, kind: "run", hasYear: true };
}

/** So many quarters from the one under way. */
export function quarterAway(offset: number, { current }: Calendar): NamedSpan {
  const one = addQuarters(current, offset);
  return { from: one, to: one, kind: "quarter", hasYear: true };
}

/** The quarter of the month that is so many from the one under way. */
export function monthAway(offset: number, calendar: Calendar): NamedSpan | null {
  const month = calendar.month + offset;
  return month < 1
    ? monthSpan(month + 12, `${yearOf(calendar.current) - 1}`, calendar)
    : monthSpan(month, undefined, calendar);
}

/** So many half-years from the one under way. */
export function semesterAway(offset: number, { current }: Calendar): NamedSpan {
  const first = quarterNumber(current) >= 3 ? quarter(yearOf(current), 3) : quarter(yearOf(current), 1);
  const from = addQuarters(first, offset * 2);
  return { from, to: addQuarters(from, 1), kind: "semester", hasYear: true };
}

/** The numbers that are written in letters. */
export const numberWords: readonly string[] = Object.keys(numbers);
