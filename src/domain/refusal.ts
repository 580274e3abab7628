import type { Entry } from "./entry.ts";
import type { Period, Quarter } from "./period.ts";

/** A past figure shown beside a surprising one. `value` is a plain decimal in the indicator's unit. */
export type PastFigure = { readonly period: Period; readonly value: string };

/** Why a value surprises: the history's median, a bound of the plan, or sheer size. */
export type Implausibility =
  | { readonly reason: "median"; readonly median: string; readonly history: readonly PastFigure[] }
  | { readonly reason: "bound"; readonly bound: string; readonly history: readonly PastFigure[] }
  | { readonly reason: "size"; readonly history: readonly PastFigure[] };

/** What a target's rate must be: towards the subject's own way, no more than 100 %, or no rate at all but a value. */
export type ExpectedRate = "fall" | "rise" | "at_most_100" | "value";

/** What a line can lack. */
export type Argument = "indicator" | "value" | "period" | "subject" | "line" | "day";

/** What a line can name without its being there. */
export type Findable =
  | "figure"
  | "action"
  | "subject"
  | "verb"
  | "person"
  | "delegate"
  | "absence"
  | "project"
  | "delivery"
  | "question";

/** What is wrong with a day or an hour where a line expects one, or with the place of a period; the rest is a quarter or a year. */
export type TimeProblem =
  | "not_a_day"
  | "ends_before_it_begins"
  | "past"
  | "over_a_year"
  | "too_far"
  | "after_note"
  | "not_a_preference"
  | "outside_hours";

/** Days, both included, ISO 8601. */
export type Days = { readonly from: string; readonly to: string };

/**
 * The closed list of expected refusals, each with what its sentence needs. The codes are public
 * (docs/contrat.md); the sentences live in messages/. Numbers are plain decimal texts ("1234.5").
 */
export interface RefusalData {
  unknown_command: { readonly typed: string; readonly suggestions: readonly string[] };
  unknown_indicator: { readonly typed: string; readonly suggestions: readonly string[] };
  ambiguous_indicator: { readonly typed: string; readonly candidates: readonly string[] };
  invalid_number: { readonly typed: string; readonly expected?: ExpectedRate };
  ambiguous_number: { readonly typed: string; readonly readings: readonly [string, string] };
  negative_value: { readonly typed: string };
  not_an_integer: { readonly value: string; readonly unit: string };
  unit_mismatch: { readonly typed: string; readonly unit: string; readonly accepted: readonly string[] };
  implausible_value: {
    readonly value: string;
    readonly unit: string;
    readonly period: Period;
  } & Implausibility;
  invalid_period: {
    readonly typed: string;
    readonly problem?: TimeProblem;
    /** With `outside_hours`: the first and last hour that may be chosen. */
    readonly hours?: { readonly from: number; readonly to: number };
  };
  future_period: { readonly period: Period; readonly current: Quarter };
  period_closed: { readonly period: Period };
  already_submitted: { readonly entry: Entry; readonly line: string };
  missing_reason: { readonly usage: string };
  missing_argument: { readonly argument: Argument; readonly usage: string };
  not_allowed: { readonly verb: string; readonly indicator: string | null; readonly owner: string | null };
  unknown_person: { readonly as: string };
  not_found: { readonly what: Findable; readonly typed: string };
  too_long: { readonly length: number; readonly limit: number };
  conflict:
    | { readonly period: Period; readonly other: readonly Period[] }
    /** An absence that shares days with others of the same person. */
    | { readonly absence: Days; readonly other: readonly Days[] };
  busy: { readonly holder: string };
}

export type ErrorCode = keyof RefusalData;

/** One expected refusal: a code of the closed list and the facts its sentence needs. */
export type Refusal<Code extends ErrorCode = ErrorCode> = {
  [C in Code]: { readonly code: C; readonly data: RefusalData[C] };
}[Code];

/** The outcome of anything that a person's input may make impossible. */
export type Result<T, Code extends ErrorCode = ErrorCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** A success carrying `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A refusal of the closed list with the facts its sentence needs. */
export function refuse<Code extends ErrorCode>(
  code: Code,
  data: RefusalData[Code],
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, data } as Refusal<Code> };
}
