import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { headsOf } from "../../src/domain/chain-head.ts";
import { decimal } from "../../src/domain/decimal.ts";
import { applyPlan, nothingKnown, readPlan } from "../../src/store/apply-plan.ts";
import { hashOf } from "../../src/store/chain.ts";
import type { Store } from "../../src/store/database.ts";
import {
  lastHeads,
  lockDigests,
  type PostedDigest,
  postedBefore,
  postedDigest,
  recordDigest,
} from "../../src/store/digests.ts";
import { allEntries, entriesOfIndicator, verifyEntries } from "../../src/store/entries.ts";
import { codeOf } from "../../src/store/errors.ts";
import type { Schema } from "../../src/store/schema.ts";
import { shippedPlan } from "../support/cairn.ts";
import { runScript } from "../support/children.ts";
import { engines, freshPostgresDatabase, freshStore, openPostgres } from "../support/databases.ts";
import { record } from "../support/entries.ts";

const day = { "2026-08": "2026-09-01", "2026-09": "2026-10-01", "2026-10": "2026-11-02" } as const;

/** Posts a month with the heads of what is recorded. */
async function post(
  store: Store,
  month: keyof typeof day,
  changes: Partial<PostedDigest> = {},
): Promise<PostedDigest> {
  const heads = headsOf(await allEntries(store.db));
  const said = { data: { z: [1.5, null, "é"], a: true }, text: "Le point", chart: { title: "x" } };
  const postedAt = `${day[month]}T07:00:00.000Z`;
  return await store.db.transaction().execute(async (trx) => {
    await lockDigests(trx);
    const digest = { month, postedAt, language: "fr", heads, ...said, ...changes } as const;
    const message = { day: day[month], card: { title: "x", blocks: [] }, enqueue: async () => undefined };
    return await recordDigest(trx, digest, message);
  });
}

describe.each(engines)("posted digests on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await record(store);
    await post(store, "2026-08");
    await post(store, "2026-10", { text: "Un autre" });
  });
  afterAll(() => store.close());

  it("come back as they were recorded", async () => {
    const [entry] = await allEntries(store.db);
    expect(await postedDigest(store.db, "2026-08")).toEqual({
      ...{ month: "2026-08", postedAt: "2026-09-01T07:00:00.000Z", language: "fr", text: "Le point" },
      data: { z: [1.5, null, "é"], a: true },
      chart: { title: "x" },
      heads: [{ indicator: "electricite", count: 1, hash: entry?.hash, period: "2026-T3", revision: 1 }],
    });
    expect(await postedDigest(store.db, "2026-09")).toBeNull();
  });

  it.each([
    ["2026-08", "2026-12-01T00:00:00.000Z", null],
    ["2026-09", "2026-12-01T00:00:00.000Z", "2026-09-01T07:00:00.000Z"],
    ["2026-10", "2026-12-01T00:00:00.000Z", "2026-09-01T07:00:00.000Z"],
    ["2026-11", "2026-12-01T00:00:00.000Z", "2026-11-02T07:00:00.000Z"],
    ["2026-11", "2026-10-01T00:00:00.000Z", "2026-09-01T07:00:00.000Z"],
    ["2026-11", "2026-08-01T00:00:00.000Z", null],
  ] as const)("before %s, by %s, the last was posted at %s", async (month, instant, expected) => {
    expect(await postedBefore(store.db, month, instant)).toBe(expected);
  });

  it("a month is posted once, and its message leaves the ledger with it", async () => {
    await expect(post(store, "2026-08")).rejects.toMatchObject({ code: "23505" });
    const messages = await store.db.selectFrom("message").selectAll().orderBy("day").execute();
    expect(messages.map(({ kind, day, person_id, stage }) => [kind, day, person_id, stage])).toEqual([
      ["digest", "2026-09-01", null, null],
      ["digest", "2026-11-02", null, null],
    ]);
  });

  it("the ledger takes no reminder without a reader, and no second digest of a day", async () => {
    const insert = (kind: string, on: string) =>
      sql`insert into message (id, kind, day, cc, items, copies, created_at) values (gen_random_uuid(), ${kind}, ${on}, '[]', '[]', '[]', now())`.execute(
        store.db,
      );
    await expect(insert("reminder", "2026-12-01")).rejects.toMatchObject({ code: "23514" });
    await expect(insert("digest", "2026-11-02")).rejects.toMatchObject({ code: "23505" });
  });

  it.each(["2026-13", "2026-9", "26-09", "2026-09-01"])("“%s” is no month", async (month) => {
    const copy = sql`insert into digest select ${month}, posted_at, language, data, text, heads, chart from digest limit 1`;
    await expect(copy.execute(store.db)).rejects.toMatchObject({ code: "23514" });
  });

  describe.each(["origin", "replica", "local"])(
    "are never changed (session_replication_role = %s)",
    (role) => {
      it.each([
        "update digest set text = 'x'",
        "delete from digest where month = '2026-08'",
        "truncate digest",
        "update project set name = 'x'",
        "delete from project",
        "truncate project",
      ])("%s", async (statement) => {
        const error: unknown = await store.db
          .transaction()
          .execute(async (trx) => {
            await sql`insert into project values (1, 1, 'Forêt', 12, 300, 2026, null, null, null, null, 'p', 'terminal', now())`.execute(
              trx,
            );
            await sql`set local session_replication_role = ${sql.lit(role)}`.execute(trx);
            await sql.raw(statement).execute(trx);
          })
          .catch((reason: unknown) => reason);
        expect(codeOf(error)).toBe("23001");
      });
    },
  );
});

