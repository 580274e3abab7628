import { computeBalance, emissionLines } from "../balance.ts";
import { compareSubject } from "../compare-subject.ts";
import { type Decimal, decimal, sum } from "../decimal.ts";
import { type ProjectRevision, standingProjects } from "../financed-project.ts";
import type { Scope } from "../nomenclature.ts";
import type { Indicator } from "../plan.ts";
import { compareQuarters, yearOf } from "../quarter.ts";
import { type Coverage, coverageOf, type Recorded, totalOf } from "../recorded.ts";
import { isWholeYear, type Span, spanPeriods, spanQuarters } from "../span.ts";
import { indicatorsOf, type Subject, subjectNamed } from "../subject.ts";
import { wasteFacts } from "../waste.ts";
import type { Measure } from "./query.ts";

/** Everything that answers are computed from. */
export type Facts = Recorded & { readonly projects: readonly ProjectRevision[] };

/** One figure: null where nothing is recorded. `coverage` is null for what is not collected quarter by quarter. */
export type Figure = {
  readonly value: Decimal | null;
  /** "kgCO2e", "%", "index", "project", "tCO2e", or an indicator's unit. */
  readonly unit: string;
  readonly coverage: Coverage | null;
};

const subjects: Readonly<Record<string, string>> = { ghg: "ges", waste: "dechets", resources: "ressources" };

/** The subject of progress that a measure is; null for the measures that progress does not follow. */
export function subjectOf(measure: Measure, { plan }: Pick<Recorded, "plan">): Subject | null {
  return subjectNamed(subjects[measure] ?? measure, plan);
}

/** The part of a span that has begun: what is not yet there is not missing. */
function begun({ from, to }: Span, { current }: Recorded): Span {
  return compareQuarters(to, current) > 0 && compareQuarters(from, current) <= 0
    ? { from, to: current }
    : { from, to };
}

function scopeFigure(scope: Scope, span: Span, facts: Facts): Figure {
  const coverage = coverageOf("ges", span, facts);
  const balances = spanPeriods(span).map((period) =>
    computeBalance({ ...facts, period, nomenclature: facts.plan.nomenclature }),
  );
  const isEmpty = balances.every(({ byIndicator }) => byIndicator.length === 0);
  const total = sum(balances.map(({ byScope }) => byScope.get(scope) ?? decimal(0)));
  return { value: isEmpty ? null : total, unit: "kgCO2e", coverage };
}

function scopeOf(measure: Measure): Scope | null {
  const scope = /^ghg\.scope([123])$/.exec(measure)?.[1];
  return scope === "1" || scope === "2" || scope === "3" ? scope : null;
}

/** What those indicators emitted over a span, in kgCO2e and the plan's nomenclature; in one scope where it is said. */
function emittedBy(
  indicators: readonly Indicator[],
  span: Span,
  facts: Facts,
  only: Scope | null = null,
): Decimal | null {
  const slugs = new Set(indicators.map(({ slug }) => slug));
  const amounts = spanPeriods(span).flatMap((period) =>
    emissionLines({ ...facts, period, nomenclature: facts.plan.nomenclature })
      .filter(({ indicator }) => slugs.has(indicator.slug))
      .map(({ kgCo2e, placed }) =>
        only === null
          ? kgCo2e
          : sum(placed.filter(({ scope }) => scope === only).map((amount) => amount.kgCo2e)),
      ),
  );
  return amounts.length === 0 ? null : sum(amounts);
}

/** Projects are dated by their year: a span that holds part of one only, unless it is the year so far, has no figure. */
function projectFigure(measure: Measure, span: Span, { projects, current }: Facts): Figure {
  const unit = measure === "compensation" ? "tCO2e" : "project";
  const years = new Set(spanQuarters(span).map(yearOf));
  const isYears =
    spanPeriods(span).every((period) => !period.includes("T")) || (isSoFar(span) && span.to === current);
  const list = standingProjects(projects).filter(({ year }) => years.has(year));
  if (!isYears || list.length === 0) return { value: null, unit, coverage: null };
  const value = measure === "compensation" ? sum(list.map(({ tonnes }) => tonnes)) : decimal(list.length);
  return { value, unit, coverage: null };
}

