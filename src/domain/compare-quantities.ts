import { plainShare } from "./amortisation.ts";
import {
  type Comparison,
  type ComparisonInput,
  comparisonOf,
  type Measure,
  type Pair,
  pairIndicators,
} from "./comparison.ts";
import { type Decimal, decimal, sum, zero } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { PairedPeriods } from "./pairing.ts";
import type { Period } from "./period.ts";
import type { Indicator } from "./plan.ts";

/** What one unit of an indicator is worth in the unit compared: 1 in its own, 1000 from tonnes to kilograms. */
export type Scale = (indicator: Indicator) => Decimal;

/** Each indicator in its own unit. */
export const ownUnit: Scale = () => decimal(1);

/** The quantities of those indicators in a span against another: all of a change is the activity's. */
export function compareQuantities(
  unit: string,
  indicators: readonly Indicator[],
  input: ComparisonInput,
  scale: Scale = ownUnit,
): Comparison {
  const pairOf = (indicator: Indicator, periods: PairedPeriods, own: readonly StandingEntry[]): Pair => {
    const actual = measure(own, periods.actual, scale(indicator));
    const reference = measure(own, periods.reference, scale(indicator));
    const activityEffect = actual.value.minus(reference.value);
    return { indicator, periods, actual, reference, activityEffect, factorEffect: zero };
  };
  return comparisonOf(unit, pairIndicators(indicators, input, pairOf));
}

/** The figures of an indicator for a quarter or a year, added up. */
function measure(entries: readonly StandingEntry[], period: Period, size: Decimal): Measure {
  const given = entries.filter((entry) => plainShare(entry.period, period).gt(0));
  const activity = sum(given.map(({ value }) => value)).times(size);
  return { activity, factor: null, value: activity, lines: [] };
}
