import { getTasks } from "node-cron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Clock, everyMinute, startClock } from "../../src/jobs/scheduler.ts";
import { openLog } from "../../src/log.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-10-01T08:00:10Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

/** A clock whose ticks do what is said, with what it has told of itself. */
function clockOf(tick: () => Promise<void>) {
  const seen = { ticks: 0, restarts: 0 };
  const clock: Clock = startClock({
    tick: () => {
      seen.ticks += 1;
      return tick();
    },
    onRestart: () => {
      seen.restarts += 1;
    },
    log: openLog("silent"),
    pattern: everyMinute,
  });
  return { clock, seen };
}

describe("the clock", () => {
  it("ticks at its start, then every minute, until it is stopped", async () => {
    const { clock, seen } = clockOf(async () => undefined);
    await minutes(5);
    expect(seen).toEqual({ ticks: 6, restarts: 0 });
    expect(clock.ageS()).toBeLessThan(60);
    await clock.stop();
    await minutes(5);
    expect(seen.ticks).toBe(6);
  });

  it("whose schedule has died is noticed within four minutes, and ticks again", async () => {
    const { clock, seen } = clockOf(async () => undefined);
    await minutes(2);
    const before = seen.ticks;
    for (const task of getTasks().values()) await task.destroy();
    await minutes(4);
    expect(seen.restarts).toBe(1);
    await minutes(2);
    expect(seen.ticks).toBeGreaterThan(before);
    expect(seen.restarts).toBe(1);
    await clock.stop();
  });

  it("one of whose ticks never ends is noticed, and ticks again beside it; its age tells", async () => {
    let isHung = true;
    const { clock, seen } = clockOf(() => (isHung ? new Promise(() => undefined) : Promise.resolve()));
    await minutes(2);
    expect(clock.ageS()).toBeGreaterThan(110);
    isHung = false;
    await minutes(5);
    expect(seen.restarts).toBe(1);
    expect(clock.ageS()).toBeLessThan(60);
    void clock.stop();
  });

  it("a tick that fails is followed by the next one", async () => {
    let failures = 3;
    const { clock, seen } = clockOf(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("the database is away");
    });
    await minutes(2);
    expect(clock.ageS()).toBeGreaterThan(110);
    await minutes(2);
    expect(seen).toEqual({ ticks: 5, restarts: 0 });
    expect(clock.ageS()).toBeLessThan(61);
    await clock.stop();
  });
});
