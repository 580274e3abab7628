import { allocate, type LeftOut } from "./allocation.ts";
import { assetShare, plainShare } from "./amortisation.ts";
import { type Decimal, sum, zero } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import { type ChosenFactor, chooseFactor, type FactorSet, standingFactor } from "./factor-choice.ts";
import { type MissingFigure, missingFigures } from "./missing.ts";
import { type Nomenclature, type Post, postsOf, type Scope } from "./nomenclature.ts";
import type { Period, Quarter } from "./period.ts";
import type { Emission, Indicator, Plan } from "./plan.ts";
import { yearOf } from "./quarter.ts";
import {
  activityUncertaintyPct,
  factorUncertaintyPct,
  isMonetary,
  relativeUncertaintyPct,
} from "./uncertainty.ts";

/** An indicator that emits. */
export type EmittingIndicator = Indicator & { readonly emission: Emission };

/** What one entry emits in one balance: activity × factor, each part in its place. */
export type EmissionLine = {
  readonly entry: StandingEntry;
  readonly indicator: EmittingIndicator;
  readonly factor: ChosenFactor;
  /** The share of the entry that belongs to the balance: 1, or an asset's amortised part. */
  readonly share: Decimal;
  /** The entry's value × share, in the indicator's unit. */
  readonly activity: Decimal;
  readonly placed: readonly { readonly post: Post; readonly scope: Scope; readonly kgCo2e: Decimal }[];
  readonly leftOut: readonly { readonly reason: LeftOut; readonly kgCo2e: Decimal }[];
  /** What is placed of one unit of activity: `activity` × `placedPerUnit` is `kgCo2e`, exactly. */
  readonly placedPerUnit: Decimal;
  /** The sum of what is placed: what the line adds to the total. */
  readonly kgCo2e: Decimal;
};

/** One indicator's emissions through one factor. */
export type IndicatorEmission = {
  readonly indicator: EmittingIndicator;
  readonly factor: ChosenFactor;
  readonly activity: Decimal;
  readonly kgCo2e: Decimal;
  readonly lines: readonly EmissionLine[];
};

/** A greenhouse-gas balance in one nomenclature, every amount in kgCO2e. */
export type Balance = {
  readonly nomenclature: Nomenclature;
  readonly period: Period;
  readonly totalKgCo2e: Decimal;
  /** 95 %, in per cent of the total; null when the total is zero. */
  readonly uncertaintyPct: Decimal | null;
  /** True while a factor of the activity's own year is awaited. */
  readonly provisional: boolean;
  readonly byScope: ReadonlyMap<Scope, Decimal>;
  /** Every post of the nomenclature, zeros included. */
  readonly byPost: ReadonlyMap<Post, Decimal>;
  readonly byIndicator: readonly IndicatorEmission[];
  /** Beside the total, never in it. */
  readonly leftOut: ReadonlyMap<LeftOut, Decimal>;
  readonly biogenicKgCo2: Decimal;
  /** Part of the total that rests on ratios per thousand euros. */
  readonly monetaryKgCo2e: Decimal;
  readonly missing: readonly MissingFigure[];
};

/** What a balance is computed from. `current` is the quarter under way. */
export type BalanceInput = {
  readonly plan: Plan;
  readonly factors: FactorSet;
  readonly entries: readonly StandingEntry[];
  readonly nomenclature: Nomenclature;
  readonly period: Period;
  readonly current: Quarter;
};

/** The plan's indicators that emit, in the plan's order. */
export function emittingIndicators(plan: Plan): EmittingIndicator[] {
  return plan.indicators.filter((indicator): indicator is EmittingIndicator => indicator.emission !== null);
}

function factorFor({ emission }: EmittingIndicator, entry: StandingEntry, input: BalanceInput): ChosenFactor {
  if (input.nomenclature !== "beges" && emission.cutOffFactor !== null) {
    return standingFactor(emission.cutOffFactor, input.factors);
  }
  return chooseFactor(emission.factor, yearOf(entry.period), input.factors);
}

function shareFor({ emission }: EmittingIndicator, entry: StandingEntry, input: BalanceInput): Decimal {
  if (emission.amortisationYears === null) return plainShare(entry.period, input.period);
  return assetShare(entry.period, input.period, emission.amortisationYears, input.nomenclature);
}

