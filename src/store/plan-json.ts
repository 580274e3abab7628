import { createHash } from "node:crypto";
import type { Quarter } from "../domain/period.ts";
import {
  type Action,
  activityKinds,
  type CalendarSettings,
  controls,
  directions,
  type Emission,
  type FactorChoice,
  families,
  type Indicator,
  type Localized,
  type Plan,
  type PlannedTarget,
  type RosterPerson,
  roles,
} from "../domain/plan.ts";
import { type PlanDocument, planDocument } from "../domain/plan-document.ts";
import { isQuarter } from "../domain/quarter.ts";
import { decimalFrom, fieldsOf, integer, listOf, mapOf, oneOf, orNull, text, yesNo } from "./json-fields.ts";

/** The plan as JSON data with the keys of the plan file: how the applied plan is kept. */
export function planToJson(plan: Plan): PlanDocument {
  return planDocument(plan);
}

function quarter(value: unknown, at: string): Quarter {
  const written = text(value, at);
  if (!isQuarter(written)) throw new Error(`${at}: "${written}" is not a quarter.`);
  return written;
}

function factorChoice(value: unknown, at: string): FactorChoice {
  if (typeof value === "string") return { kind: "standing", id: value };
  return { kind: "series", byYear: mapOf(Number, text)(value, at) };
}

function emission(value: unknown, at: string): Emission {
  const field = fieldsOf(value, at);
  return {
    activity: field(oneOf(activityKinds), "activity"),
    control: field(oneOf(controls), "control"),
    factor: field(factorChoice, "factor"),
    cutOffFactor: field(orNull(text), "cut_off"),
    amortisationYears: field(orNull(integer), "amortisation_years"),
    evidence: field(oneOf(["invoice", "estimate"]), "evidence"),
  };
}

function localized(value: unknown, at: string): Localized {
  const field = fieldsOf(value, at);
  return { fr: field(text, "fr"), en: field(text, "en") };
}

function indicator(value: unknown, at: string): Indicator {
  const field = fieldsOf(value, at);
  return {
    slug: field(text, "slug"),
    action: field(text, "action"),
    label: field(localized, "label"),
    aliases: field(listOf(text), "aliases"),
    unit: field(text, "unit"),
    units: field(mapOf(String, decimalFrom), "units"),
    wholeNumber: field(yesNo, "whole_number"),
    family: field(oneOf(families), "family"),
    direction: field(oneOf(directions), "direction"),
    emission: field(orNull(emission), "emission"),
    owner: field(text, "owner"),
    bound: field(orNull(decimalFrom), "bound"),
    note: field(orNull(text), "note"),
  };
}

function action(value: unknown, at: string): Action {
  const field = fieldsOf(value, at);
  return {
    code: field(text, "code"),
    title: field(text, "title"),
    budget: field(text, "budget"),
    effort: field(text, "effort"),
    schedule: field(text, "schedule"),
    criterion: field(text, "criterion"),
  };
}

function stages(value: unknown, at: string): CalendarSettings["stages"] {
  const field = fieldsOf(value, at);
  return {
    opening: field(integer, "opening"),
    reminder: field(integer, "reminder"),
    eve: field(integer, "eve"),
    overdue: field(integer, "overdue"),
    escalation: field(integer, "escalation"),
  };
}

function hours(value: unknown, at: string): CalendarSettings["hours"] {
  const field = fieldsOf(value, at);
  return { from: field(integer, "from"), to: field(integer, "to") };
}

function digest(value: unknown, at: string): CalendarSettings["digest"] {
  const field = fieldsOf(value, at);
  return { businessDay: field(integer, "business_day"), hour: field(integer, "hour") };
}

function calendar(value: unknown, at: string): CalendarSettings {
  const field = fieldsOf(value, at);
  return {
    dueDay: field(integer, "due_day"),
    stages: field(stages, "stages"),
    hours: field(hours, "hours"),
    digest: field(digest, "digest"),
  };
}

function target(value: unknown, at: string): PlannedTarget {
  const field = fieldsOf(value, at);
  return { subject: field(text, "subject"), ratePctPerYear: field(orNull(decimalFrom), "rate_pct_per_year") };
}

function person(value: unknown, at: string): RosterPerson {
  const field = fieldsOf(value, at);
  return {
    email: field(text, "email"),
    name: field(text, "name"),
    role: field(oneOf(roles), "role"),
    referent: field(orNull(oneOf(["technical", "political"])), "referent"),
    language: field(orNull(oneOf(["fr", "en"])), "language"),
  };
}

function planValue(value: unknown, at: string): Plan["values"][number] {
  const field = fieldsOf(value, at);
  return { name: field(text, "name"), text: field(text, "text") };
}

/**
 * The plan that planToJson wrote, equal to it in every value. Trusts its meaning, which was checked when
 * it was applied, but not its shape: throws, naming the key, on anything else.
 */
export function planFromJson(json: unknown): Plan {
  const field = fieldsOf(json, "plan");
  return {
    name: field(text, "name"),
    timeZone: field(text, "time_zone"),
    referenceYear: field(integer, "reference_year"),
    collectFrom: field(orNull(quarter), "collect_from"),
    nomenclature: field(oneOf(["beges", "ghgp", "bc"]), "nomenclature"),
    calendar: field(calendar, "calendar"),
    fte: field(mapOf(Number, decimalFrom), "fte"),
    values: field(listOf(planValue), "values"),
    actions: field(listOf(action), "actions"),
    indicators: field(listOf(indicator), "indicators"),
    targets: field(listOf(target), "targets"),
    people: field(listOf(person), "people"),
  };
}

/** JSON with the keys of every object in one order and no space: one text for one value. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The SHA-256 of the plan's canonical JSON, in hexadecimal: equal exactly for equal plans. */
export function planDigest(plan: Plan): string {
  return createHash("sha256")
    .update(canonicalJson(planToJson(plan)))
    .digest("hex");
}
