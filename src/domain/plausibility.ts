import { type Decimal, decimal, decimalText, zero } from "./decimal.ts";
import type { Period } from "./period.ts";
import { isQuarter, quarterNumber } from "./quarter.ts";
import type { Implausibility, PastFigure } from "./refusal.ts";

/** A recorded figure of the indicator, in its unit. */
export type HistoryFigure = { readonly period: Period; readonly value: Decimal };

/** A figure about to be recorded, with what it is judged against. */
export type Judged = {
  /** In the indicator's unit. */
  readonly value: Decimal;
  readonly wholeNumber: boolean;
  /** Above it a figure must be confirmed; null where the plan sets none. */
  readonly bound: Decimal | null;
  readonly period: Period;
  /** Every standing figure of the indicator; the period's own is left out. */
  readonly history: readonly HistoryFigure[];
};

const widestRatio = 3;
const minHistory = 2;
const maxShown = 8;
const smallCount = decimal(10);
const size = decimal("1e12");

/**
 * Why `value` must be confirmed, or null when it is plausible: more than 3 times above or below the
 * median of comparable figures, above the plan's bound, or over 1e12. A zero is always plausible, a zero
 * median tells nothing, and small counts (up to 10 whole things) vary too much for the median to judge.
 */
export function judge({ value, wholeNumber, bound, period, history }: Judged): Implausibility | null {
  if (value.eq(zero)) return null;
  const figures = comparable(period, history);
  const shown = newestFirst(figures);
  const isSmallCount = wholeNumber && value.lte(smallCount);
  const median = figures.length >= minHistory ? medianOf(figures.map((figure) => figure.value)) : zero;
  if (!isSmallCount && isFar(value, median)) {
    return { reason: "median", median: decimalText(median), history: shown };
  }
  if (bound !== null && value.gt(bound))
    return { reason: "bound", bound: decimalText(bound), history: shown };
  return value.gt(size) ? { reason: "size", history: shown } : null;
}

/**
 * The figures a period compares with: the same quarter of other years when there are two, else every
 * other quarter; for a year, the other annual figures.
 */
function comparable(period: Period, history: readonly HistoryFigure[]): readonly HistoryFigure[] {
  const others = history.filter((figure) => figure.period !== period);
  if (!isQuarter(period)) return others.filter((figure) => !isQuarter(figure.period));
  const number = quarterNumber(period);
  const sameQuarter = others.filter(({ period: of }) => isQuarter(of) && quarterNumber(of) === number);
  return sameQuarter.length >= minHistory ? sameQuarter : others.filter((figure) => isQuarter(figure.period));
}

function isFar(value: Decimal, median: Decimal): boolean {
  if (median.eq(zero)) return false;
  return value.gt(median.times(widestRatio)) || value.times(widestRatio).lt(median);
}

/** The middle value, or the mean of the two in the middle. */
function medianOf(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const above = sorted[Math.floor(sorted.length / 2)] ?? zero;
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? zero;
  return above.plus(below).times("0.5");
}

function newestFirst(figures: readonly HistoryFigure[]): PastFigure[] {
  return figures
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, maxShown)
    .map(({ period, value }) => ({ period, value: decimalText(value) }));
}
