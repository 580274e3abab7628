import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import { questionsNow } from "../commands/human-question.ts";
import type { Absence } from "../domain/absence.ts";
import { openQuestions } from "../domain/human-question.ts";
import type { Plan } from "../domain/plan.ts";
import { isReminderDue } from "../domain/question-reminder.ts";
import { copyReaders } from "../domain/reminder-audience.ts";
import { mayDo } from "../domain/rights.ts";
import { isSendingTime } from "../domain/sending-hours.ts";
import { dateIn, isoText } from "../domain/wall-clock.ts";
import { absencesFrom } from "../store/absences.ts";
import { type NewDelivery, planDeliveries } from "../store/delivery-plan.ts";
import { toldOfQuestions, untoldAnswers } from "../store/human-questions.ts";
import { people } from "../store/people.ts";
import { allPreferences } from "../store/preferences.ts";
import type { Schema } from "../store/schema.ts";
import type { Delivering } from "./delivering.ts";

/** A message about questions, to be planned once. Days are ISO 8601. */
type NewMessage = {
  readonly kind: "answer" | "questions";
  readonly personId: string;
  readonly day: string;
  readonly about: string | null;
  readonly place: string | null;
};

/** The answers to tell their askers, where they asked; of several of one question, the last. */
async function answersToTell(trx: Transaction<Schema>, { timeZone }: Plan): Promise<NewMessage[]> {
  return (await untoldAnswers(trx)).map(({ eventId, askerId, at, place }) => ({
    ...({ kind: "answer", personId: askerId, about: eventId, place } as const),
    day: dateIn(Temporal.Instant.from(at), timeZone).toString(),
  }));
}

/** The referents, or who stands in for them, of those who may answer. */
function readersOf(plan: Plan, absences: readonly Absence[], now: Temporal.Instant): string[] {
  const there = copyReaders({ plan, absences, entries: [], now })("escalation");
  return there.filter((email) => {
    const role = plan.people.find((person) => person.email === email)?.role;
    return role !== undefined && mayDo("repondre", role, false);
  });
}

/**
 * The messages to referents whose questions have waited long: only in their hours, and only where no message of the
 * day, or since the last such day, tells them of it already.
 */
async function questionsToTell(
  trx: Transaction<Schema>,
  plan: Plan,
  now: Temporal.Instant,
): Promise<NewMessage[]> {
  const open = openQuestions(await questionsNow(trx));
  if (open.length === 0) return [];
  const settings = await allPreferences(trx);
  const told = await toldOfQuestions(trx);
  const ids = new Map((await people(trx)).map(({ id, email }) => [email, id]));
  const absences = await absencesFrom(trx, dateIn(now, plan.timeZone));
  return readersOf(plan, absences, now).flatMap((email) => {
    const personId = ids.get(email);
    if (personId === undefined) return [];
    const { timeZone, hour = null, snoozedUntil = null } = settings.get(email) ?? {};
    const zone = timeZone ?? plan.timeZone;
    const today = dateIn(now, zone);
    if (snoozedUntil !== null && Temporal.PlainDate.compare(today, snoozedUntil) < 0) return [];
    if (!isSendingTime(now, { timeZone: zone, firstHour: hour }, plan.calendar)) return [];
    const asked = open.map(({ askedAt }) => dateIn(Temporal.Instant.from(askedAt), plan.timeZone));
    const last = told.get(personId);
    const lastDay = last === undefined ? null : Temporal.PlainDate.from(last);
    if (!isReminderDue(asked, lastDay, today)) return [];
    return [{ kind: "questions", personId, day: today.toString(), about: null, place: null }];
  });
}

const platforms = ["slack", "teams", "terminal"] as const;

/** A delivery of the message: to the conversation it answers, or to wherever its reader is reached. */
function deliveryOf(messageId: string, place: string | null): NewDelivery {
  const platform = platforms.find((name) => place?.startsWith(`${name}:`)) ?? null;
  return platform === null || place === null ? { messageId, platform: null } : { messageId, platform, place };
}

/**
 * Plans the answers that nobody was told of and the reminders of open questions, with their jobs, in one
 * transaction: the ledger's unique keys make each message once, whoever ticks.
 */
export async function planQuestionMessages({
  cairn,
  now,
  enqueue,
}: Pick<Delivering, "cairn" | "now" | "enqueue">): Promise<void> {
  const plan = await cairn.plan();
  const at = now();
  await cairn.db.transaction().execute(async (trx) => {
    const wanted = [...(await answersToTell(trx, plan)), ...(await questionsToTell(trx, plan, at))];
    if (wanted.length === 0) return;
    const messages = wanted.map((message) => ({ ...message, id: String(randomUUID()) }));
    const places = new Map(messages.map(({ id, place }) => [id, place]));
    const recorded = await trx
      .insertInto("message")
      .values(
        messages.map(({ id, kind, personId, day, about }) => ({
          ...{ id, kind, person_id: personId, day, about },
          ...{ stage: null, cc: "[]", items: "[]", copies: "[]" },
          created_at: isoText(at),
        })),
      )
      .onConflict((conflict) => conflict.constraint("message_once_a_day_key").doNothing())
      .returning("id")
      .execute();
    const deliveries = recorded.map(({ id }) => deliveryOf(id, places.get(id) ?? null));
    await planDeliveries(trx, deliveries, enqueue);
  });
}
