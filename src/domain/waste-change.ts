import { type Comparison, changePct, type Pair } from "./comparison.ts";
import { type Decimal, sum } from "./decimal.ts";
import type { Plan } from "./plan.ts";
import { type Span, yearOfSpan } from "./span.ts";

/** What waste was and is per person and by sorting, over the figures that compare; null where that is unknown. */
export type WasteChange = {
  readonly kgPerFte: { readonly actual: Decimal | null; readonly baseline: Decimal | null };
  readonly kgPerFtePct: Decimal | null;
  /** Sorted / (sorted + residual), in per cent. */
  readonly sortingRatePct: { readonly actual: Decimal | null; readonly baseline: Decimal | null };
};

function sortingRatePct(pairs: readonly Pair[], side: "actual" | "reference"): Decimal | null {
  const families = new Set(pairs.map(({ indicator }) => indicator.family));
  const all = sum(pairs.map((pair) => pair[side].value));
  if (families.size < 2 || all.eq(0)) return null;
  const sorted = pairs.filter(({ indicator }) => indicator.family === "waste-sorted");
  return sum(sorted.map((pair) => pair[side].value))
    .times(100)
    .div(all);
}

/** Waste like for like: a span that lacks figures is not set against the whole of its reference. */
export function wasteChange(
  { pairs, actual, baseline }: Comparison,
  { span, referenceSpan }: { readonly span: Span; readonly referenceSpan: Span },
  { fte }: Pick<Plan, "fte">,
): WasteChange {
  const perFte = (kg: Decimal | null, of: Span) => {
    const people = fte.get(yearOfSpan(of) ?? 0);
    return kg === null || people === undefined || people.eq(0) ? null : kg.div(people);
  };
  const kgPerFte = { actual: perFte(actual, span), baseline: perFte(baseline, referenceSpan) };
  return {
    kgPerFte,
    kgPerFtePct: changePct(kgPerFte.baseline, kgPerFte.actual),
    sortingRatePct: {
      actual: sortingRatePct(pairs, "actual"),
      baseline: sortingRatePct(pairs, "reference"),
    },
  };
}
