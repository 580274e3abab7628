import { type Decimal, sum } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import { missingFigures } from "./missing.ts";
import type { Quarter } from "./period.ts";
import type { Action, Plan } from "./plan.ts";
import { yearOf } from "./quarter.ts";

/** Where an action stands: the figures of the last quarter ended are in, some lack, or it has no indicator. */
export type ActionState = "up_to_date" | "figures_missing" | "not_measured";

/** One action with what its indicators tell. */
export type ActionView = {
  readonly action: Action;
  readonly state: ActionState;
  readonly received: number;
  readonly expected: number;
  /** Days of work recorded in the year, by the indicators of means; null where the action has none. */
  readonly days: Decimal | null;
};

/** The state of an action in the quarter whose collection is open. */
export function viewAction(
  action: Action,
  plan: Plan,
  entries: readonly StandingEntry[],
  open: Quarter,
): ActionView {
  const indicators = plan.indicators.filter((indicator) => indicator.action === action.code);
  const missing = missingFigures(indicators, { plan, entries, period: open, current: open });
  const received = indicators.length - missing.length;
  const state =
    indicators.length === 0 ? "not_measured" : missing.length === 0 ? "up_to_date" : "figures_missing";
  const means = new Set(indicators.filter(({ family }) => family === "means").map(({ slug }) => slug));
  const worked = entries.filter(
    ({ indicator, period }) => means.has(indicator) && yearOf(period) === yearOf(open),
  );
  const days = means.size === 0 ? null : sum(worked.map(({ value }) => value));
  return { action, state, received, expected: indicators.length, days };
}
