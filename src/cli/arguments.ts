import { InvalidArgumentError, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { isMonth, type Month } from "../domain/month.ts";
import { nomenclatures } from "../domain/nomenclature.ts";
import type { Period, Year } from "../domain/period.ts";
import { isQuarter, isYear } from "../domain/quarter.ts";
import { readInstant } from "./instant.ts";

/** An instant in ISO 8601, for an option. */
export function instant(text: string): Temporal.Instant {
  const read = readInstant(text);
  if (read === null) throw new InvalidArgumentError("An instant such as 2026-11-23T09:00:00Z is expected.");
  return read;
}

/** A civil year of four digits, for an option. */
export function year(text: string): Year {
  if (!isYear(text)) throw new InvalidArgumentError("A year such as 2025 is expected.");
  return text;
}

/** A quarter or a year, for an option. */
export function period(text: string): Period {
  if (isQuarter(text) || isYear(text)) return text;
  throw new InvalidArgumentError("A quarter such as 2025-T3, or a year, is expected.");
}

/** A month, for an option. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError("A month such as 2026-09 is expected.");
  return text;
}

/** The nomenclature of a balance; the plan's own when not said. */
export const nomenclatureOption = new Option("--nomenclature <nomenclature>").choices(nomenclatures);
