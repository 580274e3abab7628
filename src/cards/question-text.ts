import type { Decimal } from "../domain/decimal.ts";
import type { Plan } from "../domain/plan.ts";
import type { Repair } from "../domain/questions/parse.ts";
import { generalMeasures, type Measure, type Query } from "../domain/questions/query.ts";
import { isWholeYear, type Span } from "../domain/span.ts";
import type { Messages } from "../messages/messages.ts";
import { amountText } from "./progress-text.ts";

type General = (typeof generalMeasures)[number];

function isGeneral(measure: Measure): measure is General {
  return generalMeasures.some((each) => each === measure);
}

/** A measure as people read it: an indicator's label, an action's code, or the measure's own name. */
export function measureLabel(measure: Measure, plan: Plan, messages: Messages): string {
  const indicator = plan.indicators.find(({ slug }) => slug === measure);
  if (indicator !== undefined) return messages.pick(indicator.label);
  return isGeneral(measure) ? messages.questions.measures[measure] : measure;
}

/** The same at the start of a sentence. */
export function measureTitle(measure: Measure, plan: Plan, messages: Messages): string {
  const label = measureLabel(measure, plan, messages);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** A value of an answer: an amount, a rate, an index, or a count of projects. */
export function answerAmount(value: Decimal, unit: string, messages: Messages): string {
  if (unit === "%") return messages.format.percent(value);
  if (unit !== "project") return amountText(value, unit, messages);
  return messages.format.amount(value, messages.questions.projectUnit(value.toNumber()));
}

/** What a query asks, in parts: "comparaison", "déchets", "l'année 2025", "comparé à un an plus tôt". */
export function readingParts(
  { intent, measure, period, against }: Query,
  asEmissions: boolean,
  plan: Plan,
  messages: Messages,
): string[] {
  const said = messages.questions;
  const label = measure === null ? null : measureLabel(measure, plan, messages);
  const held =
    against === null
      ? null
      : typeof against === "string"
        ? said.references[against]
        : said.against(messages.progress.spanName(against));
  const parts = [
    said.intents[intent],
    label !== null && asEmissions ? said.emissionsOf(label) : label,
    period === null ? null : messages.progress.spanName(period),
    held,
  ];
  return parts.filter((part) => part !== null);
}

/** "Lecture : comparaison, déchets, l'année 2025, comparé à un an plus tôt." */
export function readingText(query: Query, asEmissions: boolean, plan: Plan, messages: Messages): string {
  return messages.questions.reading(readingParts(query, asEmissions, plan, messages));
}

/** What was read in the place of misspelt words, a sentence each. */
export function repairTexts(repairs: readonly Repair[], messages: Messages): string[] {
  return repairs.map(({ typed, meant }) => messages.questions.repaired(typed, meant));
}

/** A span as a question writes it: "T3 2026", "2026", "de T1 2026 à T3 2026". */
function spanWords(span: Span, { questions }: Messages): string {
  const name = (quarter: string) => quarter.split("-").toReversed().join(" ");
  if (isWholeYear(span)) return span.from.slice(0, 4);
  return span.from === span.to ? name(span.from) : questions.lines.range(name(span.from), name(span.to));
}

/** The shortest question that is read as `query`: what a button sends. Null where none is that short. */
export function questionLine({ intent, measure, period, against }: Query, messages: Messages): string | null {
  const { lines } = messages.questions;
  const name = measure === null ? "" : isGeneral(measure) ? lines.names[measure] : measure;
  const span = period === null ? "" : spanWords(period, messages);
  const asked = (text: string) => `/question ${text}`.trim();
  if (intent === "missing") return asked(lines.missing(`${name} ${span}`.trim()));
  if (measure === null) return null;
  if (intent === "compare" && against === "previous_year") return asked(lines.compare(name, span));
  if (intent === "compare" && against === "target") return asked(lines.aim(name, span));
  if (intent === "factor" || intent === "owner" || intent === "deadline" || intent === "action")
    return asked(lines[intent](name));
  if (against !== null) return null;
  if (
    intent === "value" ||
    intent === "trend" ||
    intent === "rank" ||
    intent === "target" ||
    intent === "explain"
  )
    return asked(lines[intent](name, span));
  return null;
}
