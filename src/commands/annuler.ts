import { refuse } from "../domain/refusal.ts";
import { standingFigure } from "../domain/submission.ts";
import { type Decide, decideAndAppend, newEntry, refuseStranger } from "./figure.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { takePeriod } from "./period-argument.ts";
import { givenReason } from "./reason-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.annuler;
  if (words === "") return refuse("missing_argument", { argument: "indicator", usage });
  const named = takeIndicator(context.plan, words);
  if (!named.ok) return named;
  const { indicator, rest } = named.value;
  const stranger = refuseStranger(context, "annuler", indicator);
  if (stranger !== null) return stranger;
  if (rest === "") return refuse("missing_argument", { argument: "period", usage });
  const taken = takePeriod(context, rest);
  if (!taken.ok) return taken;
  const { period } = taken.value;
  const reason = givenReason(taken.value.rest);
  if (reason === null) return refuse("missing_reason", { usage });
  const decide: Decide = (entries) => {
    if (standingFigure(entries, period) === null) {
      return { instead: refuse("not_found", { what: "figure", typed: `${indicator.slug} ${period}` }) };
    }
    const { slug, unit } = indicator;
    return {
      append: newEntry(context, {
        indicator: slug,
        period,
        value: null,
        unit,
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
  aliases: ["cancel", "retirer", "withdraw", "supprimer", "effacer", "delete"],
  run,
};
