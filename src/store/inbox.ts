import type { Kysely, Selectable } from "kysely";
import type { InboxTable, Schema } from "./schema.ts";

/** A request that was acknowledged and is not answered yet; moments are ISO 8601. */
export type InboxRow = {
  /** What makes two deliveries of it the same. */
  readonly key: string;
  readonly account: string;
  readonly line: string;
  readonly shared: boolean;
  readonly channel: string | null;
  readonly responseUrl: string | null;
  /** Until when `responseUrl` takes an answer. */
  readonly responseUntil: string | null;
  readonly askedAt: string;
};

/** A request whose process stopped renewing it, and how often it was taken over. */
export type AbandonedRow = InboxRow & { readonly attempts: number };

/** Keeps a request for the process that answers it; one that is there already stays as it is. */
export async function keepRequest(db: Kysely<Schema>, row: InboxRow, at: string): Promise<void> {
  const { key, account, line, shared, channel } = row;
  const response = { response_url: row.responseUrl, response_until: row.responseUntil };
  await db
    .insertInto("inbox")
    .values({ key, account, line, shared, channel, ...response, asked_at: row.askedAt, taken_at: at })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

/** Says that the process which answers them is alive. */
export async function renewRequests(db: Kysely<Schema>, keys: readonly string[], at: string): Promise<void> {
  if (keys.length === 0) return;
  await db.updateTable("inbox").set({ taken_at: at }).where("key", "in", keys).execute();
}

/** Takes over requests that nobody has renewed since `staleBefore`, the oldest first; no two processes take one. */
export async function takeAbandoned(
  db: Kysely<Schema>,
  { at, staleBefore, most }: { readonly at: string; readonly staleBefore: string; readonly most: number },
): Promise<AbandonedRow[]> {
  const rows = await db
    .updateTable("inbox")
    .set((set) => ({ taken_at: at, attempts: set("attempts", "+", 1) }))
    .where("key", "in", (select) =>
      select
        .selectFrom("inbox")
        .select("key")
        .where("taken_at", "<", new Date(staleBefore))
        .orderBy("asked_at")
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  return rows.map(rowOf);
}

/** Throws a request away, with the words it holds: it is answered. */
export async function dropRequest(db: Kysely<Schema>, key: string): Promise<void> {
  await db.deleteFrom("inbox").where("key", "=", key).execute();
}

function rowOf(row: Selectable<InboxTable>): AbandonedRow {
  const { key, account, line, shared, channel, attempts } = row;
  return {
    key,
    account,
    line,
    shared,
    channel,
    responseUrl: row.response_url,
    responseUntil: row.response_until?.toISOString() ?? null,
    askedAt: row.asked_at.toISOString(),
    attempts,
  };
}
