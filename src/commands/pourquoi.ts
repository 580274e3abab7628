import { explanationCard, formula } from "../cards/explanation-card.ts";
import { standingEntries } from "../domain/entry.ts";
import { type Explanation, explainEmissions, explainQuantity, type Step } from "../domain/explanation.ts";
import { matchName } from "../domain/name-match.ts";
import type { Period } from "../domain/period.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { previousQuarter } from "../domain/quarter.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import type { Messages } from "../messages/messages.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";
import { factorJson, missingJson } from "./balance-json.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { entryJson, type JsonObject, jsonNumber } from "./json.ts";
import { peopleNames } from "./people-names.ts";
import { onlyPeriod } from "./period-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { afterWords, wordsOf } from "./words.ts";

/** What can be opened: all emissions, all waste, or one indicator. */
type Subject =
  | { readonly kind: "ghg" | "waste" }
  | { readonly kind: "indicator"; readonly indicator: Indicator };

const totals = [
  { key: "ghg", names: ["ges", "ghg", "gaz a effet de serre", "emissions", "co2"] },
  { key: "waste", names: ["dechets", "waste"] },
];

function takeSubject(plan: Plan, words: string): Result<{ subject: Subject; rest: string }> {
  const first = wordsOf(words)[0] ?? "";
  const named = takeIndicator(plan, words);
  const total = matchName(first, totals);
  if (total.kind === "exact" && !(named.ok && named.value.rest !== afterWords(words, 1))) {
    return ok({ subject: { kind: total.key === "ghg" ? "ghg" : "waste" }, rest: afterWords(words, 1) });
  }
  if (!named.ok) return named;
  return ok({ subject: { kind: "indicator", indicator: named.value.indicator }, rest: named.value.rest });
}

function isWaste({ family }: Indicator): boolean {
  return family === "waste-sorted" || family === "waste-residual";
}

function nameOfSubject(subject: Subject, messages: Messages): string {
  return subject.kind === "indicator" ? messages.pick(subject.indicator.label) : messages.why[subject.kind];
}

async function explain(context: Context, subject: Subject, period: Period): Promise<Explanation> {
  const { plan, current } = context;
  const entries = standingEntries(await allEntries(context.db));
  const input = { plan, current, entries, period, nomenclature: plan.nomenclature };
  if (subject.kind === "waste") return explainQuantity(input, plan.indicators.filter(isWaste));
  if (subject.kind === "indicator" && subject.indicator.emission === null) {
    return explainQuantity(input, [subject.indicator]);
  }
  const slug = subject.kind === "indicator" ? subject.indicator.slug : null;
  return explainEmissions({ ...input, factors: await currentFactors(context.db) }, slug);
}

function stepJson(step: Step, nameOf: (personId: string) => string | null, context: Context): JsonObject {
  const { entry, factor, result } = step;
  const given = { by: nameOf(entry.personId), at: entry.at, platform: entry.platform, hash: entry.hash };
  return {
    entry: { ...entryJson(entry, context.plan.timeZone), ...given },
    factor: factor === null ? null : factorJson(factor),
    formula: formula(step, context.messages),
    result: jsonNumber(result, 3),
  };
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.pourquoi;
  if (words === "") return refuse("missing_argument", { argument: "subject", usage });
  const taken = takeSubject(context.plan, words);
  if (!taken.ok) return taken;
  const { subject, rest } = taken.value;
  const asked = rest === "" ? ok(previousQuarter(context.current)) : onlyPeriod(context, rest);
  if (!asked.ok) return asked;
  const explanation = await explain(context, subject, asked.value);
  const nameOf = await peopleNames(context.db);
  const facts = {
    ...context,
    subject: nameOfSubject(subject, context.messages),
    period: asked.value,
    nameOf,
  };
  const data: JsonObject = {
    value: jsonNumber(explanation.value, 3),
    unit: explanation.unit,
    steps: explanation.steps.map((step) => stepJson(step, nameOf, context)),
    missing: missingJson(explanation.missing),
  };
  return ok({ data: { explanation: data }, card: explanationCard(explanation, facts, context.messages) });
}

/** `/cairn pourquoi`: a figure opened down to its entries, factors and sources. */
export const pourquoi: Verb = { name: "pourquoi", aliases: ["why"], run };
