import { type Decimal, decimal } from "../domain/decimal.ts";
import type { FileNumber } from "./file-number.ts";

/** A number of the Base Carbone's file; it may be negative, as carbon stored is. */
export type AdemeNumber = FileNumber | { readonly ok: true; readonly value: Decimal };

const written = /^[-\u2212]?\d+(?:[.,]\d+)?(?:e[+-]?\d{1,2})?$/i;
/** "1.995": a dot that could as well group thousands. */
const groupLike = /^[-\u2212]?[1-9]\d{0,2}\.\d{3}$/;

/** True when a text of the file shows that its dots are decimal marks: "0.259" or "88.2" group nothing. */
export function provesDecimalDots(text: string): boolean {
  return /^[-\u2212]?\d+\.\d+(?:e[+-]?\d{1,2})?$/i.test(text.trim()) && !groupLike.test(text.trim());
}

/**
 * Reads a number as the Base Carbone's file writes it: "0,0599", "5,92E-3", "2935". The comma is always
 * decimal. A spreadsheet may have changed commas to dots: `decimalDots` says that the file's other numbers
 * prove it, without which "1.995" is refused rather than guessed.
 */
export function readAdemeNumber(typed: string, decimalDots: boolean): AdemeNumber {
  const text = typed.replace(/\p{Zs}/gu, "").replace("\u2212", "-");
  if (!written.test(text)) return { ok: false, code: "invalid_number" };
  if (!decimalDots && groupLike.test(text)) {
    return { ok: false, code: "ambiguous_number", readings: [text.replace(".", ""), text] };
  }
  return { ok: true, value: decimal(text.replace(",", ".")) };
}
