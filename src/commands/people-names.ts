import type { Kysely } from "kysely";
import { people } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";

/** Gives a person's name from their opaque id; null once they are erased. */
export async function peopleNames(db: Kysely<Schema>): Promise<(personId: string) => string | null> {
  const names = new Map((await people(db)).map(({ id, name }) => [id, name]));
  return (personId) => names.get(personId) ?? null;
}
