import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { stages } from "../domain/calendar.ts";
import type { Quarter } from "../domain/period.ts";
import { parseQuarter } from "../domain/quarter.ts";
import type { Reminder, ReminderItem, SentReminder } from "../domain/reminder.ts";
import { fieldsOf, listOf, oneOf, type Read, text, yesNo } from "./json-fields.ts";
import type { Schema } from "./schema.ts";

const kind = "reminder";

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
const readItems = listOf(readItem);

/** Every reminder recorded, oldest first. */
export async function sentReminders(db: Kysely<Schema>): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom("message")
    .innerJoin("person", "person.id", "message.person_id")
    .where("message.kind", "=", kind)
    .orderBy("message.day")
    .select(["person.email", "message.day", "message.items", "message.copies"])
    .execute();
  return rows.map(({ email, day, items, copies }) => ({
    to: email,
    day,
    items: readItems(items, "message.items"),
    copies: readItems(copies, "message.copies"),
  }));
}

/** A reminder that this process recorded: the id of its row is what a delivery is about. */
export type RecordedReminder = Reminder & { readonly id: string };

/**
 * Records reminders, and gives those that were not there: another process may have recorded a person's
 * message of the day first. `personIds` are by address; `at` is an instant, ISO 8601.
 */
export async function recordReminders(
  trx: Transaction<Schema>,
  reminders: readonly Reminder[],
  { personIds, at }: { readonly personIds: ReadonlyMap<string, string>; readonly at: string },
): Promise<RecordedReminder[]> {
  const idOf = (email: string) => {
    const id = personIds.get(email);
    if (id === undefined) throw new Error("A person of the plan is not known to the database.");
    return id;
  };
  const recorded: RecordedReminder[] = [];
  for (const reminder of reminders) {
    const { to, day, stage, cc, items, copies } = reminder;
    const row = await trx
      .insertInto("message")
      .values({
        id: randomUUID(),
        kind,
        person_id: idOf(to),
        day: day.toString(),
        stage,
        cc: JSON.stringify(cc.map(idOf)),
        items: JSON.stringify(items),
        copies: JSON.stringify(copies),
        created_at: at,
      })
      .onConflict((conflict) => conflict.constraint("message_once_a_day_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (row !== undefined) recorded.push({ ...reminder, id: row.id });
  }
  return recorded;
}
