import { refuse } from "../domain/refusal.ts";
import { standingFigure } from "../domain/submission.ts";
import { type Decide, decideAndAppend, newEntry, noFigure, takeOwnIndicator } from "./figure.ts";
import { takePeriod } from "./period-argument.ts";
import { givenReason } from "./reason-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.annuler;
  const taken = takeOwnIndicator(context, "annuler", words);
  if (!taken.ok) return taken;
  const { indicator, rest } = taken.value;
  if (rest === "") return refuse("missing_argument", { argument: "period", usage });
  const dated = takePeriod(context, rest);
  if (!dated.ok) return dated;
  const { period } = dated.value;
  const reason = givenReason(dated.value.rest);
  if (reason === null) return refuse("missing_reason", { usage });
  const decide: Decide = (entries) => {
    if (standingFigure(entries, period) === null) return { instead: noFigure(indicator, period) };
    return {
      append: newEntry(context, indicator, {
        period,
        value: null,
        typed: "",
        note: null,
        reason,
        kind: "cancel",
      }),
    };
  };
  return await decideAndAppend(context, indicator, decide, "cancelled");
}

/** `/cairn annuler`: withdraws a figure, which counts as missing again. */
export const annuler: Verb = {
  name: "annuler",
  aliases: ["cancel", "supprimer", "effacer", "delete"],
  run,
};
