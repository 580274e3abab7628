import type { Indicator, Plan } from "../domain/plan.ts";
import { indexOf } from "../domain/plan-index.ts";
import type { Reminder, ReminderItem } from "../domain/reminder.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, column, note, text } from "./card.ts";

function indicatorOf(plan: Plan, { indicator }: ReminderItem): Indicator | null {
  return indexOf(plan).indicators.get(indicator) ?? null;
}

function labelOf(plan: Plan, item: ReminderItem, messages: Messages): string {
  const indicator = indicatorOf(plan, item);
  return indicator === null ? item.indicator : messages.pick(indicator.label);
}

/** The name of the person who owes the figure; null when the plan has dropped it since. */
function ownerOf(plan: Plan, item: ReminderItem): string | null {
  const owner = indicatorOf(plan, item)?.owner ?? null;
  return indexOf(plan).people.get(owner ?? "")?.name ?? owner;
}

function askedTable(plan: Plan, items: readonly ReminderItem[], messages: Messages): Block {
  const { columns } = messages.reminders.reminder;
  return {
    type: "table",
    columns: [column(columns.indicator), column(columns.period), column(columns.due)],
    rows: items.map((item) => [
      labelOf(plan, item, messages),
      messages.periodName(item.period),
      messages.format.day(item.due),
    ]),
  };
}

/** Whose figures these are, where the reader stands in for somebody. */
function standIns(plan: Plan, { to, items }: Reminder, messages: Messages): Block[] {
  const others = items.filter((item) => indicatorOf(plan, item)?.owner !== to);
  const byOwner = Map.groupBy(others, (item) => ownerOf(plan, item));
  return [...byOwner].flatMap(([owner, theirs]) => {
    const labels = theirs.map((item) => labelOf(plan, item, messages));
    return owner === null ? [] : [note(messages.reminders.reminder.standsIn([...new Set(labels)], owner))];
  });
}

/** Figures that are there, and that only a word of the reader makes complete. */
function partials(plan: Plan, items: readonly ReminderItem[], messages: Messages): Block[] {
  const labels = items.filter(({ partial }) => partial).map((item) => labelOf(plan, item, messages));
  return labels.length === 0 ? [] : [note(messages.reminders.reminder.partial(labels))];
}

function asked(plan: Plan, reminder: Reminder, messages: Messages): Block[] {
  const said = messages.reminders.reminder;
  const { items } = reminder;
  if (items.length === 0) return [];
  const give = items.map((item) => ({
    label: messages.reminders.due.give(labelOf(plan, item, messages), item.period),
    line: `/saisir ${item.indicator} ${item.period}`,
  }));
  return [
    text(said.asked(items.length)),
    askedTable(plan, items, messages),
    ...standIns(plan, reminder, messages),
    ...partials(plan, items, messages),
    actions(...give),
    actions(
      { label: said.dueList, line: "/cairn echeances" },
      { label: said.later, line: "/cairn rappels demain" },
    ),
  ];
}

/** What a referent is told of, a line an owner and quarter. */
function copied(plan: Plan, copies: readonly ReminderItem[], messages: Messages): Block[] {
  if (copies.length === 0) return [];
  const groups = Map.groupBy(copies, (item) => `${item.period} ${ownerOf(plan, item)}`);
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const labels = group.map((item) => labelOf(plan, item, messages));
    return [messages.reminders.reminder.copied(ownerOf(plan, first) ?? "–", labels, first.period)];
  });
  return [text(messages.reminders.reminder.copies), { type: "list", items: lines }];
}

/** One person's message of a day: what is asked of them with a button each, then what a referent is told of. */
export function reminderCard(plan: Plan, reminder: Reminder, messages: Messages): Card {
  const { stage, copies } = reminder;
  return {
    title: messages.reminders.reminder.title(stage),
    blocks: [...asked(plan, reminder, messages), ...copied(plan, copies, messages)],
  };
}
