import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { PersonTable, Schema } from "./schema.ts";

/** Someone Cairn knows. The id is opaque, and all that entries keep of them. */
export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Null until chosen: the installation's language then. */
  readonly language: "fr" | "en" | null;
  /** How they write numbers; null until chosen: their language's way then. */
  readonly numberProfile: "fr" | "en" | null;
};

export type NewPerson = Pick<Person, "email" | "name" | "language">;

/** The person with that address, in any case; null when unknown. */
export async function personByEmail(db: Kysely<Schema>, email: string): Promise<Person | null> {
  const row = await db.selectFrom("person").selectAll().where(personNamed(email)).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

/** Everyone known, by address. */
export async function people(db: Kysely<Schema>): Promise<Person[]> {
  const rows = await db.selectFrom("person").selectAll().execute();
  return rows.map(personOf).sort((one, other) => (one.email < other.email ? -1 : 1));
}

/**
 * The person with that address, made known with a new random id if need be. A known person takes
 * the name given, and the language given only while they have chosen none.
 */
export async function ensurePerson(trx: Transaction<Schema>, person: NewPerson): Promise<Person> {
  const known = await personByEmail(trx, person.email);
  if (
    known !== null &&
    known.name === person.name &&
    (known.language ?? person.language) === known.language
  ) {
    return known;
  }
  const row = await trx
    .insertInto("person")
    .values({ ...person, id: randomUUID(), email: normalized(person.email), number_profile: null })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(email)`).doUpdateSet((update) => ({
        name: update.ref("excluded.name"),
        language: update.fn.coalesce("person.language", "excluded.language"),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return personOf(row);
}

/** That a row of `person` has that address, in any case. */
export function personNamed(email: string) {
  return sql<boolean>`lower(person.email) = ${normalized(email)}`;
}

/** An address as addresses are compared. */
export function normalized(email: string): string {
  return email.trim().toLowerCase();
}

/** A row of `person`, as the rest of Cairn knows it. */
export function personOf(row: Omit<Selectable<PersonTable>, "created_at">): Person {
  const { id, email, name, language, number_profile: numberProfile } = row;
  return { id, email, name, language, numberProfile };
}
