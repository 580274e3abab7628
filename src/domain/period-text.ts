import type { Temporal } from "temporal-polyfill";
import { beginsLikePeriod, beginsLikeQuarter } from "./broken-period.ts";
import { fold } from "./name-match.ts";
import type { Period, Quarter, Year } from "./period.ts";
import {
  maxPeriodWords,
  type NamedPeriod,
  type NamedYear,
  periodNamed,
  periodWords,
  withoutLinks,
} from "./period-words.ts";
import { addQuarters, compareQuarters, currentQuarter, isQuarter, quarter, yearOf } from "./quarter.ts";
import { ok, type Result, refuse } from "./refusal.ts";

/** When and where a line is typed: what "ce trimestre" means depends on it. `timeZone` is an IANA name. */
export type TypedAt = { readonly now: Temporal.Instant; readonly timeZone: string };

/** What can be wrong with a typed period. */
export type PeriodCode = "invalid_period" | "future_period";

/** A period that begins a list of words: how many of them it takes, and which it is. */
export type LeadingPeriod = {
  readonly taken: number;
  readonly kind: NamedPeriod["kind"];
  /** True for a quarter whose year is said: not "T3" alone, whose year the calendar chose. */
  readonly dated: boolean;
  readonly period: Result<Period, PeriodCode>;
};

const joiners = /^(?:et|and|to|puis|jusqu|[+&→>]+)$/;
const recentYears = 10;

/** The period written in `text`, which holds nothing else. */
export function readPeriod(
  text: string,
  now: Temporal.Instant,
  timeZone: string,
): Result<Period, PeriodCode> {
  const named = periodNamed(text);
  if (named === null) return refuse("invalid_period", { typed: text.trim() });
  return calendarPeriod(named, { now, timeZone });
}

/**
 * Every period that begins `tokens` (words without spaces), the longest first; empty when they begin
 * none. "T3 2025" is T3 of 2025, then T3 of the latest year.
 */
export function leadingPeriods(tokens: readonly string[], at: TypedAt): LeadingPeriod[] {
  const lengths = Array.from({ length: Math.min(maxPeriodWords, tokens.length) }, (_, index) => index + 1);
  return lengths.reverse().flatMap((taken) => {
    const named = periodNamed(tokens.slice(0, taken).join(" "));
    if (named === null) return [];
    const dated = named.kind === "quarter" && named.year !== null;
    return [{ taken, kind: named.kind, dated, period: calendarPeriod(named, at) }];
  });
}

/**
 * The longest period that begins `tokens`; `invalid_period` when they begin like one that does not
 * exist ("T5", "2026-T7", "mars 2026"), and null when they begin no period at all.
 */
export function readPeriodTokens(
  tokens: readonly string[],
  at: TypedAt,
): { readonly taken: number; readonly period: Result<Period, PeriodCode> } | null {
  const [longest] = leadingPeriods(tokens, at);
  const rest = beginning(tokens.slice(longest?.taken ?? 0));
  const broken =
    longest === undefined ? beginsLikePeriod(rest) : longest.kind === "year" && beginsLikeQuarter(rest);
  if (!broken) return longest ?? null;
  const taken = (longest?.taken ?? 0) + brokenLength(tokens.slice(longest?.taken ?? 0));
  return { taken, period: refuse("invalid_period", { typed: tokens.slice(0, taken).join(" ") }) };
}

/** As much of these words as may tell a period. */
function beginning(tokens: readonly string[]): string {
  return tokens.slice(0, maxPeriodWords).join(" ");
}

/** How many words of a broken period to show: up to its first telling word, and the number or noun after it. */
function brokenLength(tokens: readonly string[]): number {
  const telling = tokens.findIndex((token) => withoutLinks(periodWords(token)).length > 0);
  return /\d|(?:tr|sem|quarter)/i.test(tokens[telling + 1] ?? "") ? telling + 2 : telling + 1;
}

/**
 * True when the period that begins `tokens` is followed by another, or by what completes it badly:
 * "T1 et T2", "T1 à T3 2026", "2025 mars", "T3 25". A figure is for one quarter or one year.
 */
export function followedByPeriod(tokens: readonly string[], at: TypedAt): boolean {
  const [longest] = leadingPeriods(tokens, at);
  if (longest === undefined) return false;
  const words = tokens.slice(longest.taken);
  const after = joiners.test(fold(words[0] ?? "")) ? words.slice(1) : words;
  const [next] = leadingPeriods(after, at);
  if (next !== undefined && (next.kind !== "year" || !longest.dated)) return true;
  const text = beginning(after);
  if (beginsLikeQuarter(text)) return true;
  if (longest.kind === "year") return beginsLikePeriod(text);
  return longest.kind === "quarter" && !longest.dated && isBadYear(words[0] ?? "", at);
}

/** What is typed for a year after "T3" and is not one: four digits out of range, or a recent year's last two. */
function isBadYear(word: string, { now, timeZone }: TypedAt): boolean {
  const [figure = ""] = periodWords(word);
  if (/^\d{4}$/.test(figure)) return true;
  const age = yearOf(currentQuarter(now, timeZone)) - Number(`20${figure}`);
  return /^\d{2}$/.test(figure) && age >= -1 && age <= recentYears;
}

/** The period meant at that moment; `future_period` when it has not begun. */
function calendarPeriod(named: NamedPeriod, { now, timeZone }: TypedAt): Result<Period, PeriodCode> {
  const current = currentQuarter(now, timeZone);
  const period = periodMeant(named, yearOf(current), current);
  const begun = isQuarter(period) ? compareQuarters(period, current) <= 0 : yearOf(period) <= yearOf(current);
  return begun ? ok(period) : refuse("future_period", { period, current });
}

function periodMeant(named: NamedPeriod, thisYear: number, current: Quarter): Period {
  if (named.kind === "relative-quarter") return addQuarters(current, named.offset);
  if (named.kind === "year") return civilYear(named.year, thisYear);
  if (named.year !== null) return quarter(yearOf(civilYear(named.year, thisYear)), named.number);
  const thisYears = quarter(thisYear, named.number);
  return compareQuarters(thisYears, current) <= 0 ? thisYears : quarter(thisYear - 1, named.number);
}

function civilYear(year: NamedYear, thisYear: number): Year {
  return `${"civil" in year ? year.civil : thisYear + year.offset}`;
}
