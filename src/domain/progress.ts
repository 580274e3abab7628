import { type Against, referenceSpan } from "./against.ts";
import { type Aim, aimAt, type Status, statusOf } from "./aim.ts";
import { changeUncertainty } from "./compare-emissions.ts";
import { compareSubject } from "./compare-subject.ts";
import { type Compared, type Comparison, changePct, comparedSpans } from "./comparison.ts";
import type { Decimal } from "./decimal.ts";
import type { Period } from "./period.ts";
import type { Direction } from "./plan.ts";
import { project } from "./projection.ts";
import { quarterNumber, yearOf } from "./quarter.ts";
import {
  type Coverage,
  coverageOf,
  isComplete,
  type Recorded,
  reachesEveryQuarter,
  referenceTotalOf,
  totalOf,
} from "./recorded.ts";
import type { ResourceChange } from "./resource-index.ts";
import { isWholeYear, type Span, spanOf, spanQuarters, yearOfSpan } from "./span.ts";
import { directionOf, type Subject, subjectName } from "./subject.ts";
import { type SetTarget, targetInForce } from "./target.ts";
import { type WasteProgress, wasteProgress } from "./waste.ts";

/** What progress is computed from. */
export type ProgressInput = Recorded & {
  readonly targets: readonly SetTarget[];
  readonly subject: Subject;
  readonly span: Span;
  readonly against: Against;
};

/** All of the reference year, and what it lacks. */
export type ReferenceYear = {
  readonly year: number;
  /** 100 for resources, which are an index; null when nothing is recorded. */
  readonly total: Decimal | null;
  readonly coverage: Coverage;
};

/** How far a subject is over a span; amounts in `comparison.unit`, null where nothing can be said. */
export type Progress = {
  readonly subject: Subject;
  readonly direction: Direction;
  readonly span: Span;
  readonly against: Against;
  readonly referenceSpan: Span;
  /** Like for like: `actual` - `baseline` is the activity effect + the factor effect, exactly. */
  readonly comparison: Comparison;
  /** The quarters that do compare; null when none does. */
  readonly compared: Compared | null;
  readonly changePct: Decimal | null;
  /** 95 %, of the change, in kgCO2e; null for quantities. */
  readonly uncertainty: Decimal | null;
  /** False for a change smaller than its uncertainty; null without a change or an uncertainty. */
  readonly demonstrated: boolean | null;
  /** Everything recorded in the span, compared or not. */
  readonly total: Decimal | null;
  readonly coverage: Coverage;
  readonly referenceYear: ReferenceYear;
  readonly aim: Aim | null;
  readonly status: Status;
  readonly projection: Decimal | null;
  readonly waste: WasteProgress | null;
  readonly resources: readonly ResourceChange[] | null;
  /** Figures of the span's emissions that a factor of an earlier year stands in for. */
  readonly provisional: readonly string[];
  /** Of all emissions: indicators with figures in either span that the plan no longer has, and that count nowhere. */
  readonly notInPlan: readonly string[];
};

/** How far a subject is over a span: the change, the target, the projection, and what they lack. */
export function computeProgress(input: ProgressInput): Progress {
  const { plan, entries, subject, span, against } = input;
  const { comparison, resources } = compareSubject(subject, input);
  const onReference = { ...input, against: "baseline" } as const;
  const toReference = against === "baseline" ? comparison : compareSubject(subject, onReference).comparison;
  const year = referenceYearOf(input);
  const direction = directionOf(subject);
  const aim = aimOf(input, toReference, year);
  const twin = referenceSpan(span, against, plan.referenceYear);
  return {
    subject,
    direction,
    span,
    against,
    referenceSpan: twin,
    comparison,
    compared: comparedSpans(comparison.pairs),
    changePct: changePct(comparison.baseline, comparison.actual),
    ...certainty(subject, comparison),
    total: totalOf(subject, span, input),
    coverage: coverageOf(subject, span, input),
    referenceYear: year,
    aim,
    status: statusOf(aim, direction, toReference.pairs.length > 0),
    projection: projectionOf(input, toReference, year),
    waste: subject === "dechets" ? wasteProgress(plan, entries, [span, twin]) : null,
    resources,
    provisional: provisionalIn(comparison),
    notInPlan: subject === "ges" ? notInPlan(input, [span, twin]) : [],
  };
}

function certainty(subject: Subject, comparison: Comparison): Pick<Progress, "uncertainty" | "demonstrated"> {
  const { actual, baseline } = comparison;
  if (subject !== "ges" || actual === null || baseline === null)
    return { uncertainty: null, demonstrated: null };
  const uncertainty = changeUncertainty(comparison);
  const change = actual.minus(baseline).abs();
  return { uncertainty, demonstrated: change.eq(0) ? null : change.gte(uncertainty) };
}

function referenceYearOf(input: ProgressInput): ReferenceYear {
  const { plan, subject } = input;
  const coverage = coverageOf(subject, spanOf(`${plan.referenceYear}`), input);
  return { year: plan.referenceYear, total: referenceTotalOf(subject, input), coverage };
}

/** All of the span where it is a civil year that lacks nothing, else null. */
function completeTotal(input: ProgressInput): Decimal | null {
  const { subject, span } = input;
  const year = isWholeYear(span) ? yearOfSpan(span) : null;
  return year !== null && isComplete(subject, year, input) ? totalOf(subject, span, input) : null;
}

function aimOf(input: ProgressInput, comparison: Comparison, { total }: ReferenceYear): Aim | null {
  const { plan, subject, span } = input;
  const year = yearOfSpan(span);
  const target = year === null ? null : targetInForce(subjectName(subject), year, input);
  if (year === null || target === null) return null;
  return aimAt({
    target,
    direction: directionOf(subject),
    years: year - plan.referenceYear,
    comparison,
    referenceTotal: total,
    referenceIsComplete: subject === "ressources" || isComplete(subject, plan.referenceYear, input),
    completeTotal: completeTotal(input),
  });
}

/** Only of a span that begins its year: a quarter alone says nothing of the rest. */
function projectionOf(
  input: ProgressInput,
  comparison: Comparison,
  { total, year }: ReferenceYear,
): Decimal | null {
  const { subject, span } = input;
  if (yearOfSpan(span) === null || quarterNumber(span.from) !== 1) return null;
  const referenceIsWhole = reachesEveryQuarter(subject, year, input);
  return project({
    comparison,
    referenceTotal: total,
    referenceIsWhole,
    completeTotal: completeTotal(input),
  });
}

function provisionalIn({ pairs }: Comparison): string[] {
  const lines = pairs.flatMap(({ actual }) => actual.lines).filter(({ factor }) => factor.provisional);
  return [...new Set(lines.map(({ indicator }) => indicator.slug))];
}

function notInPlan({ plan, entries }: ProgressInput, spans: readonly Span[]): string[] {
  const known = new Set(plan.indicators.map(({ slug }) => slug));
  const periods = new Set<Period>(
    spans.flatMap((span) => [
      ...spanQuarters(span),
      ...spanQuarters(span).map((each) => `${yearOf(each)}` as const),
    ]),
  );
  const strays = entries.filter(({ indicator, period }) => !known.has(indicator) && periods.has(period));
  return [...new Set(strays.map(({ indicator }) => indicator))].sort();
}
