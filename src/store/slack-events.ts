import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Whose an event is: the caller's to answer, answered already, or being answered elsewhere. */
export type EventState = "taken" | "done" | "under_way";

/**
 * Takes an event, unless it is done or another process took it after `staleBefore` (both ISO 8601): one that
 * took it earlier and has not done it died on the way.
 */
export async function takeEvent(
  db: Kysely<Schema>,
  key: string,
  { at, staleBefore }: { readonly at: string; readonly staleBefore: string },
): Promise<EventState> {
  const taken = await db
    .insertInto("slack_event")
    .values({ key, taken_at: at, done_at: null })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ taken_at: at })
        .where("slack_event.done_at", "is", null)
        .where("slack_event.taken_at", "<", new Date(staleBefore)),
    )
    .returning("key")
    .executeTakeFirst();
  if (taken !== undefined) return "taken";
  const row = await db.selectFrom("slack_event").select("done_at").where("key", "=", key).executeTakeFirst();
  return row !== undefined && row.done_at !== null ? "done" : "under_way";
}

/** Says that an event is answered, at that moment (ISO 8601). */
export async function finishEvent(db: Kysely<Schema>, key: string, at: string): Promise<void> {
  await db.updateTable("slack_event").set({ done_at: at }).where("key", "=", key).execute();
}

/** Gives an event back: the next delivery may take it at once. */
export async function releaseEvent(db: Kysely<Schema>, key: string): Promise<void> {
  await db.deleteFrom("slack_event").where("key", "=", key).where("done_at", "is", null).execute();
}

/** Throws away the events taken before that moment (ISO 8601). */
export async function forgetEvents(db: Kysely<Schema>, before: string): Promise<void> {
  await db.deleteFrom("slack_event").where("taken_at", "<", new Date(before)).execute();
}
