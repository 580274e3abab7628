import { plainShare } from "./amortisation.ts";
import { emissionLines } from "./balance.ts";
import { type Decimal, decimal, sum } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { FactorSet } from "./factor-choice.ts";
import { expectedQuarters, type MissingFigure, missingFigures } from "./missing.ts";
import { hasEnded } from "./partial.ts";
import type { Period, Quarter } from "./period.ts";
import type { Indicator, Plan } from "./plan.ts";
import { quartersOfYear } from "./quarter.ts";
import { type Span, spanOf, spanPeriods } from "./span.ts";
import { indicatorsOf, kgPerUnit, type Subject } from "./subject.ts";

/** What is recorded, and what turns it into emissions. `current` is the quarter under way. */
export type Recorded = {
  readonly plan: Plan;
  readonly factors: FactorSet;
  readonly entries: readonly StandingEntry[];
  /** The last quarter that is spoken of: the one under way, unless a digest looks back. */
  readonly current: Quarter;
  /** The quarter under way when it is not `current`: what lies before it is over, and compares. */
  readonly underWay?: Quarter;
};

/** The figures that came in, of those expected: begun, and not before collection began. */
export type Coverage = {
  readonly received: number;
  readonly expected: number;
  readonly missing: readonly MissingFigure[];
};

/** The figures of a subject over a span: those that are there, and those that are not. */
export function coverageOf(subject: Subject, span: Span, { plan, entries, current }: Recorded): Coverage {
  const indicators = indicatorsOf(subject, plan);
  const inputs = spanPeriods(span).map((period) => ({ plan, entries, period, current }));
  const missing = inputs.flatMap((input) => missingFigures(indicators, input));
  const quarters = inputs.flatMap(expectedQuarters).length;
  const expected = quarters * indicators.length;
  return { received: expected - missing.length, expected, missing };
}

/** Everything recorded on a subject in a span, in its unit; null when nothing is, or for resources, which do not add up. */
export function totalOf(subject: Subject, span: Span, recorded: Recorded): Decimal | null {
  if (subject === "ressources") return null;
  const amounts = subject === "ges" ? emitted(span, recorded) : quantities(subject, span, recorded);
  return amounts.length === 0 ? null : sum(amounts);
}

/** All of the reference year on a subject, in its unit: 100 for resources, null when nothing is recorded. */
export function referenceTotalOf(subject: Subject, recorded: Recorded): Decimal | null {
  if (subject === "ressources") return decimal(100);
  return totalOf(subject, spanOf(`${recorded.plan.referenceYear}`), recorded);
}

function emitted(span: Span, recorded: Recorded): Decimal[] {
  const { nomenclature } = recorded.plan;
  return spanPeriods(span).flatMap((period) =>
    emissionLines({ ...recorded, nomenclature, period }).map(({ kgCo2e }) => kgCo2e),
  );
}

function quantities(subject: Exclude<Subject, "ges">, span: Span, { plan, entries }: Recorded): Decimal[] {
  return indicatorsOf(subject, plan).flatMap((indicator) => {
    const size = subject === "dechets" ? kgPerUnit(indicator) : null;
    return entriesIn(span, indicator, entries).map(({ value }) =>
      size === null ? value : value.times(size),
    );
  });
}

/** The figures of an indicator that lie in a span; an annual one only where its whole year does. */
export function entriesIn(
  span: Span,
  { slug }: Indicator,
  entries: readonly StandingEntry[],
): readonly StandingEntry[] {
  const periods = spanPeriods(span);
  return entries.filter(
    ({ indicator, period }) => indicator === slug && periods.some((each) => plainShare(period, each).gt(0)),
  );
}

/** Tells whether an indicator has a figure for exactly a period. */
function figures(entries: readonly StandingEntry[]): (indicator: Indicator, period: Period) => boolean {
  const given = new Set(entries.map(({ indicator, period }) => `${indicator} ${period}`));
  return ({ slug }, period) => given.has(`${slug} ${period}`);
}

/** Whether a subject has every figure of a civil year that is over, whenever its collection began. */
export function isComplete(
  subject: Subject,
  year: number,
  { plan, entries, current, underWay = current }: Recorded,
): boolean {
  if (!hasEnded(`${year}`, underWay)) return false;
  const has = figures(entries);
  const indicators = indicatorsOf(subject, plan);
  const isGiven = (indicator: Indicator) =>
    has(indicator, `${year}`) || quartersOfYear(year).every((quarter) => has(indicator, quarter));
  return indicators.length > 0 && indicators.every(isGiven);
}

/** Whether each quarter of a civil year has a figure of the subject; an annual one stands for all four. */
export function reachesEveryQuarter(subject: Subject, year: number, { plan, entries }: Recorded): boolean {
  const has = figures(entries);
  const indicators = indicatorsOf(subject, plan);
  const hasSome = (period: Period) => indicators.some((indicator) => has(indicator, period));
  return hasSome(`${year}`) || quartersOfYear(year).every(hasSome);
}
