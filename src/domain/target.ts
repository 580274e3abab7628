import { type Decimal, decimal } from "./decimal.ts";
import type { Direction, Plan } from "./plan.ts";

/** What a target asks: a change in per cent a year that compounds, or a value for one year. */
export type TargetRule =
  | { readonly kind: "rate"; readonly ratePct: Decimal }
  | { readonly kind: "value"; readonly value: Decimal; readonly unit: string };

/** Whether two rules ask the same. */
export function sameRule(one: TargetRule, other: TargetRule): boolean {
  if (one.kind === "rate") return other.kind === "rate" && one.ratePct.eq(other.ratePct);
  return other.kind === "value" && one.value.eq(other.value) && one.unit === other.unit;
}

/** A target that a referent sets, for a subject's name and a civil year. */
export type NewTarget = {
  readonly subject: string;
  readonly year: number;
  readonly rule: TargetRule;
  /** The person's opaque id. */
  readonly personId: string;
  readonly reason: string | null;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
};

/** A target as recorded; of those of one subject and year, the highest id is the latest. */
export type SetTarget = NewTarget & { readonly id: number };

/** The target that holds for a year: the rule, the year it was set for, and who set it (null for the plan file). */
export type TargetInForce = {
  readonly rule: TargetRule;
  readonly year: number;
  readonly set: SetTarget | null;
};

/** The latest of those targets: of the latest year, then the one set last. Null for an empty list. */
function latest(targets: readonly SetTarget[]): SetTarget | null {
  const later = (one: SetTarget, other: SetTarget) => one.year - other.year || one.id - other.id;
  return targets.reduce<SetTarget | null>(
    (last, each) => (last === null || later(each, last) > 0 ? each : last),
    null,
  );
}

/** What was last set for exactly that subject and year; null when nothing was. */
export function latestTarget(targets: readonly SetTarget[], subject: string, year: number): SetTarget | null {
  return latest(targets.filter((each) => each.subject === subject && each.year === year));
}

/**
 * The target of a subject for a civil year: what was last set for that year; else the rate of the latest
 * year before it, since a value holds for its year alone; else the plan file's rate. Null where nobody set
 * anything, and before the reference year.
 */
export function targetInForce(
  subject: string,
  year: number,
  { plan, targets }: { readonly plan: Plan; readonly targets: readonly SetTarget[] },
): TargetInForce | null {
  if (year < plan.referenceYear) return null;
  const earlier = targets.filter((each) => each.subject === subject && each.year < year);
  const set =
    latestTarget(targets, subject, year) ?? latest(earlier.filter(({ rule }) => rule.kind === "rate"));
  if (set !== null) return { rule: set.rule, year: set.year, set };
  const planned = plan.targets.find((each) => each.subject === subject)?.ratePctPerYear ?? null;
  if (planned === null) return null;
  return { rule: { kind: "rate", ratePct: planned }, year: plan.referenceYear, set: null };
}

/** What the reference is multiplied by after that many years at a yearly rate: (1 - r)^n, or (1 + r)^n upwards. */
export function rateMultiplier(ratePct: Decimal, direction: Direction, years: number): Decimal {
  const rate = ratePct.div(100);
  const yearly = direction === "up" ? decimal(1).plus(rate) : decimal(1).minus(rate);
  return yearly.pow(years);
}
