import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtOnce } from "../../src/store/built-once.ts";
import type { Store } from "../../src/store/database.ts";
import { appendEntries } from "../../src/store/entries.ts";
import { engines, freshStore } from "../support/databases.ts";
import { newEntry, record } from "../support/entries.ts";

let built = 0;
/** The quarters of an indicator's figures given, and no others, typed so or in that unit. */
const quartersOf = builtOnce((db, value: (name: "indicator" | "said") => string) => {
  built += 1;
  return db
    .selectFrom("entry")
    .select("period")
    .where("kind", "=", "submit")
    .where("indicator", "=", value("indicator"))
    .where((is) => is.or([is("typed", "=", value("said")), is("unit", "=", value("said"))]))
    .orderBy("period")
    .compile();
});

/** How many figures each of those indicators has. */
const countOf = builtOnce((db, value: (name: "indicators") => string) =>
  sql<{ indicator: string; figures: number }>`
    select indicator, count(*)::integer as figures from entry
    where indicator = any(${value("indicators")}::text[]) group by indicator order by indicator`.compile(db),
);

describe.each(engines)("a query built once on %s", (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await freshStore(engine);
  });
  afterEach(() => store.close());

  it("is asked with the texts of each call, at once or in turn, and with what never changes", async () => {
    await record(store, { indicator: "eau", period: "2026-T1", typed: "12" });
    await record(store, { indicator: "eau", period: "2026-T2", typed: "15" });
    await record(store, { indicator: "electricite", period: "2026-T1" });
    const asked = await Promise.all([
      quartersOf(store.db, { indicator: "eau", said: "kWh" }),
      quartersOf(store.db, { indicator: "eau", said: "15" }),
      quartersOf(store.db, { indicator: "electricite", said: "kWh" }),
      quartersOf(store.db, { indicator: "l'eau' or true --", said: "kWh" }),
    ]);
    expect(asked).toEqual([
      [{ period: "2026-T1" }, { period: "2026-T2" }],
      [{ period: "2026-T2" }],
      [{ period: "2026-T1" }],
      [],
    ]);
    expect(built).toBe(1);
  });

  it("is asked with lists, of any length", async () => {
    await record(store, { indicator: "eau", period: "2026-T1" });
    await record(store, { indicator: "eau", period: "2026-T2" });
    await record(store, { indicator: "electricite", period: "2026-T1" });
    expect(await countOf(store.db, { indicators: ["eau"] })).toEqual([{ indicator: "eau", figures: 2 }]);
    expect(await countOf(store.db, { indicators: [] })).toEqual([]);
    expect(await countOf(store.db, { indicators: ["electricite", "eau", 'l"eau, {gaz}'] })).toEqual([
      { indicator: "eau", figures: 2 },
      { indicator: "electricite", figures: 1 },
    ]);
  });

  it("is asked within a transaction, and sees what it wrote", async () => {
    await store.db.transaction().execute(async (trx) => {
      await appendEntries(trx, [newEntry({ indicator: "eau" })]);
      expect(await quartersOf(trx, { indicator: "eau", said: "kWh" })).toEqual([{ period: "2026-T3" }]);
    });
  });
});
