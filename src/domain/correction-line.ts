import { type AmountCode, checkWhole, continuesAmount, readAmount } from "./amount.ts";
import type { Decimal } from "./decimal.ts";
import type { EntryLineCode, LineContext } from "./entry-line.ts";
import { afterTokens, freeText, type Token, tokenize } from "./line-token.ts";
import type { NumberProfile } from "./number-text.ts";
import type { Period } from "./period.ts";
import { leadingPeriods, type PeriodCode, readPeriodTokens } from "./period-text.ts";
import type { Measured } from "./quantity.ts";
import { ok, type Result, refuse } from "./refusal.ts";
import { readUnit, unitMismatch } from "./unit.ts";

/** A correction as typed after its indicator: `PERIOD VALUE [UNIT] reason…`. */
export type CorrectionLine = {
  readonly period: Period;
  /** In the indicator's unit. */
  readonly value: Decimal;
  /** The number and its unit, as typed. */
  readonly typed: string;
  /** Null when none is typed. */
  readonly reason: string | null;
};

/** A word made like a unit, though not one we know: "m4", "kg/an", "CHF€". */
const unitLike = /^\p{L}{1,5}[\d²³]|[%‰/]|\p{Sc}/u;

/**
 * The correction written in `words`, everything after the indicator. Refuses what is wrong with the
 * period first, then the number, then the unit. A reason may follow a bare number, so a word there is
 * a unit only if it is a measure in use anywhere, or is made like one: those are never taken as words.
 */
export function readCorrectionLine(
  words: string,
  indicator: Measured,
  context: LineContext,
): Result<CorrectionLine, EntryLineCode> {
  const tokens = tokenize(words);
  const leading = readLeadingPeriod(tokens, indicator, context);
  if (!leading.ok) return leading;
  const amount = readAmountAndReason(
    afterTokens(words, tokens, leading.value.taken),
    indicator,
    context.profile,
  );
  if (!amount.ok) return amount;
  return ok({ period: leading.value.period, ...amount.value });
}

/** The amount that begins `text`, and the reason that follows it. Refuses as `readCorrectionLine` does. */
export function readAmountAndReason(
  text: string,
  indicator: Measured,
  profile: NumberProfile,
): Result<Omit<CorrectionLine, "period">, AmountCode> {
  const amount = readAmount(text, indicator, profile);
  if (!amount.ok) return amount;
  const { value, typed, unit, rest } = amount.value;
  const [first] = tokenize(rest);
  if (unit === null && first !== undefined && unitLike.test(first.text))
    return unitMismatch(first.text, indicator);
  if (unit !== null && continuesAmount(rest, indicator, profile)) {
    return refuse("invalid_number", { typed: `${typed}${rest}` });
  }
  const whole = checkWhole(value, indicator);
  return whole.ok ? ok({ value, typed, reason: freeText(rest) }) : whole;
}

/**
 * The period that begins the line, the longest there is. "T3 2041 kWh" is 2041 kWh in T3, not T3 of
 * 2041: a year that a unit follows is the amount.
 */
function readLeadingPeriod(
  tokens: readonly Token[],
  indicator: Measured,
  context: LineContext,
): Result<{ readonly period: Period; readonly taken: number }, PeriodCode> {
  const words = tokens.map((token) => token.text);
  const longest = readPeriodTokens(words, context);
  if (longest === null) return refuse("invalid_period", { typed: words[0] ?? "" });
  const shorter = leadingPeriods(words, context).find(({ taken }) => taken === longest.taken - 1);
  const yearIsAmount =
    /^\d{4}$/.test(words[longest.taken - 1] ?? "") &&
    readUnit(words.slice(longest.taken), indicator) !== null;
  const { taken, period } = yearIsAmount && shorter !== undefined ? shorter : longest;
  return period.ok ? ok({ period: period.value, taken }) : period;
}
