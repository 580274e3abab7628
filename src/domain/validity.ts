import { Temporal } from "temporal-polyfill";
import { fold } from "./name-match.ts";

/** The first letters that tell a French month from the others. */
const months = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function endOfMonth(year: number, month: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12) return null;
  return Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/**
 * The last day of a validity as the Base Carbone prints it: "déc-18", "Décembre 2017", "31-mars-21",
 * "20/12/2021", "11/03/2024 00:00", "Année 2022", "2026", or ISO 8601. Null for a blank or anything else.
 */
export function validityEnd(printed: string): Temporal.PlainDate | null {
  const text = fold(printed);
  const numeric = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2})?$/.exec(text);
  if (numeric) return dayOf(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const iso = /^(\d{4}) (\d{2}) (\d{2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const year = /^(?:annee )?(\d{4})$/.exec(text);
  if (year) return endOfMonth(Number(year[1]), 12);
  const named = /^(?:(\d{1,2}) )?([a-z]{3,9})\.? (\d{2}|\d{4})$/.exec(text);
  if (!named) return null;
  const [, day, name = "", digits = ""] = named;
  const month = months.findIndex((start) => name.startsWith(start)) + 1;
  if (day === undefined) return endOfMonth(fullYear(digits), month);
  return dayOf(fullYear(digits), month, Number(day));
}
