import type { Comparison, Measure, Pair } from "./comparison.ts";
import { type Decimal, sum } from "./decimal.ts";
import type { Indicator } from "./plan.ts";

/** One side of a mover: its activity in the indicator's unit, and its factor in kgCO2e per unit. */
export type MoverSide = {
  readonly activity: Decimal;
  /** Null where the periods of the side use several factors. */
  readonly factor: Decimal | null;
};

/** An indicator whose emissions changed, like for like. The two effects add up to the change, exactly. */
export type Mover = {
  readonly indicator: Indicator;
  readonly changeKgCo2e: Decimal;
  readonly activityEffectKgCo2e: Decimal;
  readonly factorEffectKgCo2e: Decimal;
  readonly actual: MoverSide;
  readonly baseline: MoverSide;
};

function sideOf(measures: readonly Measure[]): MoverSide {
  const [first] = measures;
  const factor = first?.factor ?? null;
  const isOne = factor !== null && measures.every((measure) => measure.factor?.eq(factor) ?? false);
  return { activity: sum(measures.map(({ activity }) => activity)), factor: isOne ? factor : null };
}

function moverOf(indicator: Indicator, pairs: readonly Pair[]): Mover {
  const activityEffectKgCo2e = sum(pairs.map(({ activityEffect }) => activityEffect));
  const factorEffectKgCo2e = sum(pairs.map(({ factorEffect }) => factorEffect));
  return {
    indicator,
    changeKgCo2e: activityEffectKgCo2e.plus(factorEffectKgCo2e),
    activityEffectKgCo2e,
    factorEffectKgCo2e,
    actual: sideOf(pairs.map(({ actual }) => actual)),
    baseline: sideOf(pairs.map(({ reference }) => reference)),
  };
}

/**
 * The indicators whose emissions changed most, up or down, the largest change first and then in the plan's
 * order; those that did not change are not among them. `comparison` is in kgCO2e.
 */
export function topMovers({ pairs }: Pick<Comparison, "pairs">, count: number): Mover[] {
  const byIndicator = Map.groupBy(pairs, ({ indicator }) => indicator);
  return [...byIndicator]
    .map(([indicator, own]) => moverOf(indicator, own))
    .filter(({ changeKgCo2e }) => !changeKgCo2e.eq(0))
    .toSorted((one, other) => other.changeKgCo2e.abs().cmp(one.changeKgCo2e.abs()))
    .slice(0, count);
}
