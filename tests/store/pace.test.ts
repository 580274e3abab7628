import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { leaveAlone, reserve } from "../../src/store/pace.ts";
import { engines, freshStore } from "../support/databases.ts";

describe.each(engines)("the pace on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  const hour = 3_600_000;

  /** Turns asked for at once, in whole hours to wait: the seconds that pass meanwhile do not count. */
  const turns = async (subject: string, count: number, mostMs: number) => {
    const asked = Array.from({ length: count }, () =>
      reserve(store.db, [{ subject, intervalMs: hour }], mostMs),
    );
    const waits = await Promise.all(asked);
    return waits.map((ms) => (ms === null ? null : Math.round(ms / hour))).toSorted();
  };

  it("each turn comes one interval after the one before, whoever asks", async () => {
    expect(await turns("slack:C1", 4, 10 * hour)).toEqual([0, 1, 2, 3]);
    expect(await turns("slack:C2", 1, 10 * hour)).toEqual([0]);
  });

  it("a turn that is too far off is not reserved", async () => {
    expect(await turns("slack:C3", 5, 1.5 * hour)).toEqual([0, 1, null, null, null]);
    expect(await turns("slack:C3", 1, 10 * hour)).toEqual([2]);
  });

  it("of several paces, the slowest counts, and none is reserved without the others", async () => {
    const both = [
      { subject: "teams", intervalMs: hour },
      { subject: "slack:C3", intervalMs: hour },
    ];
    expect(await reserve(store.db, both, hour)).toBeNull();
    expect(await turns("teams", 1, 10 * hour)).toEqual([0]);
  });

  it("what asked to be left alone is, and an interval of nothing waits for nothing", async () => {
    await leaveAlone(store.db, "slack", 2 * hour);
    expect(await turns("slack", 1, 10 * hour)).toEqual([2]);
    expect(await reserve(store.db, [{ subject: "slack", intervalMs: 0 }], 0)).toBe(0);
  });
});
