import { readEntryLine } from "../domain/entry-line.ts";
import { isQuarter } from "../domain/quarter.ts";
import { refuse } from "../domain/refusal.ts";
import { takeOwnIndicator, withReadings } from "./figure.ts";
import { onlyPeriod } from "./period-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";
import { recordFigure } from "./write-figure.ts";

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
  return await recordFigure(context, indicator, { ...read.value, confirmed });
}

/** `/saisir`: records a figure. */
export const saisir: Verb = { name: "saisir", aliases: ["submit"], run };
