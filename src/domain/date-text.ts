import { Temporal } from "temporal-polyfill";
import { monthNamed, relativeDay, spanUnit, weekdayNamed } from "./date-words.ts";
import { fold } from "./name-match.ts";

/**
 * How to read a day: `today`, and for the end of a span the day it begins. A day said without its year, or
 * a day of the week, is the first one not before `begins`; else the first to come, though a date of the
 * last weeks is taken as past.
 */
export type DateContext = { readonly today: Temporal.PlainDate; readonly begins: Temporal.PlainDate | null };

/** "Thursday 24th of December 2026" is the longest. */
const longestDateWords = 5;

/** A date without its year that lies this near in the past is one that has just been. */
const recentPastDays = 31;

/** An end this far into the next year is still meant: the longest span that a missing year may hide. */
const longestRolloverDays = 183;

const linkWords: ReadonlySet<string> = new Set(
  "du de des le la les l au aux a partir from the on to until till jusqu d inclus"
    .split(" ")
    .concat("jusqu au", "jusqu a"),
);

/** The day written in `text`, which holds nothing else; null when it is none. */
export function readDate(text: string, context: DateContext): Temporal.PlainDate | null {
  const words = withoutLinks(text.trim().split(/\s+/u));
  const read = leadingDate(words, context);
  return read !== null && read.taken === words.length ? read.date : null;
}

/** The words after the articles and prepositions that may lead to a day: "du", "jusqu’au", "from". */
export function withoutLinks(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => /[\p{L}\p{N}]/u.test(word) && !linkWords.has(fold(word)));
  return start === -1 ? [] : words.slice(start);
}

/** The day that begins `words`, the longest way of reading it, and how many words it takes; null when none does. */
export function leadingDate(
  words: readonly string[],
  context: DateContext,
): { readonly taken: number; readonly date: Temporal.PlainDate } | null {
  for (let taken = Math.min(longestDateWords, words.length); taken > 0; taken--) {
    const date = dateNamed(words.slice(0, taken).join(" "), context);
    if (date !== null) return { taken, date };
  }
  return null;
}

function dateNamed(text: string, context: DateContext): Temporal.PlainDate | null {
  const bare = text.replace(/[.,;:]+(?=\s|$)/gu, "");
  const folded = fold(bare);
  return numericDate(bare, context) ?? relativeDate(folded, context) ?? writtenDate(folded, context);
}

/** 2026-12-24, 24/12/2026, 24.12.26 or 24/12: the day before the month unless the year leads. */
function numericDate(text: string, context: DateContext): Temporal.PlainDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/u.exec(text) ?? [];
  if (day === undefined || month === undefined) return null;
  if (year === undefined) return yearlessDate(Number(month), Number(day), context);
  return civilDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

/** "demain", "lundi", "lundi prochain", "dans 3 jours", "in 2 weeks". */
function relativeDate(folded: string, { today, begins }: DateContext): Temporal.PlainDate | null {
  const offset = relativeDay(folded);
  if (offset !== null) return today.add({ days: offset });
  const [, count, noun = ""] = /^(?:dans|in) (\d{1,3}|une?|an?) ([a-z]+)$/u.exec(folded) ?? [];
  const unit = spanUnit(noun);
  if (count !== undefined && unit !== null)
    return today.add({ [unit]: /^\d/u.test(count) ? Number(count) : 1 });
  const weekday = weekdayNamed(folded.replace(/^next | prochaine?$/gu, ""));
  if (weekday === null) return null;
  const from = begins ?? today.add({ days: 1 });
  return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
}

/** "24 décembre", "jeudi 24 déc", "1er janvier 2027", "December 24 2026", "24th of December". */
function writtenDate(folded: string, context: DateContext): Temporal.PlainDate | null {
  const words = folded.replace(" of ", " ").split(" ");
  const date = dayAndMonth(words, context);
  if (date !== null) return date;
  const weekday = weekdayNamed(words[0] ?? "");
  const named = weekday === null ? null : dayAndMonth(words.slice(1), context);
  return named?.dayOfWeek === weekday ? named : null;
}

function dayAndMonth(words: readonly string[], context: DateContext): Temporal.PlainDate | null {
  const [one = "", two = "", year, ...more] = words;
  if (more.length > 0 || (year !== undefined && !/^\d{4}$/u.test(year))) return null;
  const [monthFirst, monthSecond] = [monthNamed(one), monthNamed(two)];
  const month = monthSecond ?? monthFirst;
  const [, day] = /^(\d{1,2})(?:er|st|nd|rd|th)?$/u.exec(monthSecond === null ? two : one) ?? [];
  if (month === null || day === undefined) return null;
  return year === undefined
    ? yearlessDate(month, Number(day), context)
    : civilDate(Number(year), month, Number(day));
}

/**
 * The first such day that may be meant. The end of a span is in the next year only when that is near:
 * "26/10 20/10" is a mistake, not a year away. Ten years hold a 29th of February wherever they begin.
 */
function yearlessDate(month: number, day: number, { today, begins }: DateContext): Temporal.PlainDate | null {
  const from = begins ?? today.subtract({ days: recentPastDays });
  const years = Array.from({ length: 10 }, (_, index) => from.year + index);
  const dates = years.map((year) => civilDate(year, month, day)).filter((date) => date !== null);
  const next = dates.find((date) => Temporal.PlainDate.compare(date, from) >= 0) ?? null;
  if (begins === null || next === null || next.year === begins.year) return next;
  const isNear = Temporal.PlainDate.compare(next, begins.add({ days: longestRolloverDays })) <= 0;
  return isNear ? next : (dates[0] ?? null);
}

function civilDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}
