import { type Decimal, sum, zero } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { Indicator, Plan } from "./plan.ts";
import { entriesIn } from "./recorded.ts";
import { type Span, yearOfSpan } from "./span.ts";
import { kgPerUnit, unweighedWaste, wasteIndicators } from "./subject.ts";

/** Waste is judged by these, in kilograms, and never by its emissions (docs/methode.md, 7). */
export type WasteFacts = {
  readonly kg: Decimal | null;
  /** Kilograms over the span for each full-time equivalent of its year; null when either is unknown. */
  readonly kgPerFte: Decimal | null;
  /** Sorted / (sorted + residual) in per cent, over the periods where both are known; null without any. */
  readonly sortingRatePct: Decimal | null;
  readonly residualKg: Decimal | null;
};

type Weighed = { readonly period: string; readonly kg: Decimal };

function weigh(indicators: readonly Indicator[], span: Span, entries: readonly StandingEntry[]): Weighed[] {
  return indicators.flatMap((indicator) => {
    const size = kgPerUnit(indicator) ?? zero;
    return entriesIn(span, indicator, entries).map(({ period, value }) => ({
      period,
      kg: value.times(size),
    }));
  });
}

/** The sum of what was weighed; null when nothing was: a missing figure is not a zero. */
function kgOf(weighed: readonly Weighed[]): Decimal | null {
  return weighed.length === 0 ? null : sum(weighed.map(({ kg }) => kg));
}

function sortingRatePct(sorted: readonly Weighed[], residual: readonly Weighed[]): Decimal | null {
  const within = (list: readonly Weighed[], other: readonly Weighed[]) =>
    kgOf(list.filter(({ period }) => other.some((each) => each.period === period))) ?? zero;
  const kept = within(sorted, residual);
  const all = kept.plus(within(residual, sorted));
  return all.eq(0) ? null : kept.times(100).div(all);
}

/** The waste recorded in a span. */
export function wasteFacts(plan: Plan, entries: readonly StandingEntry[], span: Span): WasteFacts {
  const ofFamily = (family: Indicator["family"]) =>
    weigh(
      wasteIndicators(plan).filter((indicator) => indicator.family === family),
      span,
      entries,
    );
  const [sorted, residual] = [ofFamily("waste-sorted"), ofFamily("waste-residual")];
  const kg = kgOf([...sorted, ...residual]);
  const fte = plan.fte.get(yearOfSpan(span) ?? 0);
  return {
    kg,
    kgPerFte: kg === null || fte === undefined ? null : kg.div(fte),
    sortingRatePct: sortingRatePct(sorted, residual),
    residualKg: kgOf(residual),
  };
}

/** The waste of a span beside that of the span compared with; `unweighed` names what has no kilograms. */
export type WasteProgress = {
  readonly actual: WasteFacts;
  readonly baseline: WasteFacts;
  readonly unweighed: readonly Indicator[];
};

/** The waste recorded in a span and in the one it is compared with. */
export function wasteProgress(
  plan: Plan,
  entries: readonly StandingEntry[],
  [span, reference]: readonly [Span, Span],
): WasteProgress {
  return {
    actual: wasteFacts(plan, entries, span),
    baseline: wasteFacts(plan, entries, reference),
    unweighed: unweighedWaste(plan),
  };
}
