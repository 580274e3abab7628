import type { Temporal } from "temporal-polyfill";
import type { Decimal } from "./decimal.ts";
import { type Entry, latestRevisions } from "./entry.ts";
import type { Period } from "./period.ts";
import { isoText } from "./wall-clock.ts";

/** A figure that stood at one moment and stands otherwise at a later one; null while it is withdrawn. */
export type CorrectedFigure = {
  readonly indicator: string;
  readonly period: Period;
  readonly was: Decimal | null;
  readonly now: Decimal | null;
  readonly unit: string;
  /** Why it was last changed; null where no reason was asked. */
  readonly reason: string | null;
};

/** From an instant, itself excluded, to another. */
export type Window = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/** What was recorded by an instant, that instant included; `at` is ISO 8601 in UTC with milliseconds. */
export function recordedBy<T extends { readonly at: string }>(
  records: readonly T[],
  instant: Temporal.Instant,
): T[] {
  const last = isoText(instant);
  return records.filter(({ at }) => at <= last);
}

/** What was recorded after an instant, and by another. */
export function recordedBetween<T extends { readonly at: string }>(
  records: readonly T[],
  { from, to }: Window,
): T[] {
  const last = isoText(from);
  return recordedBy(records, to).filter(({ at }) => at > last);
}

/** The figures that `entries` (every revision) give otherwise at `to` than at `from`, by indicator and period. */
export function correctedFigures(entries: readonly Entry[], { from, to }: Window): CorrectedFigure[] {
  const before = new Map(
    latestRevisions(recordedBy(entries, from)).map((entry) => [`${entry.indicator} ${entry.period}`, entry]),
  );
  return latestRevisions(recordedBy(entries, to)).flatMap((entry): CorrectedFigure[] => {
    const { indicator, period, value: now, unit, reason } = entry;
    const known = before.get(`${indicator} ${period}`);
    if (known === undefined || isSame(known.value, now)) return [];
    return [{ indicator, period, was: known.value, now, unit, reason }];
  });
}

function isSame(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : one.eq(other);
}
