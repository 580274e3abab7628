import type { ActionView } from "../domain/action-state.ts";
import type { Quarter } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import { yearOf } from "../domain/quarter.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, fields, note, text } from "./card.ts";

function stateOf({ state, received, expected }: ActionView, open: Quarter, messages: Messages): string {
  if (state === "not_measured") return messages.plan.notMeasured;
  if (state === "up_to_date") return messages.plan.upToDate(open);
  return messages.plan.figuresMissing(open, received, expected);
}

/** An action with the state of its collection, and the names its indicators are typed by. */
function actionItem(plan: Plan, view: ActionView, open: Quarter, messages: Messages): string {
  const { action } = view;
  const slugs = plan.indicators
    .filter((indicator) => indicator.action === action.code)
    .map(({ slug }) => slug);
  const said = messages.plan;
  return [
    `${action.code} ${action.title}`,
    messages.labelValue(said.state, stateOf(view, open, messages)),
    ...(slugs.length === 0 ? [] : [messages.labelValue(said.indicators, slugs.join(", "))]),
  ].join("\n  ");
}

/** The seven actions on one screen. */
export function planCard(plan: Plan, views: readonly ActionView[], open: Quarter, messages: Messages): Card {
  const said = messages.plan;
  const items = views.map((view) => actionItem(plan, view, open, messages));
  return {
    title: said.title(plan.name),
    blocks: [
      { type: "list", items },
      note(said.quote),
      actions(
        ...views.map(({ action }) => ({
          label: `${said.open} ${action.code}`,
          line: `/cairn plan ${action.code}`,
        })),
      ),
    ],
  };
}

function indicatorList(plan: Plan, code: string, messages: Messages): Block[] {
  const items = plan.indicators
    .filter(({ action }) => action === code)
    .map(
      ({ slug, label, unit, owner }) =>
        `${messages.pick(label)} (${slug}, ${unit}), ${messages.plan.owner(owner)}`,
    );
  return items.length === 0 ? [] : [text(messages.plan.indicators), { type: "list", items }];
}

/** One action in the plan's own words, its collection and its indicators. */
export function actionCard(plan: Plan, view: ActionView, open: Quarter, messages: Messages): Card {
  const said = messages.plan;
  const { action, days } = view;
  return {
    title: `${action.code} ${action.title}`,
    blocks: [
      fields(
        { label: said.budget, value: action.budget },
        { label: said.effort, value: action.effort },
        { label: said.schedule, value: action.schedule },
        { label: said.criterion, value: action.criterion },
        { label: said.state, value: stateOf(view, open, messages) },
      ),
      ...(days === null
        ? []
        : [note(said.days(messages.format.amount(days, messages.unitName("jour", days)), yearOf(open)))]),
      ...indicatorList(plan, action.code, messages),
    ],
  };
}
