import { compareQuantities } from "./compare-quantities.ts";
import { type Comparison, type ComparisonInput, changePct, comparisonOf } from "./comparison.ts";
import { type Decimal, decimal, sum, zero } from "./decimal.ts";
import type { Indicator } from "./plan.ts";
import { indicatorsOf } from "./subject.ts";

/** One resource in its own unit, like for like. */
export type ResourceChange = {
  readonly indicator: Indicator;
  readonly comparison: Comparison;
  /** In per cent; null when nothing compares, or when the reference is zero: then it is not in the index. */
  readonly changePct: Decimal | null;
};

const reference = decimal(100);

/** Each resource of the plan against its reference, in the plan's order. */
export function resourceChanges(input: ComparisonInput): ResourceChange[] {
  return indicatorsOf("ressources", input.plan).map((indicator) => {
    const comparison = compareQuantities(indicator.unit, [indicator], input);
    return { indicator, comparison, changePct: changePct(comparison.baseline, comparison.actual) };
  });
}

/**
 * All resources as one index: 100 × (1 + the unweighted mean of their relative changes), the reference
 * being 100 (docs/methode.md, 7). Null amounts when no resource compares.
 */
export function compareResources(changes: readonly ResourceChange[]): Comparison {
  const compared = changes.map((each) => each.changePct).filter((pct) => pct !== null);
  const pairs = changes.flatMap(({ comparison }) => comparison.pairs);
  const leftOut = changes.flatMap(({ comparison }) => comparison.leftOut);
  const nothing = comparisonOf("index", { pairs: [], leftOut });
  if (compared.length === 0) return nothing;
  const mean = sum(compared).div(compared.length);
  const whole = {
    actual: reference.plus(mean),
    baseline: reference,
    activityEffect: mean,
    factorEffect: zero,
  };
  return { ...nothing, ...whole, pairs };
}
