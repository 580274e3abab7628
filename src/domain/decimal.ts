import { Big as BigConstructor } from "big.js";

/**
 * Exact decimal arithmetic. Additions and products are exact; a division keeps 30 decimals,
 * rounded half up, far below the gram in which results are given.
 */
const Big = BigConstructor();
Big.DP = 30;
Big.RM = Big.roundHalfUp;

/** An exact decimal number. Never a float: amounts, factors and results all use it. */
export type Decimal = BigConstructor;

export const zero: Decimal = new Big(0);

/** The decimal written in `text` with a dot, such as "1234.5". Throws on anything else. */
export function decimal(text: string | number): Decimal {
  return new Big(text);
}

/** The exact sum; zero for an empty list. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** `value` rounded half up to that many decimals, away from zero on a tie. */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  return value.round(decimals, Big.roundHalfUp);
}

/** The plain notation, without exponent or trailing zeros: "1234.5". One text for one number. */
export function decimalText(value: Decimal): `${number}` {
  const text = value.toFixed();
  return text === "-0" ? "0" : (text as `${number}`); // toFixed writes nothing but digits, a sign and a dot
}
