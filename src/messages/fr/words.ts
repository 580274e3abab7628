import type { Decimal } from "../../domain/decimal.ts";
import type { Period } from "../../domain/period.ts";
import { formatFor } from "../format.ts";

const { number } = formatFor("fr-FR");

const countable: Readonly<Record<string, string>> = {
  jour: "jours",
  nuitée: "nuitées",
  unité: "unités",
};

/** The unit as read beside `value`; French takes a plural from 2. */
export function unitName(unit: string, value: Decimal): string {
  return value.abs().gte(2) ? (countable[unit] ?? unit) : unit;
}

/** "T3 2026", or "l’année 2025". */
export function periodName(period: Period): string {
  const [year, quarter] = period.split("-");
  return quarter === undefined ? `l’année ${year}` : `${quarter} ${year}`;
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

/** "3 chiffres": a count with its noun in the right number. */
export function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count >= 2 ? many : one}`;
}
