import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Reminder, SentReminder } from "../domain/reminder.ts";
import { type Enqueue, inParts, planDeliveries } from "./delivery-plan.ts";
import { readItems } from "./reminder-items.ts";
import type { Schema } from "./schema.ts";

const kind = "reminder";

/**
 * Every reminder recorded that was sent or still is to be, oldest first. One given up before it left was never said,
 * unless its figures came in: then there was nothing more to say.
 */
export async function sentReminders(db: Kysely<Schema>): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom("message")
    .innerJoin("person", "person.id", "message.person_id")
    .leftJoin("delivery", "delivery.message_id", "message.id")
    .where("message.kind", "=", kind)
    .where((where) =>
      where.or([
        where("delivery.state", "is", null),
        where("delivery.state", "<>", "abandoned"),
        where("delivery.cause", "=", "given"),
      ]),
    )
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

/** What recording takes: people's ids by address, an instant (ISO 8601), and the queue. */
export type Recording = {
  readonly personIds: ReadonlyMap<string, string>;
  readonly at: string;
  readonly enqueue: Enqueue;
};

function rowOf({ id, to, day, stage, cc, items, copies }: RecordedReminder, { personIds, at }: Recording) {
  const idOf = (email: string) => {
    const known = personIds.get(email);
    if (known === undefined) throw new Error("A person of the plan is not known to the database.");
    return known;
  };
  return {
    ...{ id, kind, stage, person_id: idOf(to), day: day.toString(), created_at: at },
    cc: JSON.stringify(cc.map(idOf)),
    items: JSON.stringify(items),
    copies: JSON.stringify(copies),
  };
}

/**
 * Records reminders, with their deliveries and jobs, and gives those that were not there: another process may have
 * recorded a person's message of the day first.
 */
export async function recordReminders(
  trx: Transaction<Schema>,
  reminders: readonly Reminder[],
  recording: Recording,
): Promise<RecordedReminder[]> {
  const recorded: RecordedReminder[] = [];
  for (const part of inParts(reminders.map((reminder) => ({ ...reminder, id: randomUUID() })))) {
    const rows = await trx
      .insertInto("message")
      .values(part.map((reminder) => rowOf(reminder, recording)))
      .onConflict((conflict) => conflict.constraint("message_once_a_day_key").doNothing())
      .returning("id")
      .execute();
    const ids = new Set(rows.map(({ id }) => id));
    recorded.push(...part.filter(({ id }) => ids.has(id)));
  }
  const deliveries = recorded.map(({ id }) => ({ messageId: id, platform: null }));
  await planDeliveries(trx, deliveries, recording.enqueue);
  return recorded;
}
