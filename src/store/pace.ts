import { type Kysely, sql } from "kysely";
import { fromNow } from "./deliveries.ts";
import type { Schema } from "./schema.ts";

/** How often something may be written to: no sooner than `intervalMs` after the time before. */
export type Pace = { readonly subject: string; readonly intervalMs: number };

/**
 * Reserves the next turns of several subjects at once, for all processes together, and gives how long to wait for
 * the last of them, in ms. Null, and nothing is reserved, when that is more than `mostMs`. Subjects are always
 * asked for in the same order: two processes never wait for each other.
 */
export async function reserve(
  db: Kysely<Schema>,
  paces: readonly Pace[],
  mostMs: number,
): Promise<number | null> {
  const asked = paces.filter(({ intervalMs }) => intervalMs > 0);
  if (asked.length === 0) return 0;
  return await db
    .transaction()
    .execute(async (trx) => {
      let waitMs = 0;
      for (const { subject, intervalMs } of asked) {
        const { rows } = await sql<{ wait_ms: number }>`
        insert into pace as known (subject, free_at) values (${subject}, ${fromNow(intervalMs)})
        on conflict (subject) do update
        set free_at = greatest(known.free_at, clock_timestamp()) + make_interval(secs => ${intervalMs / 1000}::double precision)
        returning (extract(epoch from known.free_at - clock_timestamp()) * 1000)::double precision - ${intervalMs}::double precision as wait_ms`.execute(
          trx,
        );
        waitMs = Math.max(waitMs, rows[0]?.wait_ms ?? 0);
      }
      if (waitMs > mostMs) throw new TooLong(waitMs);
      return waitMs;
    })
    .catch((error: unknown) => {
      if (error instanceof TooLong) return null;
      throw error;
    });
}

/** Undoes the reservation. */
class TooLong extends Error {
  override readonly name = "TooLong";
  constructor(waitMs: number) {
    super(`${waitMs} ms to wait`);
  }
}

/** Leaves a subject alone for that long: the platform said so. */
export async function leaveAlone(db: Kysely<Schema>, subject: string, forMs: number): Promise<void> {
  await sql`
    insert into pace as known (subject, free_at) values (${subject}, ${fromNow(forMs)})
    on conflict (subject) do update set free_at = greatest(known.free_at, excluded.free_at)`.execute(db);
}
