import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import type { Entry } from "../../src/domain/entry.ts";
import type { Quarter } from "../../src/domain/period.ts";
import { hashOf } from "../../src/store/chain.ts";
import type { Store } from "../../src/store/database.ts";
import {
  allEntries,
  appendEntries,
  entriesByPeriods,
  entriesOfIndicator,
  lockIndicators,
  verifyEntries,
} from "../../src/store/entries.ts";
import { engines, freshStore } from "../support/databases.ts";
import { newEntry, record } from "../support/entries.ts";

const places = (entries: readonly Entry[]) =>
  entries.map(({ indicator, period, revision, position }) => [indicator, period, revision, position]);

describe.each(engines)("entries on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  it("an entry comes back as it was recorded, sealed", async () => {
    const changes = { indicator: "gaz", note: "relevé «A»\n\t'\"\\", at: "2026-10-05T10:30:00.123+02:00" };
    const recorded = await record(store, changes);
    const fields = { ...newEntry(changes), at: "2026-10-05T08:30:00.123Z", revision: 1, position: 1 };
    const expected = { ...fields, previousHash: null, hash: hashOf(fields, null) };
    expect(recorded).toEqual(expected);
    expect(await entriesOfIndicator(store.db, "gaz")).toEqual([expected]);
  });

  it("a correction is a new revision, a withdrawal one more, and a new figure after it one more", async () => {
    const period = "2026-T2";
    const first = await record(store, { indicator: "papier", period });
    await record(store, { indicator: "papier", period: "2026-T1" });
    const corrected = await record(store, { indicator: "papier", period, kind: "correct", reason: "double" });
    const none = { value: null, kind: "cancel", reason: "erreur" } as const;
    const cancelled = await record(store, { indicator: "papier", period, ...none });
    const again = await record(store, { indicator: "papier", period });
    expect(places([first, corrected, cancelled, again])).toEqual([
      ["papier", period, 1, 1],
      ["papier", period, 2, 3],
      ["papier", period, 3, 4],
      ["papier", period, 4, 5],
    ]);
    expect((await entriesOfIndicator(store.db, "papier"))[3]).toEqual(cancelled);
    expect(again.previousHash).toBe(cancelled.hash);
  });

  it.each([
    "123456789012345678901234567890",
    "0.123456789012345678901234567891",
    "999999999999999.999999999999999999999999999999",
    "1000000000000000000000000000000000",
    "0",
    "0.1",
  ])("keeps every digit of %s", async (text) => {
    const recorded = await record(store, { indicator: "exact", value: decimal(text) });
    const read = (await entriesOfIndicator(store.db, "exact")).at(-1);
    expect(recorded.value && decimalText(recorded.value)).toBe(text);
    expect(read?.value && decimalText(read.value)).toBe(text);
  });

  it("whatever people type and note, the chain read back is whole", async () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    const anyText = fc.oneof(
      text,
      fc.constantFrom("\0", "a\0b", "\ud800", "x\udc00\ud800y", "é", "e\u0301", "😀"),
    );
    await fc.assert(
      fc.asyncProperty(anyText, fc.option(anyText), fc.option(anyText), async (typed, note, reason) => {
        const recorded = await record(store, { indicator: "textes", typed, note, reason });
        expect((await entriesOfIndicator(store.db, "textes")).at(-1)).toEqual(recorded);
      }),
      { numRuns: 60 },
    );
    expect(await verifyEntries(store.db)).toMatchObject({ ok: true });
  });

  it("what PostgreSQL cannot store becomes U+FFFD, visibly", async () => {
    const { typed, note, reason } = await record(store, {
      indicator: "illisible",
      typed: "1\u00002",
      note: "\ud800",
      reason: "ok 😀",
    });
    expect({ typed, note, reason }).toEqual({ typed: "1\uFFFD2", note: "\uFFFD", reason: "ok 😀" });
  });
});

describe.each(engines)("reading and bulk recording on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    // Collations disagree on the order of these three: the store's order is that of their bytes.
    for (const indicator of ["eau-chaude", "eau", "eauX"]) {
      await record(store, { indicator, period: "2026-T2" });
      await record(store, { indicator, period: "2025-T2" });
      await record(store, { indicator, period: "2025" });
    }
  });
  afterAll(() => store.close());

  it("all entries come by indicator, then as recorded", async () => {
    expect(places(await allEntries(store.db))).toEqual(
      ["eau", "eau-chaude", "eauX"].flatMap((indicator) => [
        [indicator, "2026-T2", 1, 1],
        [indicator, "2025-T2", 1, 2],
        [indicator, "2025", 1, 3],
      ]),
    );
    expect(await entriesByPeriods(store.db)).toEqual(await allEntries(store.db));
  });

  it("entries of some periods are those, of every indicator", async () => {
    expect(places(await entriesByPeriods(store.db, ["2025", "2026-T2", "2024"]))).toEqual(
      ["eau", "eau-chaude", "eauX"].flatMap((indicator) => [
        [indicator, "2026-T2", 1, 1],
        [indicator, "2025", 1, 3],
      ]),
    );
    expect(await entriesByPeriods(store.db, [])).toEqual([]);
  });

  it("an unknown indicator has no entries", async () => {
    expect(await entriesOfIndicator(store.db, "nuage")).toEqual([]);
  });

  it("thousands of rows are chained in one transaction, after what was there", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => {
      const period: Quarter = `${1990 + Math.floor(index / 12)}-T2`;
      return newEntry({ indicator: `vrac-${index % 12}`, period, kind: "import", value: decimal(index) });
    });
    await record(store, { indicator: "vrac-0", period: "1990-T2" });
    const appended = await store.db.transaction().execute(async (trx) => {
      await lockIndicators(
        trx,
        rows.map(({ indicator }) => indicator),
      );
      return appendEntries(trx, rows);
    });
    const read = await entriesOfIndicator(store.db, "vrac-0");
    expect(appended).toHaveLength(3000);
    expect(read.slice(1)).toEqual(appended.filter(({ indicator }) => indicator === "vrac-0"));
    expect(places(read.slice(0, 3))).toEqual([
      ["vrac-0", "1990-T2", 1, 1],
      ["vrac-0", "1990-T2", 2, 2],
      ["vrac-0", "1991-T2", 1, 3],
    ]);
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 3010, broken: null });
  });

  it("a list of nothing records nothing", async () => {
    expect(await store.db.transaction().execute((trx) => appendEntries(trx, []))).toEqual([]);
  });

  it("a transaction that fails leaves nothing, and its positions are used by the next", async () => {
    const failing = store.db.transaction().execute(async (trx) => {
      await appendEntries(trx, [
        newEntry({ indicator: "annulable" }),
        newEntry({ indicator: "annulable", unit: "x" }),
      ]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(places([await record(store, { indicator: "annulable" })])).toEqual([
      ["annulable", "2026-T3", 1, 1],
    ]);
  });
});
