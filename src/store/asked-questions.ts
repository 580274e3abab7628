import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Where somebody asks: their opaque id, and the platform's conversation. */
export type Place = { readonly personId: string; readonly conversation: string };

/** What was last asked there since that moment (ISO 8601), as it was kept; null when nothing was. */
export async function lastAsked(
  db: Kysely<Schema>,
  { personId, conversation }: Place,
  since: string,
): Promise<unknown> {
  const row = await db
    .selectFrom("asked_question")
    .select("query")
    .where("person_id", "=", personId)
    .where("conversation", "=", conversation)
    .where("at", ">=", new Date(since))
    .executeTakeFirst();
  return row?.query ?? null;
}

/** Keeps what is asked there at that moment (ISO 8601) in the place of what was asked before. */
export async function keepAsked(
  db: Kysely<Schema>,
  { personId, conversation }: Place,
  asked: { readonly query: object; readonly at: string },
): Promise<void> {
  const row = { query: JSON.stringify(asked.query), at: asked.at };
  await db
    .insertInto("asked_question")
    .values({ person_id: personId, conversation, ...row })
    .onConflict((conflict) => conflict.columns(["person_id", "conversation"]).doUpdateSet(row))
    .execute();
}

/** Throws away what was asked before that moment (ISO 8601). */
export async function forgetAsked(db: Kysely<Schema>, before: string): Promise<void> {
  await db.deleteFrom("asked_question").where("at", "<", new Date(before)).execute();
}
