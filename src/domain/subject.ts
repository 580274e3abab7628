import { emittingIndicators } from "./balance.ts";
import { type Decimal, decimal } from "./decimal.ts";
import type { Action, Direction, Indicator, Plan } from "./plan.ts";
import { totalSubjects } from "./plan-check-names.ts";
import { convert } from "./unit.ts";

/** What progress is measured on: all emissions, all waste, all resources, or one indicator. */
export type Subject = (typeof totalSubjects)[number] | Indicator;

/** The name a subject is kept and published under: "ges", "dechets", "ressources" or a slug. */
export function subjectName(subject: Subject): string {
  return typeof subject === "string" ? subject : subject.slug;
}

/** The subject of that name; null when the plan has none. */
export function subjectNamed(name: string, plan: Plan): Subject | null {
  const total = totalSubjects.find((each) => each === name);
  return total ?? plan.indicators.find(({ slug }) => slug === name) ?? null;
}

/** The way a subject should go: totals fall, an indicator as the plan says. */
export function directionOf(subject: Subject): Direction {
  return typeof subject === "string" ? "down" : subject.direction;
}

const totalUnits = { ges: "kgCO2e", dechets: "kg", ressources: "index" } as const;

/** The unit a subject's amounts are in; "index" has 100 for the reference. */
export function unitOf(subject: Subject): string {
  return typeof subject === "string" ? totalUnits[subject] : subject.unit;
}

/** Kilograms in one unit of an indicator; null where it does not measure a mass. */
export function kgPerUnit({ unit }: Indicator): Decimal | null {
  const converted = convert(decimal(1), unit, { unit: "kg", units: new Map() });
  return converted.ok ? converted.value : null;
}

function isWaste({ family }: Indicator): boolean {
  return family === "waste-sorted" || family === "waste-residual";
}

/** The waste that is weighed, sorted or residual. */
export function wasteIndicators(plan: Plan): Indicator[] {
  return plan.indicators.filter((indicator) => isWaste(indicator) && kgPerUnit(indicator) !== null);
}

/** The waste counted otherwise, in bins or litres: no total in kilograms can hold it. */
export function unweighedWaste(plan: Plan): Indicator[] {
  return plan.indicators.filter((indicator) => isWaste(indicator) && kgPerUnit(indicator) === null);
}

/** The indicators a subject is made of, in the plan's order. */
export function indicatorsOf(subject: Subject, plan: Plan): readonly Indicator[] {
  if (subject === "ges") return emittingIndicators(plan);
  if (subject === "dechets") return wasteIndicators(plan);
  if (subject === "ressources") return plan.indicators.filter(({ family }) => family === "resource");
  return [subject];
}

/**
 * What tells the progress of an action, first thing first: the totals its indicators add to, then each of
 * its indicators that adds to none. An action without any is told by the emissions its criterion names;
 * empty when it names none.
 */
export function subjectsOf({ code, criterion }: Action, plan: Plan): Subject[] {
  const own = plan.indicators.filter(({ action }) => action === code);
  if (own.length === 0) return /\b(?:GES|GHG)\b/.test(criterion) ? ["ges"] : [];
  const totals = new Set(own.map(totalOf));
  const apart = own.filter((indicator) => totalOf(indicator) === null);
  return [...totalSubjects.filter((total) => totals.has(total)), ...apart];
}

function totalOf(indicator: Indicator): (typeof totalSubjects)[number] | null {
  if (isWaste(indicator)) return "dechets";
  const { family } = indicator;
  if (family === "travel" || family === "purchase") return "ges";
  return family === "resource" ? "ressources" : null;
}
