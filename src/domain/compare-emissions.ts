import { type EmissionLine, type EmittingIndicator, emissionLine, emittingIndicators } from "./balance.ts";
import {
  type Comparison,
  type ComparisonInput,
  comparisonOf,
  type Measure,
  type Pair,
  pairIndicators,
} from "./comparison.ts";
import { type Decimal, sum, zero } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { FactorSet } from "./factor-choice.ts";
import type { PairedPeriods } from "./pairing.ts";
import type { Period, Quarter } from "./period.ts";
import {
  absoluteUncertainty,
  activityUncertaintyPct,
  factorUncertaintyPct,
  type UncertainAmount,
} from "./uncertainty.ts";

/** What emissions are compared from. `current` is the quarter under way. */
export type EmissionComparisonInput = ComparisonInput & {
  readonly factors: FactorSet;
  readonly current: Quarter;
};

type EmissionMeasure = Measure & { readonly factor: Decimal };

/**
 * The emissions of a span against another, in kgCO2e and the plan's nomenclature, of every indicator or of
 * one. An asset compares the parts amortised in the quarters that have a figure on both sides.
 */
export function compareEmissions(input: EmissionComparisonInput, slug: string | null = null): Comparison {
  const indicators = emittingIndicators(input.plan).filter((each) => slug === null || each.slug === slug);
  const pairOf = (
    indicator: EmittingIndicator,
    periods: PairedPeriods,
    own: readonly StandingEntry[],
  ): Pair => {
    const actual = measure(indicator, own, periods.actual, input);
    const reference = measure(indicator, own, periods.reference, input);
    return { indicator, periods, actual, reference, ...effects(actual, reference) };
  };
  return comparisonOf("kgCO2e", pairIndicators(indicators, input, pairOf));
}

/** What an indicator emits in a quarter or a year. */
function measure(
  indicator: EmittingIndicator,
  entries: readonly StandingEntry[],
  period: Period,
  { plan, factors, current }: EmissionComparisonInput,
): EmissionMeasure {
  const input = { plan, factors, entries, period, current, nomenclature: plan.nomenclature };
  const lines = entries.map((entry) => emissionLine(indicator, entry, input)).filter((line) => line !== null);
  const activity = sum(lines.map((line) => line.activity));
  const value = sum(lines.map((line) => line.kgCo2e));
  return { activity, value, lines, factor: meanFactor(lines, activity, value) };
}

/** The factor of the lines; where several years' purchases are amortised at once, their mean by activity. */
function meanFactor(lines: readonly EmissionLine[], activity: Decimal, value: Decimal): Decimal {
  const last = lines.at(-1)?.placedPerUnit ?? zero;
  const isOne = lines.every(({ placedPerUnit }) => placedPerUnit.eq(last));
  return isOne || activity.eq(0) ? last : value.div(activity);
}

/**
 * A change split into what the activity did at the mean factor and what the factor did at the mean activity
 * (docs/methode.md, 6): Δa × (f0 + f1)/2 and Δf × (a0 + a1)/2. The second is taken as the rest of the
 * change, which is the same, and stays exact where a mean factor was rounded.
 */
function effects(
  actual: EmissionMeasure,
  reference: EmissionMeasure,
): { readonly activityEffect: Decimal; readonly factorEffect: Decimal } {
  const meanFactorTwice = actual.factor.plus(reference.factor);
  const activityEffect = actual.activity.minus(reference.activity).times(meanFactorTwice).times("0.5");
  return { activityEffect, factorEffect: actual.value.minus(reference.value).minus(activityEffect) };
}

/**
 * The 95 % uncertainty of a change, in kgCO2e. What both sides share errs alike and cancels: a factor that
 * serves both, and the purchase that is amortised in both.
 */
export function changeUncertainty({ pairs }: Comparison): Decimal {
  const amounts = new Map<string, UncertainAmount>();
  const add = ({ entry, indicator, factor: { factor }, kgCo2e }: EmissionLine, sign: 1 | -1) => {
    const key = `${entry.indicator} ${entry.period} ${factor.id}`;
    amounts.set(key, {
      factorId: factor.id,
      kgCo2e: (amounts.get(key)?.kgCo2e ?? zero).plus(kgCo2e.times(sign)),
      factorPct: factorUncertaintyPct(factor, indicator.emission.activity),
      activityPct: activityUncertaintyPct(indicator.emission.evidence),
    });
  };
  for (const { actual, reference } of pairs) {
    for (const line of actual.lines) add(line, 1);
    for (const line of reference.lines) add(line, -1);
  }
  return absoluteUncertainty([...amounts.values()]);
}
