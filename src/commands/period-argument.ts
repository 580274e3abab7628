import type { Period } from "../domain/period.ts";
import { readPeriod, readPeriodTokens } from "../domain/period-text.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import type { Context } from "./request.ts";
import { afterWords, wordsOf } from "./words.ts";

type PeriodCode = "invalid_period" | "future_period";

/** The period that begins `words`, and what follows it. */
export function takePeriod(
  context: Context,
  words: string,
): Result<{ period: Period; rest: string }, PeriodCode> {
  const tokens = wordsOf(words);
  const taken = readPeriodTokens(tokens, { now: context.now, timeZone: context.plan.timeZone });
  if (taken === null) return refuse("invalid_period", { typed: tokens[0] ?? "" });
  if (!taken.period.ok) return taken.period;
  return ok({ period: taken.period.value, rest: afterWords(words, taken.taken) });
}

/** The period that `words` write, with nothing after it. */
export function onlyPeriod(context: Context, words: string): Result<Period, PeriodCode> {
  return readPeriod(words, context.now, context.plan.timeZone);
}
