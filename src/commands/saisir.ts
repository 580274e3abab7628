import { readEntryLine } from "../domain/entry-line.ts";
import { isQuarter } from "../domain/quarter.ts";
import { refuse } from "../domain/refusal.ts";
import { decideSubmission } from "../domain/submission.ts";
import {
  confirmsPartial,
  type Decide,
  decideAndAppend,
  newEntry,
  outcomeInstead,
  takeOwnIndicator,
  withReadings,
} from "./figure.ts";
import { onlyPeriod } from "./period-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";

/** The line of a reminder's button, which names the quarter and awaits the value. */
function isQuarterAlone(context: Context, words: string): boolean {
  const period = onlyPeriod(context, words);
  return period.ok && isQuarter(period.value);
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.saisir;
  const { words: asked, confirmed } = takeConfirmation(words);
  const taken = takeOwnIndicator(context, "saisir", asked);
  if (!taken.ok) return taken;
  const { indicator, rest } = taken.value;
  if (rest === "" || isQuarterAlone(context, rest))
    return refuse("missing_argument", { argument: "value", usage });
  const read = readEntryLine(rest, indicator, readingProfile(context));
  if (!read.ok) return withReadings(context, rest, read);
  const { value, typed, period, note } = read.value;
  const decide: Decide = (entries) => {
    const decision = decideSubmission({ indicator, period, value, confirmed }, entries);
    if (decision.kind !== "append" && !confirmsPartial(context, decision))
      return { instead: outcomeInstead(context, indicator, decision, read.value) };
    return {
      append: newEntry(context, indicator, { period, value, typed, note, reason: null, kind: "submit" }),
    };
  };
  return await decideAndAppend(context, indicator, decide, "recorded");
}

/** `/saisir`: records a figure. */
export const saisir: Verb = { name: "saisir", aliases: ["submit"], run };
