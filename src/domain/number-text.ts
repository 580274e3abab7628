import { type Decimal, decimal, decimalText } from "./decimal.ts";
import { ok, type Result, refuse } from "./refusal.ts";

/** How a reader writes numbers: the French decimal mark is the comma, the English one the dot. */
export type NumberProfile = "fr" | "en";

/**
 * How a person writes numbers: as they chose, else as the language they are spoken to in does, so that
 * what Cairn writes reads back as what it means.
 */
export function numberProfileOf(
  { numberProfile }: { readonly numberProfile: NumberProfile | null },
  language: "fr" | "en",
): NumberProfile {
  return numberProfile ?? language;
}

/** What can be wrong with a typed number. */
export type NumberCode = "ambiguous_number" | "invalid_number" | "negative_value";

/** No quantity has more digits; a longer run is a paste gone wrong. */
const maxDigits = 40;

const bySpaces = /^[1-9]\d{0,2}(?:\p{Zs}+\d{3})+(?:[.,]\d+)?$/u;
const byApostrophes = /^[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?$/u;
const byDots = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const byCommas = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const oneMark = /^\d+[.,]\d+$/;
const oneGroup = /^[1-9]\d{0,2}[.,]\d{3}$/;
const leadingMinus = /^[-\u2212]\p{Zs}*/u;

/**
 * The number written in `text`, which holds nothing else. Refuses `invalid_number`, `negative_value`,
 * and `ambiguous_number` with both readings, the whole number first.
 */
export function readNumber(text: string, profile: NumberProfile): Result<Decimal, NumberCode> {
  const typed = text.trim();
  const minus = leadingMinus.exec(typed);
  const result = readUnsigned(minus ? typed.slice(minus[0].length) : typed, profile);
  if (!minus) return result;
  const readable = result.ok || result.refusal.code === "ambiguous_number";
  return readable ? refuse("negative_value", { typed }) : refuse("invalid_number", { typed });
}

/** `value` as a person of this profile types it, so that `readNumber` gives it back: "1234,5" in French. */
export function typeableNumber(value: Decimal, profile: NumberProfile): string {
  const text = decimalText(value);
  return profile === "fr" ? text.replace(".", ",") : text;
}

function readUnsigned(typed: string, profile: NumberProfile): Result<Decimal, NumberCode> {
  if (typed.replace(/\D/g, "").length > maxDigits) return refuse("invalid_number", { typed });
  const mark = profile === "fr" ? "," : ".";
  if (oneMark.test(typed)) {
    if (oneGroup.test(typed) && !typed.includes(mark)) return ambiguous(typed);
    return ok(decimal(typed.replace(",", ".")));
  }
  const plain = plainDigits(typed);
  return plain === null ? refuse("invalid_number", { typed }) : ok(decimal(plain));
}

/** The digits with at most one dot, for a whole number or a grouped one; null for anything else. */
function plainDigits(typed: string): string | null {
  if (/^\d+$/.test(typed)) return typed;
  if (bySpaces.test(typed)) return typed.replace(/\p{Zs}/gu, "").replace(",", ".");
  if (byApostrophes.test(typed)) return typed.replace(/['’]/g, "").replace(",", ".");
  if (byDots.test(typed)) return typed.replaceAll(".", "").replace(",", ".");
  if (byCommas.test(typed)) return typed.replaceAll(",", "");
  return null;
}

function ambiguous(typed: string): Result<Decimal, NumberCode> {
  const whole = decimal(typed.replace(/[.,]/, ""));
  const fraction = decimal(typed.replace(",", "."));
  return refuse("ambiguous_number", { typed, readings: [decimalText(whole), decimalText(fraction)] });
}
