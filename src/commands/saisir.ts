import { readEntryLine } from "../domain/entry-line.ts";
import { refuse } from "../domain/refusal.ts";
import { decideSubmission } from "../domain/submission.ts";
import {
  type Decide,
  decideAndAppend,
  newEntry,
  outcomeInstead,
  refuseStranger,
  withReadings,
} from "./figure.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { type Context, type Outcome, readingProfile, type Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.saisir;
  const asked = takeConfirmation(words);
  if (asked.words === "") return refuse("missing_argument", { argument: "indicator", usage });
  const named = takeIndicator(context.plan, asked.words);
  if (!named.ok) return named;
  const { indicator, rest } = named.value;
  const stranger = refuseStranger(context, "saisir", indicator);
  if (stranger !== null) return stranger;
  if (rest === "") return refuse("missing_argument", { argument: "value", usage });
  const read = readEntryLine(rest, indicator, readingProfile(context));
  if (!read.ok) return withReadings(context, read);
  const { value, typed, period, note } = read.value;
  const decide: Decide = (entries) => {
    const decision = decideSubmission({ indicator, period, value, confirmed: asked.confirmed }, entries);
    if (decision.kind !== "append")
      return { instead: outcomeInstead(context, indicator, decision, read.value) };
    const { slug, unit } = indicator;
    return {
      append: newEntry(context, {
        indicator: slug,
        period,
        value,
        unit,
        typed,
        note,
        reason: null,
        kind: "submit",
      }),
    };
  };
  return await decideAndAppend(context, indicator, decide, "recorded");
}

/** `/saisir`: records a figure. */
export const saisir: Verb = { name: "saisir", aliases: ["submit"], run };
