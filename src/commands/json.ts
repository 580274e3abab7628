import { type Decimal, decimalText, roundHalfUp } from "../domain/decimal.ts";
import type { Entry } from "../domain/entry.ts";
import { isPartial } from "../domain/partial.ts";
import type { Refusal } from "../domain/refusal.ts";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** A decimal as a JSON number, rounded half up where said: the last step before showing it. */
export function jsonNumber(value: Decimal, decimals?: number): number {
  return Number(decimalText(decimals === undefined ? value : roundHalfUp(value, decimals)));
}

/** Kilograms to 3 decimals: the gram. */
export function jsonKg(value: Decimal): number {
  return jsonNumber(value, 3);
}

/** An entry as the contract publishes it. `timeZone` is the plan's: it says whether its period had ended. */
export function entryJson(entry: Entry, timeZone: string, duplicate = false): JsonObject {
  return {
    indicator: entry.indicator,
    period: entry.period,
    value: entry.value === null ? null : jsonNumber(entry.value),
    unit: entry.unit,
    typed: entry.typed,
    revision: entry.revision,
    status: "submitted",
    duplicate,
    partial: isPartial(entry.period, entry.at, timeZone),
  };
}

const numericFacts: ReadonlySet<string> = new Set(["value", "median", "bound", "readings"]);

function factJson(key: string, fact: unknown): Json {
  if (Array.isArray(fact)) return fact.map((item: unknown) => factJson(key, item));
  if (typeof fact === "object" && fact !== null) return objectJson(Object.entries(fact));
  if (typeof fact === "string") return numericFacts.has(key) ? Number(fact) : fact;
  if (typeof fact === "number" || typeof fact === "boolean") return fact;
  return null;
}

function objectJson(facts: readonly (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(facts.map(([key, fact]) => [key, factJson(key, fact)]));
}

/** A refusal's facts as JSON, amounts as numbers. */
export function refusalJson(refusal: Refusal, timeZone: string): JsonObject {
  if (refusal.code === "already_submitted") {
    const { entry, line } = refusal.data;
    return { entry: entryJson(entry, timeZone), line };
  }
  return objectJson(Object.entries(refusal.data));
}
