import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Absence } from "../domain/absence.ts";
import { holdSubject } from "./advisory-lock.ts";
import { builtOnce } from "./built-once.ts";
import type { Schema } from "./schema.ts";

/** An absence in force, with its id. */
export type StoredAbsence = Absence & { readonly id: string };

/** An absence to record. People are their opaque ids; days are ISO 8601, and `at` an instant. */
export type NewAbsence = {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly delegateId: string | null;
  readonly at: string;
};

/** Holds a person's absences to the end of `trx`: read what decides a new one, and add it, under this lock. */
export async function lockAbsences(trx: Transaction<Schema>, personId: string): Promise<void> {
  await holdSubject(trx, `absences ${personId}`);
}

/** The rows of absences that are not over on `day` (ISO 8601) and not withdrawn, as AbsenceRow. */
export function absencesOn(db: Kysely<Schema>, day: string) {
  return db
    .selectFrom("absence")
    .innerJoin("person", "person.id", "absence.person_id")
    .leftJoin("person as delegate", "delegate.id", "absence.delegate_id")
    .where("absence.withdrawn_at", "is", null)
    .where("absence.to_day", ">=", day)
    .select(["person.email", "absence.from_day", "absence.to_day", "delegate.email as delegate"]);
}

const rowsFrom = builtOnce((db, text: (name: "day") => string) =>
  absencesOn(db, text("day"))
    .orderBy("absence.from_day")
    .orderBy("absence.id")
    .select("absence.id")
    .compile(),
);

/** Absences that are not over on `day` and not withdrawn, of everyone, by their first day. */
export async function absencesFrom(db: Kysely<Schema>, day: Temporal.PlainDate): Promise<StoredAbsence[]> {
  const rows = await rowsFrom(db, { day: day.toString() });
  return rows.map((row) => ({ id: row.id, ...absenceOf(row) }));
}

/** An absence as it is read: its days in ISO 8601. */
export type AbsenceRow = {
  readonly email: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly delegate: string | null;
};

/** A row of `absence`, with the addresses of those it names. */
export function absenceOf({ email, from_day, to_day, delegate }: AbsenceRow): Absence {
  const [from, to] = [Temporal.PlainDate.from(from_day), Temporal.PlainDate.from(to_day)];
  return { person: email, from, to, delegate };
}

/** Records an absence and gives its id. The person's lock must be held. */
export async function addAbsence(trx: Transaction<Schema>, absence: NewAbsence): Promise<string> {
  const { personId: person_id, from: from_day, to: to_day, delegateId: delegate_id, at } = absence;
  const row = { id: randomUUID(), person_id, from_day, to_day, delegate_id, at };
  await trx.insertInto("absence").values(row).execute();
  return row.id;
}

/** Withdraws an absence; its row stays, with the moment. */
export async function withdrawAbsence(trx: Transaction<Schema>, id: string, at: string): Promise<void> {
  await trx.updateTable("absence").set({ withdrawn_at: at }).where("id", "=", id).execute();
}
