import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { askerOf } from "../../src/store/asker.ts";
import type { Store } from "../../src/store/database.ts";
import { entriesOfIndicator } from "../../src/store/entries.ts";
import { engines, freshStore } from "../support/databases.ts";
import { record } from "../support/entries.ts";

const who = { email: "energie@cluster.example", day: "2026-10-04" };

describe.each(engines)("what an indicator holds, read with who asks, on %s", (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await freshStore(engine);
  });
  afterEach(() => store.close());

  it("is what it is when read alone, to the last digit and sign, in the order recorded", async () => {
    await record(store, { period: "2026-T3", value: decimal("12345678901234567890.123456") });
    await record(store, { period: "2025", value: decimal("0.1"), at: "2026-10-05T23:59:59.999Z" });
    const corrected = { kind: "correct", revision: 2, reason: "faute" } as const;
    await record(store, { ...corrected, value: decimal("3.000001"), note: 'un "mot" \\ 🏔 \u2028 élu' });
    await record(store, { period: "2024-T1", kind: "cancel", value: null, reason: "erreur" });
    await record(store, { indicator: "eau" });
    const { held } = await askerOf(store.db, who, "electricite");
    expect(held.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(held).toEqual(await entriesOfIndicator(store.db, "electricite"));
  });

  it("is nothing where nothing was recorded, or where no indicator is named", async () => {
    await record(store, { indicator: "eau" });
    expect((await askerOf(store.db, who, "electricite")).held).toEqual([]);
    expect((await askerOf(store.db, who)).held).toEqual([]);
  });
});
