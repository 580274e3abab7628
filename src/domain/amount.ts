import { type Decimal, decimalText, zero } from "./decimal.ts";
import { afterTokens, tokenize } from "./line-token.ts";
import { type NumberCode, type NumberProfile, readNumber } from "./number-text.ts";
import type { Indicator } from "./plan.ts";
import { ok, type Result, refuse } from "./refusal.ts";
import { convert, type MeasuredIn, readUnit, unitMismatch } from "./unit.ts";

/** What can be wrong with a typed amount. */
export type AmountCode = NumberCode | "unit_mismatch" | "not_an_integer";

/** An amount at the start of a text. */
export type Amount = {
  /** In the indicator's unit. */
  readonly value: Decimal;
  /** The number and its unit, as typed. */
  readonly typed: string;
  /** The unit as typed; null after a bare number. */
  readonly unit: string | null;
  /** What follows the amount. */
  readonly rest: string;
};

type LeadingNumber = {
  readonly number: Result<Decimal, NumberCode>;
  readonly typed: string;
  readonly rest: string;
};

/** A number of 40 digits in groups of three is 14 words, after a sign that may stand alone. */
const maxNumberWords = 15;

const endingInDigit = /^[-\u2212]?[\d.,'’]*\d/;
const signedNumber = /^\s*(?:[+\-\u2212–.,'’*/×=]|x(?=\s*\p{Nd}))\s*\p{Nd}/iu;

/** The rest of an amount in words: "3 jours et demi", "3 and a half days", "3 jours ½". */
const fractionInWords = new RegExp(
  [
    "^\\s*(?:(?:et|and)\\s+)?\\p{No}",
    "^\\s*(?:et|and)\\s+(?:(?:une?|an?|one)\\s+)?(?:demie?|half|quart|quarter|tiers|third)s?(?![\\p{L}\\p{N}])(?!-pension)",
    "^\\s*(?:et|and)\\s+(?:trois|three|deux|two)[\\s-]+(?:quart|quarter|tier|third)s?(?![\\p{L}\\p{N}])",
  ].join("|"),
  "iu",
);
const arithmetic = /^\s*[+*/×=x]\s*\d/i;

/**
 * The amount that begins `text`: the longest number, then a unit if one follows. Number refusals come
 * before `unit_mismatch`. After a bare number a digit is refused, unless `mayFollow` says that it begins
 * something else. Wholeness is left to `checkWhole`, which comes after whatever follows a bare number.
 */
export function readAmount(
  text: string,
  indicator: MeasuredIn,
  profile: NumberProfile,
  mayFollow: (rest: string) => boolean = () => false,
): Result<Amount, NumberCode | "unit_mismatch"> {
  const leading = leadingNumber(text, profile);
  if (leading === null || !endsWell(leading, indicator, mayFollow)) {
    return refuse("invalid_number", { typed: numberLike(text) });
  }
  const { number, typed, rest } = leading;
  if (!number.ok) return number;
  const tokens = tokenize(rest);
  const unit = readUnit(
    tokens.map((token) => token.text),
    indicator,
  );
  if (unit !== null) {
    const value = convert(number.value, unit.unit, indicator);
    if (!value.ok) return value;
    const after = afterTokens(rest, tokens, unit.taken);
    const whole = text.slice(0, text.length - after.length).trim();
    if (fractionInWords.test(after)) return refuse("invalid_number", { typed: withFraction(whole, after) });
    return ok({ value: value.value, typed: whole.replace(/[,;:.]+$/, ""), unit: unit.unit, rest: after });
  }
  if (isGlued(rest)) return unitMismatch(tokens[0]?.text ?? "", indicator);
  if (fractionInWords.test(rest)) return refuse("invalid_number", { typed: withFraction(typed, rest) });
  return ok({ value: number.value, typed, unit: null, rest });
}

function withFraction(amount: string, rest: string): string {
  return `${amount} ${fractionInWords.exec(rest)?.[0].trim() ?? ""}`;
}

/**
 * True when what follows an amount and its unit is more of the amount: "2 t 300 kg", "2 t 300",
 * "12 kg + 3". Recording the first part alone would be a wrong figure.
 */
export function continuesAmount(rest: string, indicator: MeasuredIn, profile: NumberProfile): boolean {
  if (arithmetic.test(rest)) return true;
  const leading = leadingNumber(rest, profile);
  if (leading === null) return false;
  const words = tokenize(leading.rest).map((token) => token.text);
  const unit = readUnit(words, indicator);
  return words.length === 0 || (unit !== null && convert(zero, unit.unit, indicator).ok);
}

/** `value`, or `not_an_integer` where the indicator counts whole things. */
export function checkWhole(
  value: Decimal,
  indicator: Pick<Indicator, "unit" | "wholeNumber">,
): Result<Decimal, "not_an_integer"> {
  if (!indicator.wholeNumber || value.mod(1).eq(0)) return ok(value);
  return refuse("not_an_integer", { value: decimalText(value), unit: indicator.unit });
}

/** The longest number that begins `text`; null when none does. */
function leadingNumber(text: string, profile: NumberProfile): LeadingNumber | null {
  const tokens = tokenize(text);
  for (let count = Math.min(maxNumberWords, tokens.length); count > 0; count--) {
    const last = tokens[count - 1];
    const digits = endingInDigit.exec(last?.text ?? "")?.[0];
    if (last === undefined || digits === undefined) continue;
    const end = last.start + digits.length;
    const typed = text.slice(0, end).trim();
    const number = readNumber(typed, profile);
    if (number.ok || number.refusal.code !== "invalid_number")
      return { number, typed, rest: text.slice(end) };
  }
  return null;
}

/** True when what follows a number leaves it whole: nothing, a word, a unit glued to it, or what `mayFollow`. */
function endsWell(
  { typed, rest }: LeadingNumber,
  indicator: MeasuredIn,
  mayFollow: (rest: string) => boolean,
): boolean {
  if (isGlued(rest)) return canBeUnit(rest, indicator) && !(/^\D*0$/.test(typed) && /^x/i.test(rest));
  if (signedNumber.test(rest)) return false;
  return /^\s*\d/.test(rest) ? mayFollow(rest) : !/^\s*\p{Nd}/u.test(rest);
}

/** A glued unit begins with a letter or a sign of money; with a digit in it ("1e3") it must be one we know. */
function canBeUnit(rest: string, indicator: MeasuredIn): boolean {
  const [word = ""] = rest.split(/\s/);
  if (!/^[\p{L}\p{Sc}%°]/u.test(word)) return false;
  return !/\p{N}/u.test(word) || readUnit([word], indicator) !== null;
}

function isGlued(rest: string): boolean {
  return /^\S/.test(rest);
}

/** The words that look like the number, for the message that refuses it. */
function numberLike(text: string): string {
  const words = tokenize(text).map((token) => token.text);
  const other = words.findIndex((word, index) => index > 0 && !/^(?:\P{L}|x\d*$)/iu.test(word));
  return words.slice(0, other === -1 ? words.length : other).join(" ");
}
