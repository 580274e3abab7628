import { type AmountCode, checkWhole, continuesAmount, readAmount } from "./amount.ts";
import type { Decimal } from "./decimal.ts";
import type { NumberProfile } from "./number-text.ts";
import type { Indicator } from "./plan.ts";
import { ok, type Result, refuse } from "./refusal.ts";
import { unitMismatch } from "./unit.ts";

/** How an indicator's figures are measured. */
export type Measured = Pick<Indicator, "unit" | "units" | "wholeNumber">;

/** An amount in the indicator's unit, and what was typed for it. */
export type Quantity = { readonly value: Decimal; readonly typed: string };

/**
 * The quantity written in `text`, which holds a number, perhaps a unit, and nothing else. Refuses what
 * is wrong with the number first, then the unit, then a fraction of a whole thing.
 */
export function readQuantity(
  text: string,
  indicator: Measured,
  profile: NumberProfile,
): Result<Quantity, AmountCode> {
  const amount = readAmount(text, indicator, profile);
  if (!amount.ok) return amount;
  const { value, typed, unit, rest } = amount.value;
  if (unit !== null && continuesAmount(rest, indicator, profile)) {
    return refuse("invalid_number", { typed: text.trim() });
  }
  if (/[^\s,;:.]/.test(rest)) return unitMismatch(`${unit ?? ""} ${rest}`, indicator);
  const whole = checkWhole(value, indicator);
  return whole.ok ? ok({ value, typed }) : whole;
}
