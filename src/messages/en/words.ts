import type { Decimal } from "../../domain/decimal.ts";
import type { Period } from "../../domain/period.ts";
import { formatFor } from "../format.ts";

const { number } = formatFor("en-GB");

const countable: Readonly<Record<string, readonly [one: string, many: string]>> = {
  jour: ["day", "days"],
  nuitée: ["night", "nights"],
  repas: ["meal", "meals"],
  unité: ["unit", "units"],
};

const translated: Readonly<Record<string, string>> = {
  "kWh PCS": "kWh HHV",
  "passager.km": "passenger.km",
};

/** The unit as read beside `value`; English takes the singular for 1 alone. */
export function unitName(unit: string, value: Decimal): string {
  const names = countable[unit];
  if (names === undefined) return translated[unit] ?? unit;
  return value.eq(1) ? names[0] : names[1];
}

/** "Q3 2026", or "the year 2025". */
export function periodName(period: Period): string {
  const [year, quarter] = period.split("-");
  return quarter === undefined ? `the year ${year}` : `${quarter.replace("T", "Q")} ${year}`;
}

/** The same at the start of a sentence. */
export function periodTitle(period: Period): string {
  const name = periodName(period);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same without a word before the year, for titles: "2025". */
export function shortPeriod(period: Period): string {
  return period.includes("-") ? periodName(period) : period;
}

/** "3 figures": a count with its noun in the right number. */
export function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
