import type { Explanation, Step } from "../domain/explanation.ts";
import type { Period, Quarter } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { missingBlocks } from "./balance-card.ts";
import { type Card, note, text } from "./card.ts";

/** "1 234,5 kWh × 0,0461 kgCO2e/kWh": how one step's result is made. */
export function formula(
  { entry, indicator, factor, share, countedPerUnit }: Step,
  messages: Messages,
): string {
  const { format } = messages;
  const amount = format.amount(entry.value, messages.unitName(indicator.unit, entry.value));
  const amortised = share.eq(1) ? "" : ` × ${format.percent(share.times(100), 4)}`;
  if (factor === null || countedPerUnit === null) return amount;
  return `${amount}${amortised} × ${format.number(countedPerUnit, 10)}\u00A0kgCO2e/${factor.factor.unit}`;
}

function resultOf(step: Step, messages: Messages): string {
  if (step.factor !== null) return messages.format.kgCo2e(step.result);
  return messages.format.amount(step.result, messages.unitName(step.indicator.unit, step.result));
}

function stepLines(step: Step, who: string, facts: ExplanationFacts, messages: Messages): string {
  const { why, format } = messages;
  const label = `${messages.pick(step.indicator.label)}, ${messages.periodName(step.entry.period)}`;
  const typed = step.entry.typed;
  const given = why.given(
    who,
    format.moment(step.entry.at, facts.plan.timeZone),
    typed,
    messages.platform(step.entry.platform),
  );
  const lines = [
    messages.labelValue(label, `${formula(step, messages)} = ${resultOf(step, messages)}`),
    `  ${given}`,
  ];
  if (step.factor !== null) {
    const { factor } = step.factor;
    const { countedPerUnit } = step;
    if (countedPerUnit !== null && !countedPerUnit.eq(step.factor.value)) {
      lines.push(`  ${why.partly(format.number(step.factor.value, 10))}`);
    }
    lines.push(`  ${why.source(messages.pick({ fr: factor.nameFr, en: factor.nameEn }), factor.source)}`);
  }
  return lines.join("\n");
}

/** What an explanation is about. `nameOf` gives a person's name, or null once erased. */
export type ExplanationFacts = {
  readonly subject: string;
  readonly period: Period;
  readonly plan: Plan;
  readonly current: Quarter;
  readonly nameOf: (personId: string) => string | null;
};

/** A figure opened down to each entry, who gave it, the factor used and its source. */
export function explanationCard(explanation: Explanation, facts: ExplanationFacts, messages: Messages): Card {
  const { why, format } = messages;
  const title = why.title(facts.subject, facts.period);
  const empty = explanation.steps.length === 0;
  const missing = missingBlocks(explanation.missing, { ...facts, empty }, messages);
  if (empty) return { title, blocks: [text(why.nothing), ...missing] };
  const total =
    explanation.unit === "kgCO2e"
      ? format.kgCo2e(explanation.value)
      : format.amount(explanation.value, messages.unitName(explanation.unit, explanation.value));
  const nameOf = (step: Step) => facts.nameOf(step.entry.personId) ?? messages.history.erasedPerson;
  return {
    title,
    blocks: [
      text(why.result(total)),
      {
        type: "list",
        items: explanation.steps.map((step) => stepLines(step, nameOf(step), facts, messages)),
      },
      ...missing,
      ...(explanation.steps.some(({ factor }) => factor?.provisional)
        ? [note(messages.balance.provisional(provisionalLabels(explanation, messages)))]
        : []),
    ],
  };
}

function provisionalLabels(explanation: Explanation, messages: Messages): string[] {
  const steps = explanation.steps.filter(({ factor }) => factor?.provisional);
  return [...new Set(steps.map(({ indicator }) => messages.pick(indicator.label)))];
}
