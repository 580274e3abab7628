import type { Quarter } from "./period.ts";
import { addQuarters, compareQuarters, previousQuarter, sameQuarterOf } from "./quarter.ts";
import { type Span, spanOf, spanQuarters, yearOfSpan } from "./span.ts";

/**
 * What a span is compared with: the same quarters of the reference year, or of the year before; as many
 * quarters just before it; or another span, quarter by quarter from its first.
 */
export type Against = "baseline" | "previous_year" | "previous_quarter" | Span;

/** Gives the quarter each quarter of `span` compares with; null where `against` holds none. */
export function counterpartOf(
  span: Span,
  against: Against,
  referenceYear: number,
): (of: Quarter) => Quarter | null {
  if (against === "baseline") return (of) => sameQuarterOf(of, referenceYear);
  if (against === "previous_year") return (of) => addQuarters(of, -4);
  if (against === "previous_quarter") return (of) => addQuarters(of, -spanQuarters(span).length);
  return (of) => {
    const twin = addQuarters(against.from, compareQuarters(of, span.from));
    return compareQuarters(twin, against.to) <= 0 ? twin : null;
  };
}

/** The quarters that `span` compares with, as a span. */
export function referenceSpan({ from, to }: Span, against: Against, referenceYear: number): Span {
  if (typeof against === "object") return against;
  if (against === "previous_year") return { from: addQuarters(from, -4), to: addQuarters(to, -4) };
  if (against === "previous_quarter") {
    return { from: addQuarters(from, -spanQuarters({ from, to }).length), to: previousQuarter(from) };
  }
  if (yearOfSpan({ from, to }) === null) return spanOf(`${referenceYear}`);
  return { from: sameQuarterOf(from, referenceYear), to: sameQuarterOf(to, referenceYear) };
}
