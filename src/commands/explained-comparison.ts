import type { Block } from "../cards/card.ts";
import { comparisonBlocks, effectFormulas } from "../cards/comparison-blocks.ts";
import { type Against, referenceSpan } from "../domain/against.ts";
import type { Comparison } from "../domain/comparison.ts";
import { type ComparisonStep, comparisonSteps } from "../domain/comparison-steps.ts";
import type { Decimal } from "../domain/decimal.ts";
import { type Span, spanText } from "../domain/span.ts";
import type { Messages } from "../messages/messages.ts";
import { type JsonObject, jsonNumber } from "./json.ts";
import { againstJson, changeJson, leftOutJson } from "./progress-json.ts";

/** What a figure's explanation adds about its change. */
export type ExplainedComparison = { readonly json: JsonObject; readonly blocks: readonly Block[] };

/** Factors keep the decimals of their source; activities may be converted or amortised. */
const factorDecimals = 10;
const activityDecimals = 6;

function stepJson(step: ComparisonStep, messages: Messages): JsonObject {
  const { indicator, actual, reference } = step;
  const factor = (value: Decimal | null) => (value === null ? null : jsonNumber(value, factorDecimals));
  return {
    indicator: indicator.slug,
    unit: indicator.unit,
    a0: jsonNumber(reference.activity, activityDecimals),
    f0: factor(reference.factor),
    a1: jsonNumber(actual.activity, activityDecimals),
    f1: factor(actual.factor),
    formula: effectFormulas(step, messages),
    activityEffect: jsonNumber(step.activityEffect, 3),
    factorEffect: jsonNumber(step.factorEffect, 3),
    result: jsonNumber(step.change, 3),
  };
}

/** A comparison as data and as blocks; null for a span compared with itself. */
export function explainComparison(
  comparison: Comparison,
  { span, against, referenceYear }: { span: Span; against: Against; referenceYear: number },
  messages: Messages,
): ExplainedComparison | null {
  const reference = referenceSpan(span, against, referenceYear);
  if (reference.from === span.from && reference.to === span.to) return null;
  const { baseline, ...change } = changeJson(comparison);
  const { actual, baseline: from } = comparison;
  const json = {
    against: againstJson(against),
    baseline: { period: spanText(reference), value: baseline },
    ...change,
    value: actual === null || from === null ? null : jsonNumber(actual.minus(from), 3),
    unit: comparison.unit,
    steps: comparisonSteps(comparison.pairs).map((step) => stepJson(step, messages)),
    leftOut: leftOutJson(comparison.leftOut),
  };
  return { json, blocks: comparisonBlocks(comparison, messages) };
}
