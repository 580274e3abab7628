import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Store } from "../../src/store/database.ts";
import {
  appendAtOnce,
  appendEntries,
  entriesForRequest,
  entriesOfIndicator,
  lockIndicator,
  verifyEntries,
} from "../../src/store/entries.ts";
import {
  type Engine,
  engines,
  freshPostgresDatabase,
  freshStore,
  openPostgres,
} from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, opening } from "../support/delivery-bot.ts";
import { newEntry, record } from "../support/entries.ts";

const alone = { request: null, quarters: [] };
const digest = "a".repeat(64);

describe.each(engines)("a figure appended in one statement on %s", (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await freshStore(engine);
  });
  afterEach(() => store.close());

  const held = () => entriesOfIndicator(store.db, "electricite");

  it("is sealed after those read, as it is given back, and the chain holds", async () => {
    await record(store, {});
    const note = "relevé «A»\n\t'\"\\";
    const changes = { period: "2026-T1", value: null, kind: "cancel", reason: "erreur", note } as const;
    const appended = await appendAtOnce(store.db, newEntry(changes), await held(), alone);
    expect((await held()).at(-1)).toEqual(appended);
    expect(appended).toMatchObject({ position: 2, value: null, note });
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 2, broken: null });
  });

  it("keeps the request that wrote it, and is not written for that request again", async () => {
    const asked = { request: digest, quarters: [] };
    const first = await appendAtOnce(store.db, newEntry({}), [], asked);
    expect((await entriesForRequest(store.db, "electricite", digest)).written).toEqual(first);
    expect(await appendAtOnce(store.db, newEntry({ period: "2026-T1" }), await held(), asked)).toBeNull();
    expect(await held()).toEqual([first]);
  });

  it("is not written where the indicator holds more than was read: null, and nothing of its request is kept", async () => {
    const before = await held();
    const recorded = await record(store, {});
    const late = await appendAtOnce(store.db, newEntry({}), before, { request: digest, quarters: [] });
    expect(late).toBeNull();
    expect(await held()).toEqual([recorded]);
    expect(await store.db.selectFrom("request").select("key").execute()).toEqual([]);
  });

  it("of ten at once after the same reading, one is written", async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        appendAtOnce(store.db, newEntry({ value: decimal(index) }), [], alone),
      ),
    );
    expect(all.filter((entry) => entry !== null)).toEqual(await held());
    expect(await held()).toHaveLength(1);
  });
});

describe("a figure appended in one statement while an import holds its indicator", () => {
  it("waits for it, and is then not written over what it wrote", async () => {
    const { url, drop } = await freshPostgresDatabase("migrated");
    const [importing, writing] = await Promise.all([openPostgres(url), openPostgres(url)]);
    const late = await importing.db.transaction().execute(async (trx) => {
      await lockIndicator(trx, "electricite");
      const waiting = appendAtOnce(writing.db, newEntry({ value: decimal(2) }), [], alone);
      await expect.poll(async () => await waitingLocks(importing)).toBe(1);
      await appendEntries(trx, [newEntry({ value: decimal(1) })]);
      return { waiting };
    });
    expect(await late.waiting).toBeNull();
    expect(
      (await entriesOfIndicator(writing.db, "electricite")).map(({ value }) => value?.toString()),
    ).toEqual(["1"]);
    await Promise.all([importing.close(), writing.close()]);
    await drop();
  });
});

/** How many statements wait for an advisory lock. */
async function waitingLocks({ db }: Store): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_locks
    where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

describe.each(engines)("a figure that a reminder still to be sent asks for, on %s", (engine: Engine) => {
  let bot: DeliveryBot;
  beforeEach(async () => {
    bot = await deliveryBot(engine);
  });
  afterEach(() => bot.close());

  it("is not appended in one statement: the reminder changes in its transaction", async () => {
    const { db } = bot.test.store;
    bot.at = opening;
    await bot.tick();
    const entry = newEntry({ indicator: "electricite", period: "2026-T3" });
    const asked = { request: digest, quarters: ["2026-T3"] as const };
    expect(await appendAtOnce(db, entry, [], asked)).toBeNull();
    expect(await db.selectFrom("request").select("key").execute()).toEqual([]);
    expect(await appendAtOnce(db, entry, [], { ...asked, quarters: ["2026-T2"] })).toMatchObject({
      position: 1,
    });
  });
});
