import type { Measure, Pair } from "./comparison.ts";
import { type Decimal, sum } from "./decimal.ts";
import type { Indicator } from "./plan.ts";

/** What one indicator, at one factor on each side, brings to a change. */
export type ComparisonStep = {
  readonly indicator: Indicator;
  readonly actual: Pick<Measure, "activity" | "factor">;
  readonly reference: Pick<Measure, "activity" | "factor">;
  readonly activityEffect: Decimal;
  readonly factorEffect: Decimal;
  /** The two effects together. */
  readonly change: Decimal;
};

/**
 * A change opened by indicator, in the plan's order: quarters that share their factors make one step, and
 * its effects are those of the summed activities.
 */
export function comparisonSteps(pairs: readonly Pair[]): ComparisonStep[] {
  const keyOf = ({ indicator, actual, reference }: Pair) =>
    `${indicator.slug} ${reference.factor?.toFixed() ?? ""} ${actual.factor?.toFixed() ?? ""}`;
  return [...Map.groupBy(pairs, keyOf).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [stepOf(first, group)];
  });
}

function stepOf({ indicator, actual, reference }: Pair, group: readonly Pair[]): ComparisonStep {
  const activityEffect = sum(group.map((pair) => pair.activityEffect));
  const factorEffect = sum(group.map((pair) => pair.factorEffect));
  return {
    indicator,
    actual: { activity: sum(group.map((pair) => pair.actual.activity)), factor: actual.factor },
    reference: { activity: sum(group.map((pair) => pair.reference.activity)), factor: reference.factor },
    activityEffect,
    factorEffect,
    change: activityEffect.plus(factorEffect),
  };
}
