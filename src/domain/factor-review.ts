import type { Temporal } from "temporal-polyfill";
import { decimal, decimalText, sum } from "./decimal.ts";
import type { Factor, UnversionedFactor } from "./factor.ts";
import { type Comparison, citedRecords, compareWithReplaced, compareWithSibling } from "./factor-compare.ts";
import type { FactorWarning, Suspicion } from "./factor-notice.ts";
import { validityEnd } from "./validity.ts";

/** A factor that an import adds, or the next version of one that it changes. */
export type FactorChange = { readonly before: Factor | null; readonly after: UnversionedFactor };

/** What to know before recording the changes of an import (docs/methode.md, 2). */
export type FactorReview = {
  readonly suspicions: readonly Suspicion[];
  readonly warnings: readonly FactorWarning[];
};

/** Parts that add up to the total within rounding: the sources print three figures. */
const roundingShare = decimal("0.006");

function partsSuspicions({ id, parts, printedTotal }: UnversionedFactor): Suspicion[] {
  const values = Object.values(parts);
  const added = sum(values);
  if (values.length === 0 || added.minus(printedTotal).abs().lte(printedTotal.times(roundingShare)))
    return [];
  const data = { parts: decimalText(added), total: decimalText(printedTotal) };
  return [{ id, code: "parts_differ_from_total", data }];
}

function expiryWarnings({ id, validTo }: UnversionedFactor, today: Temporal.PlainDate): FactorWarning[] {
  const end = validTo === null ? null : validityEnd(validTo);
  if (validTo === null || end === null || end.since(today).sign >= 0) return [];
  return [{ id, code: "expired", data: { validTo } }];
}

/** Every factor known or coming, by each record of the source that it cites. */
function byRecord(factors: Iterable<UnversionedFactor>): Map<string, UnversionedFactor[]> {
  const index = new Map<string, UnversionedFactor[]>();
  for (const factor of factors) {
    for (const record of citedRecords(factor.source)) {
      index.set(record, [...(index.get(record) ?? []), factor]);
    }
  }
  return index;
}

/**
 * What is suspect or worth knowing in factors about to be recorded, each against the version it replaces
 * and against the factors that cite the same record of the source, known or coming with it.
 */
export function reviewFactors(
  changes: readonly FactorChange[],
  known: ReadonlyMap<string, Factor>,
  today: Temporal.PlainDate,
): FactorReview {
  const after = new Map<string, UnversionedFactor>([
    ...known,
    ...changes.map((change) => [change.after.id, change.after] as const),
  ]);
  const records = byRecord(after.values());
  const reviews = changes.map(({ before, after: factor }): Comparison => {
    const siblings = citedRecords(factor.source).flatMap((record) =>
      (records.get(record) ?? [])
        .filter(({ id }) => id !== factor.id)
        .map((sibling) => compareWithSibling(factor, sibling, record)),
    );
    const replaced = before === null ? [] : [compareWithReplaced(factor, before)];
    const compared = [...replaced, ...siblings];
    return {
      suspicions: [...partsSuspicions(factor), ...compared.flatMap(({ suspicions }) => suspicions)],
      warnings: [...compared.flatMap(({ warnings }) => warnings), ...expiryWarnings(factor, today)],
    };
  });
  return {
    suspicions: reviews.flatMap(({ suspicions }) => suspicions),
    warnings: reviews.flatMap(({ warnings }) => warnings),
  };
}
