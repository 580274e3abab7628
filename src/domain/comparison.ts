import { type Against, counterpartOf } from "./against.ts";
import type { EmissionLine } from "./balance.ts";
import { type Decimal, sum } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import { type PairedPeriods, pairPeriods, type UnpairedFigure } from "./pairing.ts";
import { hasEnded } from "./partial.ts";
import type { Period, Quarter } from "./period.ts";
import type { Indicator, Plan } from "./plan.ts";
import { compareQuarters } from "./quarter.ts";
import { type Span, spanOf, spanQuarters } from "./span.ts";

/** One side of a pair: activity × factor = value. Without a factor, the value is the activity itself. */
export type Measure = {
  /** In the indicator's unit, or in the comparison's where quantities are converted. */
  readonly activity: Decimal;
  /** kgCO2e per unit; null for a quantity. */
  readonly factor: Decimal | null;
  /** In the comparison's unit. */
  readonly value: Decimal;
  /** The entries and factors behind an emission; empty for a quantity. */
  readonly lines: readonly EmissionLine[];
};

/** One indicator over two periods that compare. The two effects add up to the change, exactly. */
export type Pair<I extends Indicator = Indicator> = {
  readonly indicator: I;
  readonly periods: PairedPeriods;
  readonly actual: Measure;
  readonly reference: Measure;
  readonly activityEffect: Decimal;
  readonly factorEffect: Decimal;
};

/** A span against another, like for like. Amounts are in `unit`, and null when nothing compares. */
export type Comparison = {
  readonly unit: string;
  readonly pairs: readonly Pair[];
  readonly leftOut: readonly UnpairedFigure[];
  readonly actual: Decimal | null;
  readonly baseline: Decimal | null;
  readonly activityEffect: Decimal | null;
  readonly factorEffect: Decimal | null;
};

/** What a comparison is made from. */
export type ComparisonInput = {
  readonly plan: Plan;
  readonly entries: readonly StandingEntry[];
  readonly span: Span;
  readonly against: Against;
  readonly current: Quarter;
  /** The quarter under way, when it is not `current`. */
  readonly underWay?: Quarter;
};

/** Pairs the figures of those indicators; `pairOf` measures both sides of a pair. */
export function pairIndicators<I extends Indicator>(
  indicators: readonly I[],
  { plan, entries, span, against, current, underWay = current }: ComparisonInput,
  pairOf: (indicator: I, periods: PairedPeriods, own: readonly StandingEntry[]) => Pair,
): { pairs: Pair[]; leftOut: UnpairedFigure[] } {
  const counterpart = counterpartOf(span, against, plan.referenceYear);
  const byIndicator = Map.groupBy(entries, (entry) => entry.indicator);
  const pairs: Pair[] = [];
  const leftOut: UnpairedFigure[] = [];
  for (const indicator of indicators) {
    const own = (byIndicator.get(indicator.slug) ?? []).toSorted((a, b) => (a.period < b.period ? -1 : 1));
    const given = new Set<Period>(own.map(({ period }) => period));
    const figures = {
      indicator: indicator.slug,
      has: (period: Period) => given.has(period),
      isOver: (period: Period) => hasEnded(period, underWay),
    };
    const pairing = pairPeriods(figures, span, counterpart);
    pairs.push(...pairing.pairs.map((periods) => pairOf(indicator, periods, own)));
    leftOut.push(...pairing.leftOut);
  }
  return { pairs, leftOut };
}

/** The comparison that those pairs, all in `unit`, add up to. */
export function comparisonOf(
  unit: string,
  { pairs, leftOut }: { pairs: readonly Pair[]; leftOut: readonly UnpairedFigure[] },
): Comparison {
  const total = (part: (pair: Pair) => Decimal) => (pairs.length === 0 ? null : sum(pairs.map(part)));
  return {
    unit,
    pairs,
    leftOut,
    actual: total((pair) => pair.actual.value),
    baseline: total((pair) => pair.reference.value),
    activityEffect: total((pair) => pair.activityEffect),
    factorEffect: total((pair) => pair.factorEffect),
  };
}

/** The change in per cent of `from`; null when there is nothing to compare or `from` is zero. */
export function changePct(from: Decimal | null, to: Decimal | null): Decimal | null {
  if (from === null || to === null || from.eq(0)) return null;
  return to.minus(from).times(100).div(from);
}

/** What compares: from the first to the last quarter on each side, less those in between that do not. */
export type Compared = {
  readonly actual: Span;
  readonly reference: Span;
  /** Quarters of `actual` in which nothing compares. */
  readonly without: readonly Quarter[];
};

/** The quarters that compare; null when none does. */
export function comparedSpans(pairs: readonly Pair[]): Compared | null {
  const actual = extent(pairs.map(({ periods }) => periods.actual));
  const reference = extent(pairs.map(({ periods }) => periods.reference));
  if (actual === null || reference === null) return null;
  const met = new Set(pairs.flatMap(({ periods }) => spanQuarters(spanOf(periods.actual))));
  return { actual, reference, without: spanQuarters(actual).filter((each) => !met.has(each)) };
}

function extent(periods: readonly Period[]): Span | null {
  const quarters = periods.flatMap((period) => spanQuarters(spanOf(period))).sort(compareQuarters);
  const [first, last] = [quarters[0], quarters.at(-1)];
  return first === undefined || last === undefined ? null : { from: first, to: last };
}
