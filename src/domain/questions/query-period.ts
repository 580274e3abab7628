import { addQuarters, compareQuarters, previousQuarter, quarter, quarterNumber, yearOf } from "../quarter.ts";
import { isWholeYear, type Span, spanQuarters } from "../span.ts";
import type { Clues } from "./intent.ts";
import type { Calendar, NamedSpan } from "./named-span.ts";
import type { PeriodReading } from "./periods.ts";
import type { Intent, QueryAgainst, QueryPeriod } from "./query.ts";

/** What a query is held against, and the period that the reference leaves to be asked about, if it does. */
export type HeldAgainst = { readonly value: QueryAgainst; readonly period: Span | null };

/** Intents that compare: elsewhere a reference is no part of the query. */
const comparing: ReadonlySet<Intent> = new Set(["compare", "explain"]);

function yearSoFar({ current }: Calendar): Span {
  return { from: quarter(yearOf(current), 1), to: current };
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}

function moved({ from, to }: Span, quarters: number): Span {
  return { from: addQuarters(from, quarters), to: addQuarters(to, quarters) };
}

/** The same quarters of another civil year. */
function inYear(span: Span, year: number): Span {
  return moved(span, (year - yearOf(span.from)) * 4);
}

/** A named span as a reference: by its name where it has one. */
function named(period: Span, other: NamedSpan, { referenceYear }: Calendar): QueryAgainst {
  const isOneQuarter = period.from === period.to;
  if (other.kind === "year") {
    const year = yearOf(other.from);
    if (year === yearOf(period.from) - 1 || year === yearOf(period.from)) return "previous_year";
    if (year === referenceYear) return "baseline";
    return quarterNumber(period.from) === 1 && !isOneQuarter ? plain(other) : inYear(period, year);
  }
  if (isOneQuarter && isSame(other, moved(period, -1))) return "previous_quarter";
  if (isSame(other, moved(period, -4))) return "previous_year";
  if (isSame(other, inYear(period, referenceYear))) return "baseline";
  return plain(other);
}

function plain({ from, to }: Span): QueryPeriod {
  return { from, to };
}

/** A reference named by a period alone: what is asked about then is the current quarter or year. */
function byItsOwn(other: NamedSpan, calendar: Calendar): HeldAgainst | "unclear" {
  const { current } = calendar;
  if (other.kind === "year") {
    const period = yearSoFar(calendar);
    return { value: named(period, other, calendar), period };
  }
  if (other.from === other.to && other.from === previousQuarter(current))
    return { value: "previous_quarter", period: { from: current, to: current } };
  if (other.from === other.to && other.from === addQuarters(current, -4))
    return { value: "previous_year", period: { from: current, to: current } };
  return "unclear";
}

function spoken({ periods }: Clues, calendar: Calendar): HeldAgainst | "unclear" | null {
  const { against, period } = periods;
  if (against === null) return null;
  if (against === "previous_quarter" && period === null)
    return { value: against, period: { from: calendar.current, to: calendar.current } };
  if (typeof against === "string") return { value: against, period: null };
  if ("same" in against) return sameQuarters(against.same, period, calendar);
  if (period === null) return byItsOwn(against.span, calendar);
  if (isSame(against.span, period))
    return { value: period.from === period.to ? "previous_quarter" : "previous_year", period: null };
  if (against.span.kind !== "year" && quartersOf(against.span) !== quartersOf(period)) return "unclear";
  return { value: named(period, against.span, calendar), period: null };
}

function quartersOf(span: Span): number {
  return spanQuarters(span).length;
}

function sameQuarters(
  same: NamedSpan | "previous_year",
  period: Span | null,
  calendar: Calendar,
): HeldAgainst {
  if (period === null) {
    const { current } = calendar;
    return { value: "previous_year", period: { from: current, to: current } };
  }
  if (same === "previous_year") return { value: same, period: null };
  return { value: named(period, same, calendar), period: null };
}

/** What an intent holds its figure against; "unclear" where the question can be read in two ways. */
export function againstOf(intent: Intent, clues: Clues, calendar: Calendar): HeldAgainst | "unclear" | null {
  const { periods, has } = clues;
  const said = spoken(clues, calendar);
  if (!comparing.has(intent))
    return said === null || said === "unclear"
      ? null
      : intent === "target" && said.value === "target"
        ? null
        : "unclear";
  if (said !== null) return said;
  if (intent === "compare") {
    if (has("target") || ((has("status") || has("standing")) && !has("change")))
      return { value: "target", period: null };
    return periods.since ? sinceThen(periods, calendar) : { value: "baseline", period: null };
  }
  if (has("change") && periods.since) return sinceThen(periods, calendar);
  return has("change") ? { value: changeReference(periods.period), period: null } : null;
}

/** "réduit depuis l'an dernier": the start is what the year or the quarter under way is held against. */
function sinceThen({ period }: PeriodReading, calendar: Calendar): HeldAgainst | "unclear" {
  const year = yearSoFar(calendar);
  if (period?.from === quarter(yearOf(calendar.current) - 1, 1))
    return { value: "previous_year", period: year };
  if (period?.from === previousQuarter(calendar.current))
    return { value: "previous_quarter", period: { from: calendar.current, to: calendar.current } };
  return isSame(period ?? year, year) ? { value: "baseline", period: year } : "unclear";
}

function changeReference(period: Span | null): QueryAgainst {
  return period !== null && period.from === period.to ? "previous_quarter" : "previous_year";
}

/** The period of a query: said, or the one its intent supposes. */
export function periodOf(
  intent: Intent,
  periods: PeriodReading,
  against: HeldAgainst | null,
  calendar: Calendar,
): QueryPeriod | null | "unclear" {
  const { period } = periods;
  const held = against?.period ?? period;
  if (held !== null)
    return isAskable(intent, held, calendar) ? plain(upToNow(intent, held, calendar)) : "unclear";
  if (intent === "missing") {
    const last = previousQuarter(calendar.current);
    return { from: last, to: last };
  }
  return supposes.has(intent) ? plain(yearSoFar(calendar)) : null;
}

const supposes: ReadonlySet<Intent> = new Set(["value", "compare", "trend", "rank", "target", "explain"]);
const ahead: ReadonlySet<Intent> = new Set(["target", "deadline", "owner", "factor", "action", "missing"]);

/** A figure of a period that has not begun cannot be asked for; what is aimed at can. */
function isAskable(intent: Intent, { from }: Span, { current }: Calendar): boolean {
  return ahead.has(intent) || compareQuarters(from, current) <= 0;
}

/** Named years stay whole, but for the one under way, which stops at the current quarter. */
function upToNow(intent: Intent, span: Span, { current }: Calendar): Span {
  if (intent === "target" || !isWholeYear(span) || compareQuarters(span.to, current) <= 0) return span;
  return spanQuarters(span).includes(current) ? { from: span.from, to: current } : span;
}
