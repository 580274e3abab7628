import { type Decimal, decimal } from "../domain/decimal.ts";

/** A number of a file, or why it is none. */
export type FileNumber =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly code: "invalid_number" | "negative_value" }
  | { readonly ok: false; readonly code: "ambiguous_number"; readonly readings: readonly [string, string] };

const other = { ".": ",", ",": "." } as const;

/**
 * Reads a plain number of a file whose decimal mark is `mark`. The other mark is taken too, unless what
 * it makes could as well be a group of thousands ("1,995" in a file of dots is 1.995 or 1995): that is
 * refused rather than guessed. No spaces inside, signs, exponents or grouping.
 */
export function readFileNumber(typed: string, mark: "." | ","): FileNumber {
  const text = typed.trim();
  if (/^[-\u2212]\d+([.,]\d+)?$/.test(text)) return { ok: false, code: "negative_value" };
  if (!/^\d+([.,]\d+)?$/.test(text)) return { ok: false, code: "invalid_number" };
  const dotted = text.replace(",", ".");
  if (text.includes(other[mark]) && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    return { ok: false, code: "ambiguous_number", readings: [dotted.replace(".", ""), dotted] };
  }
  return { ok: true, value: decimal(dotted) };
}
