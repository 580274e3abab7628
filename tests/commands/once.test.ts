import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetOldEvents, once } from "../../src/commands/once.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const start = Temporal.Instant.from("2026-11-24T09:00:00Z");
const later = (seconds: number) => () => start.add({ seconds });

describe.each(engines)("what is delivered again on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  /** An event, and how often it was answered. */
  function event(key: string) {
    let count = 0;
    const deliver = (at: () => Temporal.Instant, work: () => Promise<void> = async () => undefined) =>
      once(test.cairn, key, at, async () => {
        count += 1;
        await work();
      });
    return { deliver, count: () => count };
  }

  it("is answered once, however many ask at the same time", async () => {
    const { deliver, count } = event("at once");
    const states = await Promise.all(Array.from({ length: 11 }, () => deliver(later(0))));
    expect(count()).toBe(1);
    expect(states).toContain("done");
    expect(await deliver(later(1))).toBe("done");
    expect(count()).toBe(1);
  });

  it("is left to the process that answers it, for a minute", async () => {
    const { deliver, count } = event("slow");
    const { promise, resolve } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = deliver(later(0), async () => {
      begin();
      await promise;
    });
    await begun;
    expect(await deliver(later(59))).toBe("under_way");
    expect(count()).toBe(1);
    // The process died, as far as anybody can tell.
    expect(await deliver(later(61))).toBe("done");
    expect(count()).toBe(2);
    resolve();
    await first;
  });

  it("is answered by the next delivery when answering failed", async () => {
    const { deliver, count } = event("failed");
    const failure = new Error("the database is away");
    await expect(deliver(later(0), () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await deliver(later(1))).toBe("done");
    expect(count()).toBe(2);
  });

  it("is forgotten after a day, and the key says nothing of what it was", async () => {
    await event("secret").deliver(later(0));
    await forgetOldEvents(test.cairn, later(23 * 3600)());
    const kept = await test.store.db.selectFrom("slack_event").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain("secret");
    expect(kept.length).toBeGreaterThan(0);
    await forgetOldEvents(test.cairn, later(25 * 3600)());
    expect(await test.store.db.selectFrom("slack_event").selectAll().execute()).toEqual([]);
  });
});
