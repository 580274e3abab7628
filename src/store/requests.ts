import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Forgets what the requests before that moment (ISO 8601) wrote; the entries stay. */
export async function forgetRequests(db: Kysely<Schema>, before: string): Promise<void> {
  await db.deleteFrom("request").where("at", "<", new Date(before)).execute();
}
