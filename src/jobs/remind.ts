import type { Kysely } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Cairn } from "../commands/request.ts";
import { owedQuarters } from "../domain/due.ts";
import { standingEntries } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import { yearOf } from "../domain/quarter.ts";
import type { Reminder } from "../domain/reminder.ts";
import { planReminders } from "../domain/reminders.ts";
import { dateIn, isoText } from "../domain/wall-clock.ts";
import { absencesFrom } from "../store/absences.ts";
import type { Enqueue } from "../store/delivery-plan.ts";
import { entriesByPeriods } from "../store/entries.ts";
import { people } from "../store/people.ts";
import { allPreferences } from "../store/preferences.ts";
import { type RecordedReminder, recordReminders, sentReminders } from "../store/reminders.ts";
import type { Schema } from "../store/schema.ts";

/** The quarters owed at `now`, and the years whose figure gives one of them. */
function owedPeriods(plan: Plan, now: Temporal.Instant): Period[] {
  const quarters = owedQuarters(plan, now);
  const years = new Set(quarters.map((quarter) => `${yearOf(quarter)}` as const));
  return [...quarters, ...years];
}

/** The reminders due at `now`, from everything recorded; none is written. */
export async function dueReminders(
  db: Kysely<Schema>,
  plan: Plan,
  now: Temporal.Instant,
): Promise<Reminder[]> {
  const entries = standingEntries(await entriesByPeriods(db, owedPeriods(plan, now)));
  const absences = await absencesFrom(db, dateIn(now, plan.timeZone));
  const settings = await allPreferences(db);
  return planReminders({ plan, entries, absences, settings, sent: await sentReminders(db), now });
}

/**
 * Plans the reminders due at `now` and records them, with their jobs, in one transaction; gives those that were new.
 * Called twice in a day, or by two processes at once, it gives each person's message once.
 */
export async function remind(
  { db, plan }: Cairn,
  now: Temporal.Instant,
  enqueue: Enqueue,
): Promise<RecordedReminder[]> {
  const inForce = await plan();
  return await db.transaction().execute(async (trx) => {
    const reminders = await dueReminders(trx, inForce, now);
    const personIds = new Map((await people(trx)).map(({ id, email }) => [email, id]));
    return await recordReminders(trx, reminders, {
      personIds,
      enqueue,
      at: isoText(now),
    });
  });
}
