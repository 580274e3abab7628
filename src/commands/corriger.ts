import { readCorrectionLine } from "../domain/correction-line.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import { decideCorrection } from "../domain/submission.ts";
import {
  confirmsPartial,
  type Decide,
  decideAndAppend,
  newEntry,
  outcomeInstead,
  refuseStranger,
  withReadings,
} from "./figure.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { givenReason } from "./reason-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.corriger;
  const asked = takeConfirmation(words);
  if (asked.words === "") return refuse("missing_argument", { argument: "indicator", usage });
  const named = takeIndicator(context.plan, asked.words);
  if (!named.ok) return named;
  const { indicator, rest } = named.value;
  const stranger = refuseStranger(context, "corriger", indicator);
  if (stranger !== null) return stranger;
  if (rest === "") return refuse("missing_argument", { argument: "period", usage });
  const read = readCorrectionLine(rest, indicator, readingProfile(context));
  if (!read.ok)
    return isNothing(read.refusal)
      ? refuse("missing_argument", { argument: "value", usage })
      : withReadings(context, rest, read);
  const { value, typed, period } = read.value;
  const reason = givenReason(read.value.reason);
  if (reason === null) return refuse("missing_reason", { usage });
  const decide: Decide = (entries) => {
    const decision = decideCorrection({ indicator, period, value, confirmed: asked.confirmed }, entries);
    if (decision === null)
      return { instead: refuse("not_found", { what: "figure", typed: `${indicator.slug} ${period}` }) };
    if (decision.kind !== "append" && !confirmsPartial(context, decision))
      return { instead: outcomeInstead(context, indicator, decision, read.value) };
    const { slug, unit } = indicator;
    return {
      append: newEntry(context, {
        indicator: slug,
        period,
        value,
        unit,
        typed,
        note: null,
        reason,
        kind: "correct",
      }),
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
