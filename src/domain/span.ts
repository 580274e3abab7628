import type { Period, Quarter } from "./period.ts";
import { compareQuarters, isQuarter, quarter, quarterRange, quartersOfYear, yearOf } from "./quarter.ts";

/** A run of quarters, both ends included. */
export type Span = { readonly from: Quarter; readonly to: Quarter };

/** The quarters of a period: one, or the four of a year. */
export function spanOf(period: Period): Span {
  if (isQuarter(period)) return { from: period, to: period };
  const [first, , , last] = quartersOfYear(yearOf(period));
  return { from: first, to: last };
}

/** The civil year so far, from its first quarter to the one under way. */
export function yearSoFar(current: Quarter): Span {
  return { from: quarter(yearOf(current), 1), to: current };
}

/** Every quarter of a span, in order. */
export function spanQuarters({ from, to }: Span): Quarter[] {
  return quarterRange(from, to);
}

/** The civil year a span lies in; null when it lies in several. */
export function yearOfSpan({ from, to }: Span): number | null {
  return yearOf(from) === yearOf(to) ? yearOf(from) : null;
}

/** True for the four quarters of one civil year. */
export function isWholeYear(span: Span): boolean {
  return yearOfSpan(span) !== null && compareQuarters(span.to, span.from) === 3;
}

/** A span as the periods whose balances add up to it: whole civil years, and the quarters left over. */
export function spanPeriods(span: Span): Period[] {
  const byYear = Map.groupBy(spanQuarters(span), yearOf);
  return [...byYear].flatMap(([year, quarters]): Period[] =>
    quarters.length === 4 ? [`${year}`] : quarters,
  );
}

/** One text for one span: "2021", "2021-T3", "2021-T1..2021-T3". */
export function spanText(span: Span): string {
  if (isWholeYear(span)) return `${yearOf(span.from)}`;
  return span.from === span.to ? span.from : `${span.from}..${span.to}`;
}
