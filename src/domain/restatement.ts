import { type BalanceInput, type EmissionLine, emissionLines } from "./balance.ts";
import { type Decimal, roundHalfUp, sum } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { FactorSet } from "./factor-choice.ts";
import type { Nomenclature } from "./nomenclature.ts";
import type { Period, Quarter, Year } from "./period.ts";
import type { Plan } from "./plan.ts";
import { compareQuarters, isQuarter, previousQuarter, quarter, quarterRange, yearOf } from "./quarter.ts";

/** Why a past result is not what it was. `total` sums up the indicators of its period. */
export type RestatementReason =
  | "finalised"
  | "factor_version"
  | "factor_choice"
  | "method"
  | "indicator_added"
  | "indicator_removed"
  | "total";

/** A past result before and after: of one indicator, or the total of its period where that is null. */
export type Restatement = {
  readonly what: "ghg";
  readonly period: Period;
  readonly indicator: string | null;
  readonly nomenclature: Nomenclature;
  /** In kgCO2e; null where the indicator did not emit. */
  readonly oldKgCo2e: Decimal | null;
  readonly newKgCo2e: Decimal | null;
  /** The factor's id and version, "elec-fr-2025@1"; null for a total. */
  readonly oldFactor: string | null;
  readonly newFactor: string | null;
  readonly oldProvisional: boolean;
  readonly newProvisional: boolean;
  readonly reason: RestatementReason;
};

/** What results follow from: the plan, and the factors in force. */
export type Basis = { readonly plan: Plan; readonly factors: FactorSet };

/** One indicator's result for a period, and the factors behind it. */
type Result = {
  readonly kgCo2e: Decimal;
  readonly factors: readonly { readonly id: string; readonly version: number }[];
  readonly provisional: boolean;
};
type Results = ReadonlyMap<string, Result>;

function resultOf(lines: readonly EmissionLine[]): Result {
  return {
    kgCo2e: sum(lines.map((line) => line.kgCo2e)),
    factors: lines.map(({ factor }) => ({ id: factor.factor.id, version: factor.factor.version })),
    provisional: lines.some(({ factor }) => factor.provisional),
  };
}

/** A year's own results are those of its annual figures: its quarters speak for themselves. */
function resultsOf(input: BalanceInput): Results {
  const lines = emissionLines(input).filter(
    ({ entry }) => isQuarter(input.period) || !isQuarter(entry.period),
  );
  const byIndicator = Map.groupBy(lines, ({ indicator }) => indicator.slug);
  return new Map([...byIndicator].map(([slug, own]) => [slug, resultOf(own)]));
}

function factorName(result: Result | undefined): string | null {
  const names = new Set(result?.factors.map(({ id, version }) => `${id}@${version}`));
  return names.size === 0 ? null : [...names].join(" + ");
}

function reasonFor(before: Result | undefined, after: Result | undefined): RestatementReason {
  if (before === undefined) return "indicator_added";
  if (after === undefined) return "indicator_removed";
  if (before.provisional && !after.provisional) return "finalised";
  if (factorName(before) === factorName(after)) return "method";
  const ids = ({ factors }: Result) => factors.map(({ id }) => id).join();
  return ids(before) === ids(after) ? "factor_version" : "factor_choice";
}

/** A sum of what emits; null where nothing does. */
function total(results: Results): Decimal | null {
  return results.size === 0 ? null : sum([...results.values()].map(({ kgCo2e }) => kgCo2e));
}

/** Results are published to the gram: below it nothing has changed. */
function same(one: Result | undefined, other: Result | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return roundHalfUp(one.kgCo2e, 3).eq(roundHalfUp(other.kgCo2e, 3));
}

type Common = Pick<Restatement, "what" | "period" | "nomenclature">;

function ofPeriod(common: Common, before: Results, after: Results): Restatement[] {
  const slugs = [...new Set([...before.keys(), ...after.keys()])];
  const changed = slugs.flatMap((indicator): Restatement[] => {
    const [was, is] = [before.get(indicator), after.get(indicator)];
    if (same(was, is) && reasonFor(was, is) !== "finalised") return [];
    return [
      {
        ...common,
        indicator,
        oldKgCo2e: was?.kgCo2e ?? null,
        newKgCo2e: is?.kgCo2e ?? null,
        oldFactor: factorName(was),
        newFactor: factorName(is),
        oldProvisional: was?.provisional ?? false,
        newProvisional: is?.provisional ?? false,
        reason: reasonFor(was, is),
      },
    ];
  });
  if (changed.length === 0 || !isQuarter(common.period)) return changed;
  const provisional = (results: Results) => [...results.values()].some((result) => result.provisional);
  const sums: Restatement = {
    ...common,
    indicator: null,
    oldKgCo2e: total(before),
    newKgCo2e: total(after),
    oldFactor: null,
    newFactor: null,
    oldProvisional: provisional(before),
    newProvisional: provisional(after),
    reason: "total",
  };
  return [sums, ...changed];
}

/** The quarters and years that have ended since the first figure; `current` is the quarter under way. */
function endedPeriods(entries: readonly StandingEntry[], current: Quarter): Period[] {
  const years = entries.map(({ period }) => yearOf(period));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const quarters = quarterRange(quarter(first, 1), previousQuarter(current));
  const ended = [...new Set(quarters.map(yearOf))].filter(
    (year) => compareQuarters(quarter(year, 4), current) < 0,
  );
  return [...quarters, ...ended.map((year): Year => `${year}`)];
}

/**
 * Every ended quarter whose figure a new basis changes: its total, then the indicators that changed; and for
 * every ended year, the indicators whose annual figures changed. A figure that becomes final is told even
 * when it is the same to the gram.
 */
export function restatements(
  before: Basis,
  after: Basis,
  entries: readonly StandingEntry[],
  current: Quarter,
): Restatement[] {
  return endedPeriods(entries, current).flatMap((period) => {
    const results = ({ plan, factors }: Basis) => {
      const { nomenclature } = plan;
      return resultsOf({ plan, factors, entries, current, period, nomenclature });
    };
    const common: Common = { what: "ghg", period, nomenclature: after.plan.nomenclature };
    return ofPeriod(common, results(before), results(after));
  });
}
