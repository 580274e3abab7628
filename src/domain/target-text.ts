import type { AmountCode } from "./amount.ts";
import { readAmountAndReason } from "./correction-line.ts";
import { decimal } from "./decimal.ts";
import { freeText } from "./line-token.ts";
import { type NumberProfile, readNumber } from "./number-text.ts";
import type { Direction } from "./plan.ts";
import type { Measured } from "./quantity.ts";
import { type ExpectedRate, ok, type Result, refuse } from "./refusal.ts";
import { directionOf, type Subject, unitOf } from "./subject.ts";
import type { TargetRule } from "./target.ts";

/** A target as typed after its subject and year: `RATE%|VALUE [UNIT] [reason…]`. */
export type TargetText = { readonly rule: TargetRule; readonly reason: string | null };

const percent =
  /^\s*([+\-\u2212]?)\s*(\d[\d\p{Zs}.,'’]*?)\s*(?:%|pour\s?cents?(?!\p{L})|per\s?cent(?!\p{L}))/iu;
const yearly = /^\s*(?:\/\s?(?:an|year)|par an(?:née)?|(?:a|per) year)(?!\p{L})/iu;
const fall = /^\s*(?:de (?:baisse|réduction|diminution)|reduction|decrease)(?!\p{L})/iu;
const rise = /^\s*(?:de (?:hausse|croissance)|d['’]\s?augmentation|increase|growth)(?!\p{L})/iu;

/** Names people give the units of a total, besides those that measure a mass. */
const totalUnits: Readonly<Record<string, Measured["units"]>> = {
  ges: new Map(
    ["kg", "kg CO2e", "kg CO2", "kg eqCO2", "kgeqCO2"]
      .map((name) => [name, decimal(1)] as const)
      .concat(
        ["t", "tonne", "t CO2e", "t CO2", "t eqCO2", "teqCO2"].map((name) => [name, decimal(1000)] as const),
      ),
  ),
  dechets: new Map(),
  ressources: new Map(["indice", "point"].map((name) => [name, decimal(1)])),
};

/** How a subject's target value is measured. */
function measuredIn(subject: Subject): Measured {
  if (typeof subject !== "string") return subject;
  return { unit: unitOf(subject), units: totalUnits[subject] ?? new Map(), wholeNumber: false };
}

/**
 * The target written in `text`: a number with "%" is a yearly rate, any other a value in the subject's
 * unit. "4 %", "-4 %" and "4 % de baisse" are the same fall; a rate the other way, above 100 %, or of a
 * subject that has no way to go, is `invalid_number` with what was expected.
 */
export function readTarget(
  text: string,
  subject: Subject,
  profile: NumberProfile,
): Result<TargetText, AmountCode> {
  const rate = percent.exec(text);
  if (rate !== null) return readRate(rate, text.slice(rate[0].length), directionOf(subject), profile);
  const read = readAmountAndReason(text, measuredIn(subject), profile);
  if (!read.ok) return subject === "ges" ? withShortUnits(read) : read;
  const { value, reason } = read.value;
  return ok({ rule: { kind: "value", value, unit: unitOf(subject) }, reason });
}

/** The refusal of a unit with the ones worth showing: every way of writing CO2e would fill the screen. */
function withShortUnits<T>(refused: Result<T, AmountCode>): Result<T, AmountCode> {
  if (refused.ok || refused.refusal.code !== "unit_mismatch") return refused;
  return refuse("unit_mismatch", { ...refused.refusal.data, accepted: ["kgCO2e", "kg", "t"] });
}

function readRate(
  [typed, sign = "", number = ""]: readonly string[],
  after: string,
  direction: Direction,
  profile: NumberProfile,
): Result<TargetText, AmountCode> {
  const wrong = (expected?: ExpectedRate) =>
    refuse("invalid_number", {
      typed: (typed ?? "").trim(),
      ...(expected === undefined ? {} : { expected }),
    });
  if (/^[%\d]/u.test(after)) return wrong();
  if (direction === "none") return wrong("value");
  const ratePct = readNumber(number, profile);
  if (!ratePct.ok) return ratePct;
  const way = wayOf(sign, after.replace(yearly, ""));
  const expected = direction === "down" ? "fall" : "rise";
  if (way !== null && way !== expected) return wrong(expected);
  if (ratePct.value.gt(100)) return wrong("at_most_100");
  return ok({ rule: { kind: "rate", ratePct: ratePct.value }, reason: reasonAfter(after) });
}

/** Which way the sign or the words go; null when nothing says. A sign and words at odds go the words' way. */
function wayOf(sign: string, words: string): "fall" | "rise" | null {
  if (fall.test(words)) return "fall";
  if (rise.test(words)) return "rise";
  if (sign === "") return null;
  return sign === "+" ? "rise" : "fall";
}

/** What follows a rate, without the words that belong to it ("de baisse par an"). */
function reasonAfter(after: string): string | null {
  const withoutYear = after.replace(yearly, "");
  const withoutWay = withoutYear.replace(fall, "").replace(rise, "");
  return freeText(withoutWay.replace(yearly, ""));
}
