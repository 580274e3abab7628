import type { Comparison } from "./comparison.ts";
import type { Decimal } from "./decimal.ts";
import { isQuarter } from "./quarter.ts";

/** Quarters of figures below which a year is not projected. */
const minQuarters = 2;

/** How many quarters have a figure that compares; a year given whole counts for its four. */
export function quartersIn({ pairs }: Pick<Comparison, "pairs">): number {
  const periods = new Set(pairs.map(({ periods: { actual } }) => actual));
  return [...periods].some((period) => !isQuarter(period)) ? 4 : periods.size;
}

/**
 * Where a year is heading: the reference year's total × (this year so far / the same quarters of the
 * reference year), like for like; a complete year is projected as itself. Null before two quarters are in,
 * or when the reference is empty, zero, or lacks a whole quarter to come.
 */
export function project(input: {
  /** The year from its first quarter on, against the reference year. */
  readonly comparison: Comparison;
  readonly referenceTotal: Decimal | null;
  /** True when every quarter of the reference year has figures. */
  readonly referenceIsWhole: boolean;
  /** All of the year where nothing is missing, else null. */
  readonly completeTotal: Decimal | null;
}): Decimal | null {
  const { comparison, referenceTotal, referenceIsWhole, completeTotal } = input;
  if (completeTotal !== null) return completeTotal;
  const { actual, baseline } = comparison;
  if (quartersIn(comparison) < minQuarters || !referenceIsWhole) return null;
  if (actual === null || baseline === null || referenceTotal === null || baseline.eq(0)) return null;
  return referenceTotal.times(actual).div(baseline);
}
