import type { Quarter } from "../period.ts";

/** What a question wants to know. */
export const intents = [
  "value",
  "trend",
  "compare",
  "rank",
  "target",
  "missing",
  "deadline",
  "owner",
  "factor",
  "action",
  "explain",
  "unknown",
] as const;
export type Intent = (typeof intents)[number];

/** What can be asked besides the plan's indicators and actions. */
export const generalMeasures = [
  "ghg",
  "ghg.scope1",
  "ghg.scope2",
  "ghg.scope3",
  "waste",
  "resources",
  "taux-tri",
  "compensation",
  "projets-compensation",
  "depenses",
  "temps-referent",
  "referent-technique",
  "referent-politique",
] as const;

/** An indicator's slug, an action's code, or one of `generalMeasures`. */
export type Measure = string;

/** Both ends included. */
export type QueryPeriod = { readonly from: Quarter; readonly to: Quarter };

/** What a figure is held against: "baseline" is the reference year. */
export const namedReferences = ["baseline", "previous_year", "previous_quarter", "target"] as const;
export type QueryAgainst = (typeof namedReferences)[number] | QueryPeriod;

/** A question as Cairn understands it: closed, so that it can only ask for what Cairn computes. */
export type Query = {
  readonly intent: Intent;
  readonly measure: Measure | null;
  readonly period: QueryPeriod | null;
  readonly against: QueryAgainst | null;
};

/** The query of what is not understood. */
export const unknownQuery: Query = { intent: "unknown", measure: null, period: null, against: null };
