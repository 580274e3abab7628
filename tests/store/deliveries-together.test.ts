import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { sendingTogether, sentTogether } from "../../src/store/deliveries-together.ts";
import { inParts, planDeliveries } from "../../src/store/delivery-plan.ts";
import { openDeliveries } from "../../src/store/open-deliveries.ts";
import type { Schema } from "../../src/store/schema.ts";
import { freshStore } from "../support/databases.ts";

const waiting = 3_000;
const batch = 20;

/** So many messages for the channel that wait to be sent. Gives the ids of the first deliveries. */
async function planned(store: Store): Promise<string[]> {
  const empty = { cc: "[]", items: "[]", copies: "[]", stage: null, person_id: null };
  const messages = Array.from({ length: waiting }, () => ({
    ...{ id: randomUUID(), about: randomUUID(), kind: "report", day: "2026-10-01" },
    ...{ ...empty, created_at: "2026-10-01T07:30:00Z" },
  }));
  await store.db.transaction().execute(async (trx) => {
    for (const part of inParts(messages)) await trx.insertInto("message").values(part).execute();
    const deliveries = messages.map(({ id }) => ({ messageId: id, platform: null }));
    await planDeliveries(trx, deliveries, async () => {});
  });
  const rows = await store.db.selectFrom("delivery").select("id").limit(batch).execute();
  return rows.map(({ id }) => id);
}

/** Rows of deliveries, and entries of their indexes, that PostgreSQL has read on this connection of late. */
async function rowsRead(trx: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid))::integer as read
    from (
      select 'delivery'::regclass::oid as oid
      union all select indexrelid from pg_index where indrelid = 'delivery'::regclass
    ) as relations`.execute(trx);
  return rows[0]?.read ?? Number.NaN;
}

describe("a batch among thousands of messages that wait, on PostgreSQL", () => {
  let store: Store;
  let ids: string[];
  beforeEach(async () => {
    store = await freshStore("postgres");
    ids = await planned(store);
  });
  afterEach(() => store.close());

  it.each(["before PostgreSQL has counted the table", "once it has"])(
    "is read, taken and recorded without reading the others, %s",
    async (when) => {
      const { db } = store;
      if (when === "once it has") await sql`analyze delivery`.execute(db);
      const taking = { leaseMs: 9_000, platform: "slack", place: "slack:C1", dropped: [] } as const;
      await db.transaction().execute(async (trx) => {
        const before = await rowsRead(trx);
        const open = await openDeliveries(trx, ids);
        expect(open.map(({ id }) => id).sort()).toEqual([...ids].sort());
        const taken = await sendingTogether(
          trx,
          open.map((turn) => ({ turn, taking: { ...taking, token: randomUUID() } })),
        );
        const sent = taken.flatMap((turn) => (turn === null ? [] : [{ turn, posted: "slack:C1:1" }]));
        expect(await sentTogether(trx, sent)).toEqual(Array.from({ length: batch }, () => true));
        // Each of the three looks the batch up a few times, in the index and in the table.
        expect((await rowsRead(trx)) - before).toBeLessThan(20 * batch);
      });
    },
  );
});
