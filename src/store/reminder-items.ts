import { stages } from "../domain/calendar.ts";
import type { Quarter } from "../domain/period.ts";
import { parseQuarter } from "../domain/quarter.ts";
import type { ReminderItem } from "../domain/reminder.ts";
import { fieldsOf, listOf, oneOf, type Read, text, yesNo } from "./json-fields.ts";

/** A figure that a message no longer asks for. */
export type DroppedItem = Pick<ReminderItem, "indicator" | "period">;

const quarterText: Read<Quarter> = (value, at) => {
  const quarter = parseQuarter(text(value, at));
  if (quarter === null) throw new Error(`${at}: a quarter expected in the stored JSON.`);
  return quarter;
};

const readItem: Read<ReminderItem> = (value, at) => {
  const field = fieldsOf(value, at);
  return {
    indicator: field(text, "indicator"),
    period: field(quarterText, "period"),
    due: field(text, "due"),
    stage: field(oneOf(stages), "stage"),
    partial: field(yesNo, "partial"),
  };
};

const readDroppedItem: Read<DroppedItem> = (value, at) => {
  const field = fieldsOf(value, at);
  return { indicator: field(text, "indicator"), period: field(quarterText, "period") };
};

/** The items of a message, read back. */
export const readItems = listOf(readItem);

/** What was withdrawn from a message, read back. */
export const readDropped = listOf(readDroppedItem);

/** The items that are left. */
export function withoutDropped<T extends DroppedItem>(
  items: readonly T[],
  dropped: readonly DroppedItem[],
): T[] {
  if (dropped.length === 0) return [...items];
  const gone = new Set(dropped.map(({ indicator, period }) => `${indicator} ${period}`));
  return items.filter(({ indicator, period }) => !gone.has(`${indicator} ${period}`));
}
