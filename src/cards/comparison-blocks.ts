import { type Comparison, comparedSpans } from "../domain/comparison.ts";
import { type ComparisonStep, comparisonSteps } from "../domain/comparison-steps.ts";
import type { Decimal } from "../domain/decimal.ts";
import type { Messages } from "../messages/messages.ts";
import { type Block, note, text } from "./card.ts";
import { amountText, signed } from "./progress-text.ts";

/** Steps that fit on a screen, the largest first; the JSON holds them all. */
const shown = 8;

/** "(2 071,1 - 2 587,3) × (0,0569 + 0,0461) / 2": how one step's effects are made. */
export function effectFormulas({ actual, reference }: ComparisonStep, messages: Messages): string {
  const number = (value: Decimal) => messages.format.number(value, 10);
  const [a0, a1] = [number(reference.activity), number(actual.activity)];
  if (actual.factor === null || reference.factor === null) return `${a1} - ${a0}`;
  const [f0, f1] = [number(reference.factor), number(actual.factor)];
  return messages.progress.opened.formulas(
    `(${a1} - ${a0}) × (${f0} + ${f1}) / 2`,
    `(${f1} - ${f0}) × (${a0} + ${a1}) / 2`,
  );
}

function stepText(step: ComparisonStep, unit: string, messages: Messages): string {
  const said = messages.progress.opened;
  const { indicator, actual, reference, activityEffect, factorEffect } = step;
  const write = (value: Decimal) => signed(value, (each) => amountText(each, unit, messages));
  const own = actual.factor === null ? unit : indicator.unit;
  const moved = said.moved(
    messages.format.number(reference.activity, 3),
    amountText(actual.activity, own, messages),
  );
  const amortised = actual.factor !== null && (indicator.emission?.amortisationYears ?? null) !== null;
  const activity = amortised ? said.amortised(moved) : moved;
  const label = messages.pick(indicator.label);
  if (actual.factor === null || reference.factor === null) {
    return messages.labelValue(label, said.byActivity(activity, write(activityEffect)));
  }
  const factor = (value: Decimal) => messages.format.number(value, 6);
  const [f0, f1] = [factor(reference.factor), factor(actual.factor)];
  const effects = factorEffect.eq(0)
    ? said.atFactor(activity, f1, write(activityEffect))
    : said.byBoth(activity, f0, f1, write(activityEffect), write(factorEffect));
  return messages.labelValue(label, effects);
}

/** A comparison opened: the change, then what each indicator brings to it. Empty when nothing compares. */
export function comparisonBlocks(comparison: Comparison, messages: Messages): Block[] {
  const said = messages.progress.opened;
  const { unit, actual, baseline, pairs } = comparison;
  const compared = comparedSpans(pairs);
  if (actual === null || baseline === null || compared === null) return [];
  const change = signed(actual.minus(baseline), (value) => amountText(value, unit, messages));
  const steps = comparisonSteps(pairs).filter(
    ({ activityEffect, factorEffect }) => !activityEffect.eq(0) || !factorEffect.eq(0),
  );
  const largest = steps.toSorted((a, b) => b.change.abs().cmp(a.change.abs())).slice(0, shown);
  const items = largest.map((step) => stepText(step, unit, messages));
  const more = steps.length - largest.length;
  return [
    text(said.change(compared.actual, compared.reference, change)),
    ...(compared.without.length === 0
      ? []
      : [note(messages.progress.without(compared.without.map(messages.periodName)))]),
    ...(items.length === 0 ? [] : [{ type: "list", items } as const]),
    ...(more === 0 ? [] : [note(said.more(more))]),
  ];
}
