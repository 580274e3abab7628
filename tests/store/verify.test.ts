import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { hashOf } from "../../src/store/chain.ts";
import type { Store } from "../../src/store/database.ts";
import { chainHeads, entriesOfIndicator, verifyEntries } from "../../src/store/entries.ts";
import type { Schema } from "../../src/store/schema.ts";
import { engines, freshStore } from "../support/databases.ts";
import { record } from "../support/entries.ts";

/** electricite: T1, T2, T1 corrected, T3; eau: T1, T2. */
async function recordTwoChains(store: Store): Promise<void> {
  await record(store, { period: "2026-T1", note: "compteur A" });
  await record(store, { period: "2026-T2", value: decimal("20"), typed: "20" });
  await record(store, {
    period: "2026-T1",
    value: decimal("11"),
    kind: "correct",
    reason: "virgule oubliée",
  });
  await record(store, { period: "2026-T3", value: decimal("30"), typed: "30" });
  await record(store, { indicator: "eau", period: "2026-T1", unit: "m3" });
  await record(store, { indicator: "eau", period: "2026-T2", unit: "m3" });
}

const second = "indicator = 'electricite' and position = 2";
const secondEntry = { indicator: "electricite", period: "2026-T2", revision: 1 } as const;
const thirdEntry = { indicator: "electricite", period: "2026-T1", revision: 2 } as const;

const tamperings = [
  ["a value", `update entry set value = value + 0.001 where ${second}`, secondEntry],
  [
    "a value withdrawn",
    `update entry set value = null, kind = 'cancel', reason = '' where ${second}`,
    secondEntry,
  ],
  ["what was typed", `update entry set typed = '21' where ${second}`, secondEntry],
  ["a unit", `update entry set unit = 'MWh' where ${second}`, secondEntry],
  ["a note added", `update entry set note = '' where ${second}`, secondEntry],
  ["a reason added", `update entry set reason = 'x' where ${second}`, secondEntry],
  ["a kind", `update entry set kind = 'import' where ${second}`, secondEntry],
  ["a person", `update entry set person_id = 'x' where ${second}`, secondEntry],
  ["a platform", `update entry set platform = 'slack' where ${second}`, secondEntry],
  ["a moment", `update entry set at = at + interval '1 ms' where ${second}`, secondEntry],
  ["a revision number", `update entry set revision = 7 where ${second}`, { ...secondEntry, revision: 7 }],
  ["a period", `update entry set period = '2025-T2' where ${second}`, { ...secondEntry, period: "2025-T2" }],
  ["a forged hash", `update entry set hash = repeat('a', 64) where ${second}`, secondEntry],
  ["a forged previous hash", `update entry set previous_hash = repeat('a', 64) where ${second}`, secondEntry],
  ["a removed middle entry", `delete from entry where ${second}`, thirdEntry],
  [
    "a removed first entry",
    "delete from entry where indicator = 'electricite' and position = 1",
    secondEntry,
  ],
  [
    "a note of the other indicator",
    "update entry set note = 'x' where indicator = 'eau' and position = 1",
    { indicator: "eau", period: "2026-T1", revision: 1 },
  ],
  [
    "two figures swapped",
    `update entry set value = 50 - value, typed = (50 - value)::text
     where indicator = 'electricite' and position in (2, 4)`,
    secondEntry,
  ],
  [
    "two places swapped",
    `update entry set position = 99 where ${second};
     update entry set position = 2 where indicator = 'electricite' and position = 4;
     update entry set position = 4 where indicator = 'electricite' and position = 99`,
    { indicator: "electricite", period: "2026-T3", revision: 1 },
  ],
] as const;

/** Runs `tamper` as someone who owns the database can, looks, and undoes it all. */
async function afterTampering<T>(
  store: Store,
  tamper: (trx: Transaction<Schema>) => Promise<unknown>,
  look: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const trx = await store.db.startTransaction().execute();
  try {
    await sql`alter table entry disable trigger all`.execute(trx);
    await tamper(trx);
    return await look(trx);
  } finally {
    await trx.rollback().execute();
  }
}

describe.each(engines)("verification on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await recordTwoChains(store);
  });
  afterAll(() => store.close());

  it("finds untouched chains whole", async () => {
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 6, broken: null });
  });

  it.each(tamperings)("names the link broken by %s", async (_, statements, broken) => {
    const run = async (trx: Transaction<Schema>) => {
      for (const statement of statements.split(";")) await sql.raw(statement).execute(trx);
    };
    expect(await afterTampering(store, run, verifyEntries)).toMatchObject({ ok: false, broken });
  });

  it("names the entry after one changed and sealed again", async () => {
    const reseal = async (trx: Transaction<Schema>) => {
      const [, entry] = await entriesOfIndicator(trx, "electricite");
      if (entry === undefined) throw new Error("there is a second entry");
      const hash = hashOf({ ...entry, value: decimal("21") }, entry.previousHash);
      await sql`update entry set value = 21, hash = ${hash} where ${sql.raw(second)}`.execute(trx);
    };
    expect(await afterTampering(store, reseal, verifyEntries)).toEqual({
      ok: false,
      entries: 6,
      broken: thirdEntry,
    });
  });

  it("sees a removed last entry only in the heads, which digests keep", async () => {
    const heads = await chainHeads(store.db);
    const removed = sql`delete from entry where indicator = 'electricite' and position = 4`;
    const look = async (trx: Transaction<Schema>) => ({
      verification: await verifyEntries(trx),
      heads: await chainHeads(trx),
    });
    const seen = await afterTampering(store, (trx) => removed.execute(trx), look);
    const electricite = await entriesOfIndicator(store.db, "electricite");
    expect(seen.verification).toEqual({ ok: true, entries: 5, broken: null });
    expect(heads).toEqual([
      { indicator: "eau", count: 2, hash: (await entriesOfIndicator(store.db, "eau"))[1]?.hash },
      { indicator: "electricite", count: 4, hash: electricite[3]?.hash },
    ]);
    expect(seen.heads).toEqual([
      heads[0],
      { indicator: "electricite", count: 3, hash: electricite[2]?.hash },
    ]);
  });
});