function isSoFar({ from }: Span): boolean {
  return from.endsWith("T1");
}

function subjectFigure(subject: Subject, span: Span, facts: Facts): Figure {
  const coverage = coverageOf(subject, span, facts);
  if (subject === "ressources") {
    const { actual } = compareSubject(subject, { ...facts, span, against: "baseline" }).comparison;
    return { value: actual, unit: "index", coverage };
  }
  const unit = subject === "ges" ? "kgCO2e" : subject === "dechets" ? "kg" : subject.unit;
  return { value: totalOf(subject, span, facts), unit, coverage };
}

/** The measures whose figure Cairn has no register for. */
export const unrecorded: ReadonlySet<Measure> = new Set([
  "depenses",
  "referent-technique",
  "referent-politique",
]);

/** The figure of a measure over a span; of its emissions where `asEmissions` says so. Null for a measure that has none. */
export function figureOf(measure: Measure, asked: Span, facts: Facts, asEmissions = false): Figure | null {
  const span = begun(asked, facts);
  const scope = scopeOf(measure);
  if (scope !== null) return scopeFigure(scope, span, facts);
  if (measure === "taux-tri") {
    const { sortingRatePct } = wasteFacts(facts.plan, facts.entries, span);
    return { value: sortingRatePct, unit: "%", coverage: coverageOf("dechets", span, facts) };
  }
  if (measure === "compensation" || measure === "projets-compensation")
    return projectFigure(measure, span, facts);
  const subject = subjectOf(measure, facts);
  if (subject === null) return null;
  if (!asEmissions || subject === "ges") return subjectFigure(subject, span, facts);
  const indicators = indicatorsOf(subject, facts.plan).filter(({ emission }) => emission !== null);
  if (indicators.length === 0) return null;
  return {
    value: emittedBy(indicators, span, facts),
    unit: "kgCO2e",
    coverage: coverageOf(subject, span, facts),
  };
}

/** One quarter of a series; null where nothing is recorded, which is not a zero. */
export type SeriesPoint = { readonly period: `${number}-T${1 | 2 | 3 | 4}`; readonly figure: Figure };

/** A measure quarter by quarter, up to the quarter under way. Null for a measure that has no figure. */
export function seriesOf(
  measure: Measure,
  span: Span,
  facts: Facts,
  asEmissions = false,
): SeriesPoint[] | null {
  const points: SeriesPoint[] = [];
  for (const period of spanQuarters(begun(span, facts))) {
    const figure = figureOf(measure, { from: period, to: period }, facts, asEmissions);
    if (figure === null) return null;
    points.push({ period, figure });
  }
  return points;
}

/** One part of a total. */
export type Part = { readonly indicator: Indicator; readonly value: Decimal };

/** What a total is made of, the largest first: the indicators behind it, in its unit. Null for a measure without parts. */
export function partsOf(measure: Measure, asked: Span, facts: Facts): Part[] | null {
  const scope = scopeOf(measure);
  const subject = scope === null ? subjectOf(measure, facts) : "ges";
  if (subject !== "ges" && subject !== "dechets") return null;
  const span = begun(asked, facts);
  return indicatorsOf(subject, facts.plan)
    .flatMap((indicator): Part[] => {
      const value =
        subject === "ges" ? emittedBy([indicator], span, facts, scope) : weightOf(indicator, span, facts);
      return value === null || value.eq(0) ? [] : [{ indicator, value }];
    })
    .toSorted((one, other) => other.value.cmp(one.value));
}

function weightOf(indicator: Indicator, span: Span, facts: Facts): Decimal | null {
  const alone = { ...facts, plan: { ...facts.plan, indicators: [indicator] } };
  return totalOf("dechets", span, alone);
}

/** Whether a span can be opened by `/cairn pourquoi`: a quarter, a year, or the year so far. */
export function openable(span: Span, { current }: Pick<Recorded, "current">): string | null {
  if (span.from === span.to) return span.from;
  const isYear =
    isWholeYear(span) || (isSoFar(span) && span.to === current && yearOf(span.from) === yearOf(span.to));
  return isYear ? `${yearOf(span.from)}` : null;
}
