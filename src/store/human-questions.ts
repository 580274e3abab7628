import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { QuestionEvent } from "../domain/human-question.ts";
import { holdSubject } from "./advisory-lock.ts";
import { storableText } from "./append.ts";
import type { HumanQuestionEventTable, Schema } from "./schema.ts";

function eventOf(row: Selectable<HumanQuestionEventTable>): QuestionEvent {
  const { id, number, position, kind, text, person_id: personId, platform, at } = row;
  return { id, number, position, kind, text, personId, platform, at: at.toISOString() };
}

/** Waits until no other transaction writes about questions, and holds that to the end of `trx`. */
export async function lockQuestions(trx: Transaction<Schema>): Promise<void> {
  await holdSubject(trx, "human questions");
}

/** All that happened to every question, in its order. */
export async function allQuestionEvents(db: Kysely<Schema>): Promise<QuestionEvent[]> {
  const rows = await db
    .selectFrom("human_question_event")
    .selectAll()
    .orderBy("number")
    .orderBy("position")
    .execute();
  return rows.map(eventOf);
}

/** The number of the question that a request wrote about; null when it wrote nothing. */
export async function questionOfRequest(db: Kysely<Schema>, request: string): Promise<number | null> {
  const row = await db
    .selectFrom("human_question_event")
    .select("number")
    .where("request", "=", request)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** Appends an event; `request` is the digest of what makes two deliveries of its request the same. */
export async function appendQuestionEvent(
  trx: Transaction<Schema>,
  event: QuestionEvent,
  request: string | null,
): Promise<QuestionEvent> {
  const { personId: person_id, text, ...rest } = event;
  const row = await trx
    .insertInto("human_question_event")
    .values({ ...rest, person_id, text: text === null ? null : storableText(text), request })
    .returningAll()
    .executeTakeFirstOrThrow();
  return eventOf(row);
}

/** Keeps where a question was asked, for as long as its asker is known. */
export async function keepQuestionPlace(
  trx: Transaction<Schema>,
  { number, personId: person_id, place }: { number: number; personId: string; place: string },
): Promise<void> {
  await trx.insertInto("human_question_place").values({ number, person_id, place }).execute();
}

/** Forgets where a question was asked. */
export async function forgetQuestionPlace(db: Kysely<Schema>, number: number): Promise<void> {
  await db.deleteFrom("human_question_place").where("number", "=", number).execute();
}

/**
 * Forgets that a question was asked there, because that conversation is gone; says whether it was. `about` is the
 * event that the message tells of.
 */
export async function forgetGonePlace(db: Kysely<Schema>, about: string, place: string): Promise<boolean> {
  const { rows } = await sql<{ number: number }>`
    delete from human_question_place
    where place = ${place} and number = (select number from human_question_event where id = ${about}::uuid)
    returning number`.execute(db);
  return rows.length > 0;
}

/** An answer that no message tells of yet, and where its question was asked; null when in no one conversation. */
export type UntoldAnswer = {
  readonly eventId: string;
  readonly askerId: string;
  readonly at: string;
  readonly place: string | null;
};

/** The answers that hold and that nobody has been sent yet; those of people who are no longer known are left out. */
export async function untoldAnswers(db: Kysely<Schema>): Promise<UntoldAnswer[]> {
  const { rows } = await sql<{ id: string; person_id: string; at: Date; place: string | null }>`
    select said.id, asked.person_id, said.at, kept.place
    from human_question_event said
    join human_question_event asked on asked.number = said.number and asked.position = 1
    join person on person.id = asked.person_id
    left join human_question_place kept on kept.number = said.number
    where said.kind in ('answered', 'corrected')
      and not exists (
        select from human_question_event later
        where later.number = said.number and later.position > said.position
      )
      and not exists (select from message m where m.kind = 'answer' and m.about = said.id)
    order by said.at`.execute(db);
  return rows.map(({ id, person_id, at, place }) => ({
    ...{ eventId: id, askerId: person_id, place },
    at: new Date(at).toISOString(),
  }));
}

/** The last day (ISO 8601) on which each person, by id, was sent a message that tells of open questions. */
export async function toldOfQuestions(db: Kysely<Schema>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("message")
    .innerJoin("delivery", "delivery.message_id", "message.id")
    .where("message.kind", "in", ["questions", "reminder"])
    .where("message.person_id", "is not", null)
    .where("delivery.state", "<>", "abandoned")
    .select(({ fn }) => ["message.person_id", fn.max("message.day").as("day")])
    .groupBy("message.person_id")
    .execute();
  return new Map(rows.flatMap(({ person_id, day }) => (person_id === null ? [] : [[person_id, day]])));
}