/** Runs `tamper` as someone who owns the database can, verifies, and undoes it all. */
async function verifiedAfter(store: Store, tamper: (trx: Transaction<Schema>) => Promise<unknown>) {
  const trx = await store.db.startTransaction().execute();
  try {
    await sql`alter table entry disable trigger all`.execute(trx);
    await tamper(trx);
    return await verifyEntries(trx);
  } finally {
    await trx.rollback().execute();
  }
}

describe.each(engines)("verification against the last digest on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await record(store, { period: "2026-T1" });
    await post(store, "2026-08");
    await record(store, { period: "2026-T2" });
    await record(store, { period: "2026-T1", kind: "correct", reason: "virgule", value: decimal(9) });
    await record(store, { indicator: "eau", period: "2026-T1", unit: "m3" });
    await post(store, "2026-09");
    await record(store, { period: "2026-T3" });
  });
  afterAll(() => store.close());

  const remove = (where: string) => (trx: Transaction<Schema>) =>
    sql`delete from entry where ${sql.raw(where)}`.execute(trx);

  it("untouched chains go through its heads", async () => {
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 5, broken: null });
    expect((await lastHeads(store.db)).map(({ indicator, count }) => [indicator, count])).toEqual([
      ["eau", 1],
      ["electricite", 3],
    ]);
  });

  it.each([
    ["its last revision", "position >= 3 and indicator = 'electricite'", "electricite", "2026-T1", 2],
    ["its last two", "position >= 2 and indicator = 'electricite'", "electricite", "2026-T1", 2],
    ["all of it", "indicator = 'eau'", "eau", "2026-T1", 1],
  ])(
    "a chain that lost %s is broken at its last known revision",
    async (_, where, indicator, period, revision) => {
      expect(await verifiedAfter(store, remove(where))).toMatchObject({
        ok: false,
        broken: { indicator, period, revision },
      });
    },
  );

  it("a revision removed and another sealed in its place is named", async () => {
    const tampered = await verifiedAfter(store, async (trx) => {
      await remove("position >= 3 and indicator = 'electricite'")(trx);
      const [, second] = await entriesOfIndicator(trx, "electricite");
      if (second === undefined) throw new Error("there is a second entry");
      const forged = { ...second, period: "2026-T4", position: 3 } as const;
      const hash = hashOf(forged, second.hash);
      await sql`insert into entry select indicator, '2026-T4', revision, 3, value, unit, typed, note, reason, kind, person_id, platform, at, ${second.hash}, ${hash} from entry where indicator = 'electricite' and position = 2`.execute(
        trx,
      );
    });
    expect(tampered).toMatchObject({
      ok: false,
      broken: { indicator: "electricite", period: "2026-T4", revision: 1 },
    });
  });

  it("a revision that no digest has seen yet leaves no trace", async () => {
    expect(await verifiedAfter(store, remove("position = 4 and indicator = 'electricite'"))).toEqual({
      ok: true,
      entries: 4,
      broken: null,
    });
  });
});

describe("several processes that post a month at once on PostgreSQL", () => {
  it("one posts it, the others get the frozen copy", async () => {
    const { url, drop } = await freshPostgresDatabase("migrated");
    onTestFinished(drop);
    const store = await openPostgres(url);
    onTestFinished(() => store.close());
    const reading = await readPlan(shippedPlan, nothingKnown);
    if (!reading.ok) throw new Error("The shipped plan is broken.");
    await applyPlan(store.db, reading.value, { by: "test", at: "2026-01-01T00:00:00.000Z", dryRun: false });
    const children = Array.from({ length: 3 }, () =>
      runScript("digest-child", url, "2026-09", "2026-10-01T07:00:00Z"),
    );
    await Promise.all(children.map((child) => child.line("open")));
    for (const child of children) child.endInput();
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0]);
    expect(children.map(({ stdout }) => stdout.at(-1)).sort()).toEqual(["already", "already", "posted"]);
    const kept = await store.db.selectFrom("digest").select("month").execute();
    const messages = await store.db.selectFrom("message").select(["kind", "day"]).execute();
    expect([kept, messages]).toEqual([[{ month: "2026-09" }], [{ kind: "digest", day: "2026-10-01" }]]);
  });
});
