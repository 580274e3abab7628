import { type Against, referenceSpan } from "../domain/against.ts";
import { fold } from "../domain/name-match.ts";
import type { Period, Quarter } from "../domain/period.ts";
import { periodNamed } from "../domain/period-words.ts";
import { compareQuarters, isQuarter, sameQuarterOf, yearOf } from "../domain/quarter.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import { type Span, spanOf, yearOfSpan, yearSoFar } from "../domain/span.ts";
import { onlyPeriod } from "./period-argument.ts";
import type { Context } from "./request.ts";
import { wordsOf } from "./words.ts";

type PeriodCode = "invalid_period" | "future_period";

/**
 * The span that `words` write, with nothing after it: a period, or `2026-T1..2026-T3` inside one year. Nothing
 * is the civil year so far, and so is the year under way.
 */
export function readSpan(context: Context, words: string): Result<Span, PeriodCode> {
  if (words === "") return ok(yearSoFar(context.current));
  const ends = words.split("..");
  const [first, last] = [onlyPeriod(context, ends[0] ?? ""), onlyPeriod(context, ends.at(-1) ?? "")];
  if (!first.ok) return ends.length === 1 ? first : refuse("invalid_period", { typed: words });
  if (!last.ok) return last;
  const span = { from: begun(first.value, context.current).from, to: begun(last.value, context.current).to };
  const isSpan = ends.length <= 2 && yearOfSpan(span) !== null && compareQuarters(span.from, span.to) <= 0;
  return isSpan ? ok(span) : refuse("invalid_period", { typed: words });
}

/** A period as far as it has begun: the year under way stops at the quarter under way. */
export function begun(period: Period, current: Quarter): Span {
  return !isQuarter(period) && yearOf(period) === yearOf(current) ? yearSoFar(current) : spanOf(period);
}

const connectors: readonly (readonly string[])[] = [
  ["contre"],
  ["vs"],
  ["vs."],
  ["versus"],
  ["against"],
  ["par", "rapport", "a"],
  ["par", "rapport", "au"],
  ["compared", "to"],
  ["compared", "with"],
];

/** The line before its last "contre …", and what follows that word; null when nothing is compared with. */
export function takeAgainstWords(words: string): { readonly words: string; readonly against: string | null } {
  const tokens = wordsOf(words);
  const folded = tokens.map(fold);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const connector = connectors.find((each) => each.every((word, index) => folded[at + index] === word));
    if (connector === undefined) continue;
    return { words: tokens.slice(0, at).join(" "), against: tokens.slice(at + connector.length).join(" ") };
  }
  return { words, against: null };
}

const references: ReadonlySet<string> = new Set([
  "reference",
  "la reference",
  "annee de reference",
  "l annee de reference",
  "baseline",
  "the baseline",
  "the reference year",
  "reference year",
]);

/**
 * What a span is compared with, from the words after "contre": the year or the quarter before it, the
 * reference year, or the same quarters of another year, or another quarter. Nothing is the reference year.
 */
export function readAgainst(context: Context, words: string | null, span: Span): Result<Against, PeriodCode> {
  if (words === null || references.has(fold(words))) return ok("baseline");
  const named = periodNamed(words);
  if (named?.kind === "relative-quarter" && named.offset === -1) return ok("previous_quarter");
  if (named?.kind === "year" && "offset" in named.year && named.year.offset === -1)
    return ok("previous_year");
  const period = onlyPeriod(context, words);
  if (!period.ok) return period;
  const other = otherSpan(period.value, span);
  return other === null ? refuse("invalid_period", { typed: words }) : ok(knownAgainst(other, span, context));
}

/** The same quarters of the year named, or the quarter named where one quarter is compared; null otherwise. */
function otherSpan(period: Period, { from, to }: Span): Span | null {
  if (isQuarter(period)) return from === to ? spanOf(period) : null;
  return { from: sameQuarterOf(from, yearOf(period)), to: sameQuarterOf(to, yearOf(period)) };
}

/** A span under its own name where it has one: the year or the quarter before, then the reference year. */
function knownAgainst(other: Span, span: Span, { plan }: Context): Against {
  const named = (["previous_year", "previous_quarter", "baseline"] as const).find((against) => {
    const { from, to } = referenceSpan(span, against, plan.referenceYear);
    return from === other.from && to === other.to;
  });
  return named ?? other;
}
