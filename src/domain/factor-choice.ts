import { type Decimal, sum } from "./decimal.ts";
import { type Factor, type FactorPart, factorParts } from "./factor.ts";
import type { FactorChoice } from "./plan.ts";

/** The latest version of each factor, by id. */
export type FactorSet = ReadonlyMap<string, Factor>;

/** A factor as used for one year's activity, in kgCO2e per unit. */
export type ChosenFactor = {
  readonly factor: Factor;
  /** The sum of the parts, or the printed total where the source publishes none. */
  readonly value: Decimal;
  /** The parts; empty when the whole factor goes to one post. */
  readonly parts: ReadonlyMap<FactorPart, Decimal>;
  /** The year this factor stands for in its series; null for a standing factor. */
  readonly year: number | null;
  /** The year's own factor is not published yet: an earlier one stands in. */
  readonly provisional: boolean;
  /** No factor as old as the activity: the oldest one stands in. */
  readonly backcast: boolean;
  /** The parts are the nearest split year's proportions, not the source's own. */
  readonly splitEstimated: boolean;
};

/** The factor of that id. Throws when the plan names a factor that was never imported. */
export function factorNamed(id: string, factors: FactorSet): Factor {
  const factor = factors.get(id);
  if (factor === undefined)
    throw new Error(`The plan uses the emission factor "${id}", which is not in the database.`);
  return factor;
}

function publishedParts(factor: Factor): Map<FactorPart, Decimal> {
  const parts = new Map<FactorPart, Decimal>();
  for (const part of factorParts) {
    const value = factor.parts[part];
    if (value !== undefined) parts.set(part, value);
  }
  return parts;
}

/** A factor used for every year: never provisional. */
export function standingFactor(id: string, factors: FactorSet): ChosenFactor {
  const factor = factorNamed(id, factors);
  const parts = publishedParts(factor);
  const value = parts.size > 0 ? sum(parts.values()) : factor.printedTotal;
  return { factor, value, parts, year: null, provisional: false, backcast: false, splitEstimated: false };
}

/** The series year whose factor serves that activity year: the latest not after it, else the first. */
function seriesYear(years: readonly number[], activityYear: number): number {
  const first = years[0];
  if (first === undefined) throw new Error("A factor series has no year.");
  return years.findLast((year) => year <= activityYear) ?? first;
}

/** `total` shared out in the proportions of `model`; the last part takes what rounding leaves. */
function inProportion(total: Decimal, model: ReadonlyMap<FactorPart, Decimal>): Map<FactorPart, Decimal> {
  const whole = sum(model.values());
  const shares = new Map<FactorPart, Decimal>();
  let left = total;
  const last = [...model.keys()].at(-1);
  for (const [part, value] of model) {
    const share = part === last ? left : total.times(value).div(whole);
    shares.set(part, share);
    left = left.minus(share);
  }
  return shares;
}

/** The parts of the split year nearest to `year`; of two as near, the earlier. Null when none is split. */
function nearestSplit(
  byYear: ReadonlyMap<number, string>,
  year: number,
  factors: FactorSet,
): ReadonlyMap<FactorPart, Decimal> | null {
  const split = [...byYear]
    .map(([splitYear, id]) => ({ splitYear, parts: publishedParts(factorNamed(id, factors)) }))
    .filter(({ parts }) => sum(parts.values()).gt(0))
    .sort((a, b) => Math.abs(a.splitYear - year) - Math.abs(b.splitYear - year) || a.splitYear - b.splitYear);
  return split[0]?.parts ?? null;
}

function seriesFactor(
  byYear: ReadonlyMap<number, string>,
  activityYear: number,
  factors: FactorSet,
): ChosenFactor {
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const year = seriesYear(years, activityYear);
  const chosen = standingFactor(byYear.get(year) ?? "", factors);
  const timing = { year, provisional: year < activityYear, backcast: year > activityYear };
  if (chosen.parts.size > 0) return { ...chosen, ...timing };
  const model = nearestSplit(byYear, year, factors);
  if (model === null) return { ...chosen, ...timing };
  return { ...chosen, ...timing, parts: inProportion(chosen.value, model), splitEstimated: true };
}

/**
 * The factor for an activity of that year (docs/methode.md, 2): a standing factor serves every year; in a
 * series, the latest year not after the activity's, `provisional` if earlier than it, the first one
 * flagged `backcast` if none is. Throws when the plan names an unknown factor.
 */
export function chooseFactor(choice: FactorChoice, activityYear: number, factors: FactorSet): ChosenFactor {
  if (choice.kind === "standing") return standingFactor(choice.id, factors);
  return seriesFactor(choice.byYear, activityYear, factors);
}
