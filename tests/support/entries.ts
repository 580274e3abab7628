import { decimal } from "../../src/domain/decimal.ts";
import type { Entry, NewEntry } from "../../src/domain/entry.ts";
import type { Store } from "../../src/store/database.ts";
import { appendEntries, lockIndicator } from "../../src/store/entries.ts";

/** A first figure as someone would submit it; `changes` say what matters to the test. */
export function newEntry(changes: Partial<NewEntry> = {}): NewEntry {
  return {
    indicator: "electricite",
    period: "2026-T3",
    value: decimal("1234.5"),
    unit: "kWh",
    typed: "1 234,5 kWh",
    note: null,
    reason: null,
    kind: "submit",
    personId: "0b1f4c9e-6a53-4a7f-9d0e-2f8f5b6a7c11",
    platform: "terminal",
    at: "2026-10-05T08:30:00.000Z",
    ...changes,
  };
}

/** Records one entry in its own transaction, under its indicator's lock. */
export function record(store: Pick<Store, "db">, changes: Partial<NewEntry> = {}): Promise<Entry> {
  const entry = newEntry(changes);
  return store.db.transaction().execute(async (trx) => {
    await lockIndicator(trx, entry.indicator);
    const [appended] = await appendEntries(trx, [entry]);
    if (appended === undefined) throw new Error("nothing was appended");
    return appended;
  });
}
