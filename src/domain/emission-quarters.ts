import { type Decimal, zero } from "./decimal.ts";
import { knownTotal } from "./known-total.ts";
import type { Quarter } from "./period.ts";
import type { Progress } from "./progress.ts";
import { quartersOfYear, yearOf } from "./quarter.ts";
import { coverageOf, type Recorded, totalOf } from "./recorded.ts";
import { spanOf, spanQuarters } from "./span.ts";

/** What is recorded of a quarter's emissions, and how many figures that total lacks. */
export type QuarterEmissions = {
  readonly quarter: Quarter;
  /** Gross, in kgCO2e; null when nothing is recorded: a missing figure is not a zero. */
  readonly kgCo2e: Decimal | null;
  readonly missing: number;
};

/** The quarters of a year so far beside those of the reference year. */
export type EmissionQuarters = {
  readonly year: number;
  readonly referenceYear: number;
  readonly nomenclature: Recorded["plan"]["nomenclature"];
  /** The four of the reference year; empty when it is the year itself. */
  readonly reference: readonly QuarterEmissions[];
  readonly actual: readonly QuarterEmissions[];
  /** In kgCO2e, for each quarter of the reference year that has a total; null while no target is set. */
  readonly target: readonly (Decimal | null)[] | null;
};

/** The gross emissions of each quarter. `ghg` is the progress of all emissions over a span of one year. */
export function emissionQuarters(ghg: Progress, recorded: Recorded): EmissionQuarters {
  const { referenceYear: year, nomenclature } = recorded.plan;
  const own = yearOf(ghg.span.from);
  const of = (quarter: Quarter) => quarterEmissions(quarter, recorded);
  const reference = quartersOfYear(year).map(of);
  return {
    year: own,
    referenceYear: year,
    nomenclature,
    reference: own === year ? [] : reference,
    actual: spanQuarters(ghg.span).map(of),
    target: targetByQuarter(ghg, reference),
  };
}

function quarterEmissions(quarter: Quarter, recorded: Recorded): QuarterEmissions {
  const span = spanOf(quarter);
  const coverage = coverageOf("ges", span, recorded);
  const kgCo2e = knownTotal({ total: totalOf("ges", span, recorded), coverage });
  return { quarter, kgCo2e, missing: coverage.missing.length };
}

/** A year's target follows the seasons of the reference year: each quarter has its share of it. */
function targetByQuarter(
  { aim, referenceYear: { total } }: Progress,
  reference: readonly QuarterEmissions[],
): (Decimal | null)[] | null {
  const yearValue = aim?.yearValue ?? null;
  if (yearValue === null || total === null || total.eq(zero)) return null;
  return reference.map(({ kgCo2e }) => kgCo2e?.times(yearValue).div(total) ?? null);
}
