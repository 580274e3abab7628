import type { Decimal } from "../../src/domain/decimal.ts";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Period } from "../../src/domain/period.ts";
import type { Indicator } from "../../src/domain/plan.ts";
import { computeProgress, type Progress, type ProgressInput } from "../../src/domain/progress.ts";
import type { SetTarget, TargetRule } from "../../src/domain/target.ts";
import { entry, factor, factorSet, planOf } from "./build.ts";

/** Progress on emissions over 2026 against 2021, once 2026 is over, with no figure and no target, unless said. */
export function progressOf(
  indicators: readonly Indicator[],
  changes: Partial<ProgressInput> & Pick<ProgressInput, "entries">,
): Progress {
  return computeProgress({
    plan: planOf(...indicators),
    factors: factorSet(),
    targets: [],
    subject: "ges",
    span: { from: "2026-T1", to: "2026-T4" },
    against: "baseline",
    current: "2027-T1",
    ...changes,
  });
}

/** A target set for a subject and a year; a later one has a higher id. */
export function target(subject: string, year: number, rule: TargetRule, id = 1): SetTarget {
  return { id, subject, year, rule, personId: "p1", reason: null, at: "2026-01-05T08:00:00.000Z" };
}

/** A yearly rate in per cent. */
export function rate(percent: string): TargetRule {
  return { kind: "rate", ratePct: decimal(percent) };
}

/** A value for one year. */
export function value(amount: string, unit: string): TargetRule {
  return { kind: "value", value: decimal(amount), unit };
}

/** An amount as plain text; null stays null. */
export function plain(amount: Decimal | null): string | null {
  return amount === null ? null : decimalText(amount);
}

/** Factors of that many kgCO2e per unit, by id. */
export function factorsOf(values: Readonly<Record<string, string>>): ReturnType<typeof factorSet> {
  return factorSet(...Object.entries(values).map(([id, kg]) => factor(id, kg)));
}

/** A figure for each quarter of a year, from its first; null is a missing one. */
export function year(slug: string, of: number, ...values: (string | null)[]): StandingEntry[] {
  return values.flatMap((amount, index) =>
    amount === null ? [] : [entry(slug, `${of}-T${index + 1}` as Period, amount)],
  );
}
