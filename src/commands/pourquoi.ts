import { explanationCard, formula } from "../cards/explanation-card.ts";
import type { Against } from "../domain/against.ts";
import { compareEmissions } from "../domain/compare-emissions.ts";
import { compareSubject } from "../domain/compare-subject.ts";
import type { Comparison } from "../domain/comparison.ts";
import { type Explanation, explainEmissions, explainQuantity, type Step } from "../domain/explanation.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { previousQuarter } from "../domain/quarter.ts";
import type { Recorded } from "../domain/recorded.ts";
import { ok, type Refusal, type Result, refuse } from "../domain/refusal.ts";
import type { Span } from "../domain/span.ts";
import type { Messages } from "../messages/messages.ts";
import { recordedNow } from "./avancement.ts";
import { factorJson, missingJson } from "./balance-json.ts";
import { explainComparison } from "./explained-comparison.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { entryJson, type JsonObject, jsonNumber } from "./json.ts";
import { takeNomenclature } from "./nomenclature-argument.ts";
import { peopleNames } from "./people-names.ts";
import { onlyPeriod } from "./period-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { begun, readAgainst, takeAgainstWords } from "./span-argument.ts";
import { leadingTotal } from "./total-argument.ts";
import { afterWords, wordsOf } from "./words.ts";

/** What can be opened: all emissions, all waste, or one indicator. */
type Subject =
  | { readonly kind: "ghg" | "waste" }
  | { readonly kind: "indicator"; readonly indicator: Indicator };

/** The subject that begins `words`: a total by its whole name, else an indicator. */
function takeSubject(plan: Plan, words: string): Result<{ subject: Subject; rest: string }> {
  const named = takeIndicator(plan, words);
  if (named.ok) {
    const { indicator, rest } = named.value;
    return ok({ subject: { kind: "indicator", indicator }, rest });
  }
  const leading = leadingTotal(wordsOf(words));
  const isRefused =
    leading === null || leading.total === "ressources" || isLonger(named.refusal, leading.taken);
  if (isRefused) return named;
  const kind = leading.total === "ges" ? "ghg" : "waste";
  return ok({ subject: { kind }, rest: afterWords(words, leading.taken) });
}

/** Whether what was refused is longer than the total's name: "dechets verer" is no total. */
function isLonger({ data }: Refusal<"unknown_indicator" | "ambiguous_indicator">, taken: number): boolean {
  return wordsOf(data.typed).length > taken;
}

function isWaste({ family }: Indicator): boolean {
  return family === "waste-sorted" || family === "waste-residual";
}

function nameOfSubject(subject: Subject, messages: Messages): string {
  return subject.kind === "indicator" ? messages.pick(subject.indicator.label) : messages.why[subject.kind];
}

function explain(recorded: Recorded, { subject, period, nomenclature }: Asked): Explanation {
  const { plan } = recorded;
  const input = { ...recorded, period, nomenclature };
  if (subject.kind === "waste") return explainQuantity(input, plan.indicators.filter(isWaste));
  if (subject.kind === "indicator" && subject.indicator.emission === null) {
    return explainQuantity(input, [subject.indicator]);
  }
  return explainEmissions(input, subject.kind === "indicator" ? subject.indicator.slug : null);
}

/** The change of what is explained, in the same unit as its value. */
function compare(
  recorded: Recorded,
  subject: Subject,
  compared: { span: Span; against: Against },
): Comparison {
  const input = { ...recorded, ...compared };
  if (subject.kind === "waste") return compareSubject("dechets", input).comparison;
  if (subject.kind !== "indicator") return compareEmissions(input);
  const { indicator } = subject;
  if (indicator.emission === null) return compareSubject(indicator, input).comparison;
  return compareEmissions(input, indicator.slug);
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

type Asked = {
  readonly subject: Subject;
  readonly period: Period;
  /** The plan's, unless another is named. */
  readonly nomenclature: Nomenclature;
  readonly span: Span;
  readonly against: Against;
};

function readArguments(context: Context, line: string): Result<Asked> {
  const { nomenclature, rest: unnamed } = takeNomenclature(line);
  const { words, against } = takeAgainstWords(unnamed);
  const taken = takeSubject(context.plan, words);
  if (!taken.ok) return taken;
  const { subject, rest } = taken.value;
  const asked = rest === "" ? ok(previousQuarter(context.current)) : onlyPeriod(context, rest);
  if (!asked.ok) return asked;
  const period = asked.value;
  const span = begun(period, context.current);
  const reference = readAgainst(context, against, span);
  if (!reference.ok) return reference;
  const chosen = nomenclature ?? context.plan.nomenclature;
  return ok({ subject, period, span, against: reference.value, nomenclature: chosen });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { plan, messages } = context;
  const { usage } = messages.verbs.pourquoi;
  if (words === "") return refuse("missing_argument", { argument: "subject", usage });
  const asked = readArguments(context, words);
  if (!asked.ok) return asked;
  const { subject, period } = asked.value;
  const recorded = await recordedNow(context);
  const explanation = explain(recorded, asked.value);
  const nameOf = await peopleNames(context.db);
  const facts = { ...context, subject: nameOfSubject(subject, messages), period, nameOf };
  const against = { ...asked.value, referenceYear: plan.referenceYear };
  const comparison = explainComparison(compare(recorded, subject, asked.value), against, messages);
  const card = explanationCard(explanation, facts, messages);
  const data: JsonObject = {
    value: jsonNumber(explanation.value, 3),
    unit: explanation.unit,
    steps: explanation.steps.map((step) => stepJson(step, nameOf, context)),
    missing: missingJson(explanation.missing),
    comparison: comparison?.json ?? null,
  };
  const blocks = [...card.blocks, ...(comparison?.blocks ?? [])];
  return ok({ data: { explanation: data }, card: { ...card, blocks } });
}

/** `/cairn pourquoi`: a figure opened down to its entries, factors and sources. */
export const pourquoi: Verb = { name: "pourquoi", aliases: ["why"], run };
