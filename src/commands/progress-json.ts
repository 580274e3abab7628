import type { Against } from "../domain/against.ts";
import type { Aim } from "../domain/aim.ts";
import type { Comparison } from "../domain/comparison.ts";
import { type Decimal, roundHalfUp } from "../domain/decimal.ts";
import type { UnpairedFigure } from "../domain/pairing.ts";
import type { Progress } from "../domain/progress.ts";
import type { Coverage } from "../domain/recorded.ts";
import type { ResourceChange } from "../domain/resource-index.ts";
import { spanText } from "../domain/span.ts";
import { subjectName } from "../domain/subject.ts";
import type { SetTarget } from "../domain/target.ts";
import type { WasteFacts, WasteProgress } from "../domain/waste.ts";
import { missingJson } from "./balance-json.ts";
import { type JsonObject, jsonNumber } from "./json.ts";

const percentDecimals = 6;

/** Kilograms to the gram, anything else to the millionth. */
function decimalsOf(unit: string): number {
  return unit === "kg" || unit === "kgCO2e" ? 3 : 6;
}

function amountJson(value: Decimal | null, unit: string): number | null {
  return value === null ? null : jsonNumber(value, decimalsOf(unit));
}

function percentJson(value: Decimal | null): number | null {
  return value === null ? null : jsonNumber(value, percentDecimals);
}

/** A change in the unit compared; all null when nothing compares. */
export type ChangeJson = Readonly<
  Record<"actual" | "baseline" | "activityEffect" | "factorEffect", number | null>
>;

/** Rounded so that the two effects still add up to the rounded change: the rest goes to the factors, if they moved. */
export function changeJson({ unit, actual, baseline, activityEffect, factorEffect }: Comparison): ChangeJson {
  if (actual === null || baseline === null || activityEffect === null || factorEffect === null) {
    return { actual: null, baseline: null, activityEffect: null, factorEffect: null };
  }
  const rounded = (value: Decimal) => roundHalfUp(value, decimalsOf(unit));
  const change = rounded(actual).minus(rounded(baseline));
  const activity = factorEffect.eq(0) ? change : rounded(activityEffect);
  return {
    actual: jsonNumber(rounded(actual)),
    baseline: jsonNumber(rounded(baseline)),
    activityEffect: jsonNumber(activity),
    factorEffect: jsonNumber(change.minus(activity)),
  };
}

/** Received, expected and missing figures, as the contract publishes them. */
export function coverageJson({ received, expected, missing }: Coverage): JsonObject {
  return { received, expected, missing: missingJson(missing) };
}

/** Figures that found no partner; `side` says which side of the comparison they are on. */
export function leftOutJson(leftOut: readonly UnpairedFigure[]): JsonObject[] {
  return leftOut.map(({ indicator, period, side }) => ({ indicator, period, side }));
}

/** "baseline", "previous_year", "previous_quarter", or the span compared with. */
export function againstJson(against: Against): string | JsonObject {
  return typeof against === "string" ? against : { from: against.from, to: against.to };
}

/** A target as the contract publishes it: `ratePct` with unit "%", or a value in its unit. */
export function targetJson(target: SetTarget, by: string | null): JsonObject {
  const { subject, year, rule, reason, at } = target;
  const asked =
    rule.kind === "rate"
      ? { ratePct: jsonNumber(rule.ratePct), unit: "%" }
      : { value: jsonNumber(rule.value), unit: rule.unit };
  return { subject, year, ...asked, by, at, reason };
}

/** The target in force behind `target`: who set it, or the plan file. */
function aimJson(subject: string, aim: Aim | null, unit: string, nameOf: NameOf): JsonObject | null {
  if (aim === null) return null;
  const { rule, year, set } = aim.target;
  const ratePct = rule.kind === "rate" ? jsonNumber(rule.ratePct) : null;
  const source =
    set === null
      ? { subject, year, ratePct, unit: "%", by: null, at: null, reason: null }
      : targetJson(set, nameOf(set.personId));
  return { ...source, judged: amountJson(aim.judged, unit), yearValue: amountJson(aim.yearValue, unit) };
}

function wasteJson({ kg, kgPerFte, sortingRatePct, residualKg }: WasteFacts): JsonObject {
  return {
    kg: amountJson(kg, "kg"),
    kgPerFte: amountJson(kgPerFte, "kg"),
    sortingRatePct: percentJson(sortingRatePct),
    residualKg: amountJson(residualKg, "kg"),
  };
}

function wasteProgressJson({ actual, baseline, unweighed }: WasteProgress): JsonObject {
  const slugs = unweighed.map(({ slug }) => slug);
  return { ...wasteJson(actual), baseline: wasteJson(baseline), unweighed: slugs };
}

function resourceJson({ indicator, comparison, changePct }: ResourceChange): JsonObject {
  const { unit, actual, baseline } = comparison;
  return {
    indicator: indicator.slug,
    unit,
    actual: amountJson(actual, unit),
    baseline: amountJson(baseline, unit),
    changePct: percentJson(changePct),
  };
}

function resourcesJson(index: Decimal | null, changes: readonly ResourceChange[]): JsonObject {
  const zeros = changes.filter(
    ({ comparison, changePct }) => changePct === null && comparison.baseline !== null,
  );
  return {
    index: percentJson(index),
    byIndicator: changes.map(resourceJson),
    zeroBaseline: zeros.map(({ indicator }) => indicator.slug),
  };
}

function comparedJson({ compared }: Progress): JsonObject | null {
  if (compared === null) return null;
  const { actual, reference, without } = compared;
  return { from: actual.from, to: actual.to, without: [...without], baseline: spanText(reference) };
}

/** Gives a person's name from their opaque id; null once they are erased. */
export type NameOf = (personId: string) => string | null;

/** Progress as the contract publishes it; amounts in `unit`, percentages themselves, null where nothing can be said. */
export function progressJson(progress: Progress, nameOf: NameOf): JsonObject {
  const { subject, span, comparison, aim, waste, resources, referenceYear } = progress;
  const { unit } = comparison;
  const { baseline, ...change } = changeJson(comparison);
  return {
    subject: subjectName(subject),
    period: { from: span.from, to: span.to },
    unit,
    ...change,
    baseline: { period: spanText(progress.referenceSpan), value: baseline },
    target: amountJson(aim?.value ?? null, unit),
    changePct: percentJson(progress.changePct),
    targetPct: percentJson(aim?.pct ?? null),
    coverage: coverageJson(progress.coverage),
    status: progress.status,
    against: againstJson(progress.against),
    compared: comparedJson(progress),
    total: amountJson(progress.total, unit),
    projection: amountJson(progress.projection, unit),
    uncertainty: amountJson(progress.uncertainty, unit),
    demonstrated: progress.demonstrated,
    provisional: [...progress.provisional],
    notInPlan: [...progress.notInPlan],
    leftOut: leftOutJson(comparison.leftOut),
    aim: aimJson(subjectName(subject), aim, unit, nameOf),
    referenceYear: {
      year: referenceYear.year,
      total: amountJson(referenceYear.total, unit),
      coverage: coverageJson(referenceYear.coverage),
    },
    waste: waste === null ? null : wasteProgressJson(waste),
    resources: resources === null ? null : resourcesJson(comparison.actual, resources),
  };
}
