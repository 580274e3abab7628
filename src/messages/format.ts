import type { Decimal } from "../domain/decimal.ts";
import { decimal, decimalText, roundHalfUp } from "../domain/decimal.ts";
import { remembering } from "../domain/remembering.ts";

/** Writes numbers, dates and lists as one language's readers expect them. */
export type Format = {
  /** A number with at most that many decimals (rounded half up); all of them when not said. */
  readonly number: (value: Decimal | number, decimals?: number) => string;
  /** "1 234,5 kWh" */
  readonly amount: (value: Decimal, unit: string, decimals?: number) => string;
  /** Kilograms in the unit that reads best: "56,9 kg" or "1,234 t", of CO2e when `gas`. */
  readonly kgCo2e: (value: Decimal) => string;
  readonly percent: (value: Decimal, decimals?: number) => string;
  /** A local date and time from ISO 8601. */
  readonly moment: (iso: string, timeZone: string) => string;
  /** A date from ISO 8601: "1er octobre 2026". */
  readonly day: (iso: string) => string;
  readonly list: (items: readonly string[]) => string;
};

/** The formats of a locale, such as "fr-FR"; numbers in those of `numberLocale` where it is another. */
export function formatFor(locale: string, numberLocale: string = locale): Format {
  // Making a formatter costs far more than using it.
  const numberFormats = new Map<number, Intl.NumberFormat>();
  const numberFormat = (decimals: number) => {
    const known =
      numberFormats.get(decimals) ?? new Intl.NumberFormat(numberLocale, { maximumFractionDigits: decimals });
    numberFormats.set(decimals, known);
    return known;
  };
  let dayFormat: Intl.DateTimeFormat | null = null;
  const days = remembering<string>();
  const day = (iso: string) => {
    dayFormat ??= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    const date = dayFormat.format(new Date(`${iso}T00:00:00Z`));
    return locale.startsWith("fr") ? date.replace(/^1 /u, "1er ") : date;
  };
  const number: Format["number"] = (value, decimals) => {
    const exact = typeof value === "number" ? decimal(value) : value;
    const rounded = decimals === undefined ? exact : roundHalfUp(exact, decimals);
    // Intl reads a decimal text exactly; a float would not hold 30 digits.
    return numberFormat(decimals ?? 20).format(decimalText(rounded));
  };
  const amount: Format["amount"] = (value, unit, decimals) => `${number(value, decimals)}\u00A0${unit}`;
  return {
    number,
    amount,
    kgCo2e: (value) =>
      value.abs().gte(1000) ? amount(value.div(1000), "tCO2e", 3) : amount(value, "kgCO2e", 3),
    percent: (value, decimals = 1) =>
      `${number(value, decimals)}${numberLocale.startsWith("fr") ? "\u00A0" : ""}%`,
    moment: (iso, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(
        new Date(iso),
      ),
    day: (iso) => days(iso, () => day(iso)),
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
