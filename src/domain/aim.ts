import type { Comparison } from "./comparison.ts";
import { changePct } from "./comparison.ts";
import { type Decimal, decimal } from "./decimal.ts";
import type { Direction } from "./plan.ts";
import { rateMultiplier, type TargetInForce } from "./target.ts";

/** How a subject stands against its target. */
export type Status = "on_track" | "at_risk" | "off_track" | "no_target" | "insufficient_data";

/** A target brought to the quarters at hand, in the subject's unit. */
export type Aim = {
  readonly target: TargetInForce;
  /** For the figures that compare; null when none does. */
  readonly value: Decimal | null;
  /** For the whole year; null when the reference year is empty. */
  readonly yearValue: Decimal | null;
  /** The change aimed at from the reference, in per cent. */
  readonly pct: Decimal | null;
  /** What is held against `value`: the like-for-like figures, or all of a complete year that has no reference. */
  readonly judged: Decimal | null;
};

/** What an aim is made from. */
export type AimInput = {
  readonly target: TargetInForce;
  readonly direction: Direction;
  /** Years from the reference year. */
  readonly years: number;
  /** The year so far against the same quarters of the reference year. */
  readonly comparison: Comparison;
  /** All of the reference year; null when nothing is recorded. */
  readonly referenceTotal: Decimal | null;
  /** Whether the reference year lacks nothing: only then do its quarters tell what share of it they make. */
  readonly referenceIsComplete: boolean;
  /** All of the year where it is whole and nothing is missing, else null. */
  readonly completeTotal: Decimal | null;
};

/**
 * The target for the quarters that compare: at a rate, the same quarters of the reference year ×
 * (1 - r)^n; a value is scaled by the share of a complete reference year that those quarters make.
 */
export function aimAt(input: AimInput): Aim {
  const { rule } = input.target;
  return rule.kind === "rate" ? aimAtRate(input, rule.ratePct) : aimAtValue(input, rule.value);
}

function aimAtRate(
  { target, direction, years, comparison, referenceTotal }: AimInput,
  ratePct: Decimal,
): Aim {
  const multiplier = rateMultiplier(ratePct, direction, years);
  return {
    target,
    value: comparison.baseline?.times(multiplier) ?? null,
    yearValue: referenceTotal?.times(multiplier) ?? null,
    pct: multiplier.minus(1).times(100),
    judged: comparison.actual,
  };
}

function aimAtValue(
  { target, comparison, referenceTotal, referenceIsComplete, completeTotal }: AimInput,
  yearValue: Decimal,
): Aim {
  const { baseline, actual } = comparison;
  const share = referenceIsComplete && baseline !== null ? referenceTotal : null;
  if (baseline === null || share === null || share.eq(0)) {
    const value = completeTotal === null ? null : yearValue;
    return { target, value, yearValue, pct: null, judged: completeTotal };
  }
  const value = baseline.eq(share) ? yearValue : yearValue.times(baseline).div(share);
  return { target, value, yearValue, pct: changePct(baseline, value), judged: actual };
}

/** Above a target by no more than this share of it, a subject is at risk; beyond, off track. */
const risk = decimal("0.05");

/**
 * The status of what is judged: on track at the target or better, at risk up to 5 % worse, off track
 * beyond. A subject without direction has no target, whatever was set.
 */
export function statusOf(aim: Aim | null, direction: Direction, compares: boolean): Status {
  if (direction === "none") return "no_target";
  if (aim === null) return compares ? "no_target" : "insufficient_data";
  const { judged, value } = aim;
  if (judged === null || value === null) return "insufficient_data";
  const excess = direction === "down" ? judged.minus(value) : value.minus(judged);
  if (excess.lte(0)) return "on_track";
  return excess.lte(value.times(risk)) ? "at_risk" : "off_track";
}
