import { readCorrectionLine } from "../domain/correction-line.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import { decideCorrection } from "../domain/submission.ts";
import {
  confirmsPartial,
  type Decide,
  decideAndAppend,
  newEntry,
  noFigure,
  outcomeInstead,
  takeOwnIndicator,
  withReadings,
} from "./figure.ts";
import { givenReason } from "./reason-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";

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
  const { value, typed, period } = read.value;
  const reason = givenReason(read.value.reason);
  if (reason === null) return refuse("missing_reason", { usage });
  const decide: Decide = (entries) => {
    const decision = decideCorrection({ indicator, period, value, confirmed }, entries);
    if (decision === null) return { instead: noFigure(indicator, period) };
    if (decision.kind !== "append" && !confirmsPartial(context, decision))
      return { instead: outcomeInstead(context, indicator, decision, read.value) };
    return {
      append: newEntry(context, indicator, { period, value, typed, note: null, reason, kind: "correct" }),
    };
  };
  return await decideAndAppend(context, indicator, decide, "corrected");
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