/** What one entry of an indicator emits in the balance; null when it lies outside it. */
export function emissionLine(
  indicator: EmittingIndicator,
  entry: StandingEntry,
  input: BalanceInput,
): EmissionLine | null {
  const share = shareFor(indicator, entry, input);
  if (share.eq(0)) return null;
  const factor = factorFor(indicator, entry, input);
  const activity = entry.value.times(share);
  const { activity: kind, control } = indicator.emission;
  const parts = factor.parts.size > 0 ? [...factor.parts] : ([["whole", factor.value]] as const);
  const placed: EmissionLine["placed"][number][] = [];
  const leftOut: EmissionLine["leftOut"][number][] = [];
  let placedPerUnit = zero;
  for (const [part, perUnit] of parts) {
    const kgCo2e = activity.times(perUnit);
    const place = allocate(input.nomenclature, {
      activity: kind,
      control,
      part,
      nonKyoto: factor.factor.nonKyoto,
    });
    if ("post" in place) {
      placed.push({ ...place, kgCo2e });
      placedPerUnit = placedPerUnit.plus(perUnit);
    } else leftOut.push({ reason: place.leftOut, kgCo2e });
  }
  const kgCo2e = sum(placed.map((amount) => amount.kgCo2e));
  return { entry, indicator, factor, share, activity, placed, leftOut, placedPerUnit, kgCo2e };
}

/** Each entry's emissions in the balance, in the plan's order then by period; entries outside it give none. */
export function emissionLines(input: BalanceInput): EmissionLine[] {
  const byIndicator = Map.groupBy(input.entries, (entry) => entry.indicator);
  return emittingIndicators(input.plan).flatMap((indicator) =>
    (byIndicator.get(indicator.slug) ?? [])
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
      .map((entry) => emissionLine(indicator, entry, input))
      .filter((line) => line !== null),
  );
}

function groupByFactor(lines: readonly EmissionLine[]): IndicatorEmission[] {
  const groups = Map.groupBy(
    lines,
    ({ indicator, factor }) => `${indicator.slug} ${factor.factor.id} ${factor.provisional}`,
  );
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const activity = sum(group.map((line) => line.activity));
    const kgCo2e = sum(group.map((line) => line.kgCo2e));
    return [{ indicator: first.indicator, factor: first.factor, activity, kgCo2e, lines: group }];
  });
}

function totals<K>(keys: readonly K[], amounts: readonly (readonly [K, Decimal])[]): Map<K, Decimal> {
  const result = new Map<K, Decimal>(keys.map((key) => [key, zero]));
  for (const [key, amount] of amounts) result.set(key, (result.get(key) ?? zero).plus(amount));
  return result;
}

function uncertainty(lines: readonly EmissionLine[]): Decimal | null {
  return relativeUncertaintyPct(
    lines.map(({ indicator, factor, kgCo2e }) => ({
      factorId: factor.factor.id,
      kgCo2e,
      factorPct: factorUncertaintyPct(factor.factor, indicator.emission.activity),
      activityPct: activityUncertaintyPct(indicator.emission.evidence),
    })),
  );
}

/**
 * The balance of a quarter or a year: the sum of activity × factor over its entries, each part allocated
 * by the nomenclature (docs/methode.md). The order of entries changes nothing. What is missing is listed
 * and never counted as zero.
 */
export function computeBalance(input: BalanceInput): Balance {
  const lines = emissionLines(input);
  const placed = lines.flatMap((line) => line.placed);
  const leftOut = lines.flatMap((line) => line.leftOut);
  return {
    nomenclature: input.nomenclature,
    period: input.period,
    totalKgCo2e: sum(placed.map(({ kgCo2e }) => kgCo2e)),
    uncertaintyPct: uncertainty(lines),
    provisional: lines.some(({ factor }) => factor.provisional),
    byScope: totals(
      ["1", "2", "3"] as const,
      placed.map(({ scope, kgCo2e }) => [scope, kgCo2e]),
    ),
    byPost: totals<Post>(
      postsOf[input.nomenclature],
      placed.map(({ post, kgCo2e }) => [post, kgCo2e]),
    ),
    byIndicator: groupByFactor(lines),
    leftOut: totals<LeftOut>(
      [],
      leftOut.map(({ reason, kgCo2e }) => [reason, kgCo2e]),
    ),
    biogenicKgCo2: sum(
      lines.map(({ activity, factor }) => activity.times(factor.factor.co2Biogenic ?? zero)),
    ),
    monetaryKgCo2e: sum(
      lines.filter(({ factor }) => isMonetary(factor.factor.unit)).map(({ kgCo2e }) => kgCo2e),
    ),
    missing: missingFigures(emittingIndicators(input.plan), input),
  };
}
