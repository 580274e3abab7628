import { readCorrectionLine } from "../domain/correction-line.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import { takeOwnIndicator, withReadings } from "./figure.ts";
import { givenReason } from "./reason-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";
import { correctFigure } from "./write-figure.ts";

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.corriger;
  const { words: asked, confirmed } = takeConfirmation(words);
  const taken = takeOwnIndicator(context, "corriger", asked);
  if (!taken.ok) return taken;
  const { indicator, rest } = taken.value;
  if (rest === "") return refuse("missing_argument", { argument: "period", usage });
  const read = readCorrectionLine(rest, indicator, readingProfile(context));
  if (!read.ok && isNothing(read.refusal)) return refuse("missing_argument", { argument: "value", usage });
  if (!read.ok) return withReadings(context, rest, read);
  const reason = givenReason(read.value.reason);
  if (reason === null) return refuse("missing_reason", { usage });
  return await correctFigure(context, indicator, { ...read.value, note: null, reason, confirmed });
}

function isNothing(refusal: Refusal): boolean {
  return refusal.code === "invalid_number" && refusal.data.typed === "";
}

/** `/cairn corriger`: a new revision of a figure, with its reason. */
export const corriger: Verb = {
  name: "corriger",
  aliases: ["correct", "correction", "rectifier", "modifier"],
  run,
};
