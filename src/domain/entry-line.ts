import { type Amount, type AmountCode, checkWhole, continuesAmount, readAmount } from "./amount.ts";
import type { Decimal } from "./decimal.ts";
import { afterTokens, freeText, tokenize } from "./line-token.ts";
import { periodInNote } from "./note-period.ts";
import type { NumberProfile } from "./number-text.ts";
import type { Period } from "./period.ts";
import { followedByPeriod, type PeriodCode, readPeriodTokens, type TypedAt } from "./period-text.ts";
import type { Measured } from "./quantity.ts";
import { openQuarter } from "./quarter.ts";
import { ok, type Result, refuse } from "./refusal.ts";
import { convert, readUnit, unitMismatch } from "./unit.ts";

export { type CorrectionLine, readCorrectionLine } from "./correction-line.ts";

/** When, where and in which number profile a line is typed. */
export type LineContext = TypedAt & { readonly profile: NumberProfile };

/** What can be wrong with the words after the indicator. */
export type EntryLineCode = AmountCode | PeriodCode;

/** A figure as typed after its indicator: `VALUE [UNIT] [PERIOD] [note…]`. */
export type EntryLine = {
  /** In the indicator's unit. */
  readonly value: Decimal;
  /** The number and its unit, as typed. */
  readonly typed: string;
  readonly period: Period;
  /** False when the period is the one whose collection is open. */
  readonly periodGiven: boolean;
  readonly note: string | null;
};

/**
 * The figure written in `words`, everything after the indicator. Refuses what is wrong with the number
 * first, then the unit, then the period. A word after a bare number is a unit or a period, never a note.
 */
export function readEntryLine(
  words: string,
  indicator: Measured,
  context: LineContext,
): Result<EntryLine, EntryLineCode> {
  const beginsPeriod = (rest: string) => readPeriodTokens(wordsOf(rest), context) !== null;
  const amount = readAmount(words, indicator, context.profile, beginsPeriod);
  if (!amount.ok) return amount;
  const { typed, rest } = amount.value;
  if (isTonneOrQuarter(typed, rest)) return refuse("invalid_period", { typed: `T${rest.trimEnd()}` });
  const leading = readPeriodTokens(wordsOf(rest), context);
  const misplaced = leading === null ? refuseInsteadOfNote(amount.value, indicator, context.profile) : null;
  if (misplaced !== null) return misplaced;
  const measured = unitAfterPeriod(amount.value, leading?.taken ?? 0, indicator);
  if (!measured.ok) return measured;
  const whole = checkWhole(measured.value.value, indicator);
  if (!whole.ok) return whole;
  const period = periodOf(leading, wordsOf(rest), context);
  if (!period.ok) return period;
  const note = freeText(measured.value.rest);
  const given = { period: period.value, periodGiven: leading !== null };
  return ok({ value: whole.value, typed: measured.value.typed, ...given, note });
}

/** The refusal of words that would be a note but are probably part of the amount; null when a note may stand. */
function refuseInsteadOfNote(
  { typed, unit, rest }: Amount,
  indicator: Measured,
  profile: NumberProfile,
): Result<never, "unit_mismatch" | "invalid_number"> | null {
  const words = wordsOf(rest);
  if (unit === null) {
    const telling = words.find((word) => /[\p{L}\p{N}]/u.test(word)) ?? words[0];
    return telling === undefined ? null : unitMismatch(telling, indicator);
  }
  return continuesAmount(rest, indicator, profile)
    ? refuse("invalid_number", { typed: `${typed}${rest.trimEnd()}` })
    : null;
}

/**
 * The amount once the `taken` words of the period are passed. A unit that follows a bare number and its
 * period, as in "2 T3 t", is read or refused: left in the note, it would leave a wrong figure.
 */
function unitAfterPeriod(
  amount: Amount,
  taken: number,
  indicator: Measured,
): Result<Amount, "unit_mismatch"> {
  const rest = afterTokens(amount.rest, tokenize(amount.rest), taken);
  const late = amount.unit === null ? readUnit(wordsOf(rest), indicator) : null;
  if (late === null) return ok({ ...amount, rest });
  const value = convert(amount.value, late.unit, indicator);
  if (!value.ok) return value;
  const typed = `${amount.typed} ${late.unit}`;
  return ok({
    value: value.value,
    typed,
    unit: late.unit,
    rest: afterTokens(rest, tokenize(rest), late.taken),
  });
}

/**
 * The period typed, or the quarter whose collection is open; never that one when the note names another
 * period, which would leave the figure in a quarter nobody meant.
 */
function periodOf(
  leading: ReturnType<typeof readPeriodTokens>,
  words: readonly string[],
  context: LineContext,
): Result<Period, PeriodCode> {
  if (leading === null) {
    const late = periodInNote(words, context);
    if (late !== null) return refuse("invalid_period", { typed: late, problem: "after_note" });
    return ok(openQuarter(context.now, context.timeZone));
  }
  if (!leading.period.ok || !followedByPeriod(words, context)) return leading.period;
  return refuse("invalid_period", { typed: words.join(" ") });
}

/** "12 T 3" could be 12 tonnes or the third quarter: neither is guessed. "12t 3" is tonnes. */
function isTonneOrQuarter(typed: string, rest: string): boolean {
  return /\st$/i.test(typed) && /^\s+[1-4](?!\S)/.test(rest);
}

function wordsOf(text: string): string[] {
  return tokenize(text).map((token) => token.text);
}
