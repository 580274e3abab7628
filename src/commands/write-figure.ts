import type { Decimal } from "../domain/decimal.ts";
import type { Period } from "../domain/period.ts";
import type { Indicator } from "../domain/plan.ts";
import { decideCorrection, decideSubmission } from "../domain/submission.ts";
import {
  confirmsPartial,
  type Decide,
  decideAndAppend,
  newEntry,
  noFigure,
  outcomeInstead,
} from "./figure.ts";
import type { Context, Outcome } from "./request.ts";

/** A figure as read, whose indicator the person may write. */
export type ReadFigure = {
  readonly period: Period;
  /** In the indicator's unit. */
  readonly value: Decimal;
  /** The number and its unit, as typed. */
  readonly typed: string;
  readonly note: string | null;
  /** The person has seen the surprise and confirms the figure. */
  readonly confirmed: boolean;
};

/** Records a figure where none stands. */
export async function recordFigure(
  context: Context,
  indicator: Indicator,
  figure: ReadFigure,
): Promise<Outcome> {
  const { period, value, typed, note, confirmed } = figure;
  const decide: Decide = (entries) => {
    const decision = decideSubmission({ indicator, period, value, confirmed }, entries);
    if (decision.kind !== "append" && !confirmsPartial(context, decision))
      return { instead: outcomeInstead(context, indicator, decision, figure) };
    const written = { period, value, typed, note, reason: null, kind: "submit" } as const;
    return { append: newEntry(context, indicator, written) };
  };
  return await decideAndAppend(context, indicator, decide, "recorded");
}

/** Records a new revision of a figure that stands, with its reason; `not_found` where none does. */
export async function correctFigure(
  context: Context,
  indicator: Indicator,
  figure: ReadFigure & { readonly reason: string },
): Promise<Outcome> {
  const { period, value, typed, note, reason, confirmed } = figure;
  const decide: Decide = (entries) => {
    const decision = decideCorrection({ indicator, period, value, confirmed }, entries);
    if (decision === null) return { instead: noFigure(indicator, period) };
    if (decision.kind !== "append" && !confirmsPartial(context, decision))
      return { instead: outcomeInstead(context, indicator, decision, figure) };
    const written = { period, value, typed, note, reason, kind: "correct" } as const;
    return { append: newEntry(context, indicator, written) };
  };
  return await decideAndAppend(context, indicator, decide, "corrected");
}
