import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Quarter } from "../../src/domain/period.ts";
import type { Store } from "../../src/store/database.ts";
import {
  appendEntries,
  entriesOfIndicator,
  lockIndicator,
  lockIndicators,
  verifyEntries,
} from "../../src/store/entries.ts";
import { addFactorVersion } from "../../src/store/factors.ts";
import { ensurePerson, people } from "../../src/store/people.ts";
import { planVersion, savePlan } from "../../src/store/plans.ts";
import { engines, freshPostgresDatabase, freshStore, openPostgres } from "../support/databases.ts";
import { newEntry, record } from "../support/entries.ts";
import { newFactor } from "../support/factors.ts";

/** Submits a figure as a command does: looks under the lock, and records only what is not there. */
function submitOnce(store: Store, indicator: string): Promise<"recorded" | "duplicate"> {
  return store.db.transaction().execute(async (trx) => {
    await lockIndicator(trx, indicator);
    if ((await entriesOfIndicator(trx, indicator)).length > 0) return "duplicate";
    await appendEntries(trx, [newEntry({ indicator })]);
    return "recorded";
  });
}

describe.each(engines)("several writers at once on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  it("appends to one indicator make a chain without a gap", async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const period: Quarter = index % 2 === 0 ? "2026-T1" : "2026-T2";
        return record(store, { period, value: decimal(index) });
      }),
    );
    const entries = await entriesOfIndicator(store.db, "electricite");
    const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    const revisions = (period: Quarter) =>
      entries.filter((entry) => entry.period === period).map((entry) => entry.revision);
    expect(entries.map((entry) => entry.position)).toEqual(upTo(40));
    expect(revisions("2026-T1")).toEqual(upTo(20));
    expect(revisions("2026-T2")).toEqual(upTo(20));
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 40, broken: null });
  });

  it("of one submission sent ten times, one is recorded", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => submitOnce(store, "double")));
    expect(outcomes.toSorted()).toEqual([...Array(9).fill("duplicate"), "recorded"]);
    expect(await entriesOfIndicator(store.db, "double")).toHaveLength(1);
  });

  it("one plan, one person and one factor made known ten times are one of each", async () => {
    const plan = { content: {}, digest: "d", by: "operator", at: "2026-10-01T00:00:00Z" };
    const person = { email: "energie@cluster.example", name: "Énergie", language: null };
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        store.db.transaction().execute(async (trx) => ({
          plan: await savePlan(trx, plan),
          person: (await ensurePerson(trx, person)).id,
          factor: await addFactorVersion(trx, newFactor()),
        })),
      ),
    );
    const [known] = await people(store.db);
    const ids = { plan: await planVersion(store.db), person: known?.id };
    expect(all.map(({ plan: id, person: personId }) => ({ plan: id, person: personId }))).toEqual(
      Array(10).fill(ids),
    );
    expect(all.map(({ factor }) => factor).toSorted()).toEqual(["added", ...Array(9).fill("same")]);
  });
});

describe("several pools on PostgreSQL", () => {
  let pools: Store[];
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const { url, drop: dropDatabase } = await freshPostgresDatabase("migrated");
    drop = dropDatabase;
    pools = await Promise.all([openPostgres(url), openPostgres(url), openPostgres(url)]);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.close()));
    await drop();
  });

  it("appends from all of them make a chain without a gap", async () => {
    const writers = pools.flatMap((pool) =>
      Array.from({ length: 20 }, () => record(pool, { indicator: "commun" })),
    );
    const positions = (await Promise.all(writers)).map(({ position }) => position);
    expect(positions.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    for (const pool of pools) {
      expect(await verifyEntries(pool.db)).toEqual({ ok: true, entries: 60, broken: null });
    }
  });

  it("bulk recordings that name the same indicators in opposite orders all succeed", async () => {
    const indicators = ["a", "b", "c", "d"];
    const bulk = (pool: Store, order: string[]) =>
      pool.db.transaction().execute(async (trx) => {
        await lockIndicators(trx, order);
        return appendEntries(
          trx,
          order.map((indicator) => newEntry({ indicator, kind: "import" })),
        );
      });
    const runs = pools.flatMap((pool) => [bulk(pool, indicators), bulk(pool, indicators.toReversed())]);
    await Promise.all(runs);
    const [pool] = pools;
    expect((pool && (await entriesOfIndicator(pool.db, "c")))?.map(({ revision }) => revision)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it("even without the lock, the database refuses a second row of one revision", async () => {
    const [one, other] = pools;
    if (one === undefined || other === undefined) throw new Error("there are three pools");
    const entry = newEntry({ indicator: "sans-verrou" });
    // Repeatable read fixes what the second sees at its first query: before the first has committed.
    const second = await other.db.startTransaction().setIsolationLevel("repeatable read").execute();
    await entriesOfIndicator(second, entry.indicator);
    await one.db.transaction().execute((trx) => appendEntries(trx, [entry]));
    await expect(appendEntries(second, [entry])).rejects.toMatchObject({ code: "23505" });
    await second.rollback().execute();
    expect(await entriesOfIndicator(one.db, "sans-verrou")).toHaveLength(1);
  });
});
