import { type ScheduledTask, schedule } from "node-cron";
import type { Log } from "../log.ts";

/** A clock that ticks every minute, until stopped. */
export type Clock = {
  /** Takes no new tick, and waits for the one under way. */
  readonly stop: () => Promise<void>;
  /** How long ago a tick last ended well, in seconds. */
  readonly ageS: () => number;
};

/** When Cairn ticks, as cron says it. */
export const everyMinute = "* * * * *";

/** Two ticks missed and a half: the schedule is dead, or a tick never ended. */
const deadAfterMs = 150_000;
const watchEveryMs = 30_000;

/** What the scheduler is given. */
export type Scheduling = {
  readonly tick: () => Promise<void>;
  readonly log: Log;
  /** Told that the schedule was dead and is started again. */
  readonly onRestart: () => void;
  /** When to tick, as cron says it, in UTC. */
  readonly pattern: string;
};

/** Ticks, telling of a series of failures once, and of its end. */
function guarded({ tick, log }: Scheduling, ended: () => void): () => Promise<void> {
  let failing = false;
  return async () => {
    try {
      await tick();
      ended();
      if (failing) log.info("ticks work again");
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error }, "a tick failed; the next ones go on trying");
      failing = true;
    }
  };
}

/** Starts ticking: now, then every minute in UTC. A schedule that no longer ticks is noticed, told and replaced. */
export function startClock(scheduling: Scheduling): Clock {
  const { log, onRestart, pattern } = scheduling;
  let endedMs = performance.now();
  let startedMs = performance.now();
  let running: Promise<void> = Promise.resolve();
  const ticked = guarded(scheduling, () => {
    endedMs = performance.now();
  });
  const run = () => {
    startedMs = performance.now();
    running = ticked();
    return running;
  };
  const begin = (): ScheduledTask =>
    schedule(pattern, run, {
      ...{ timezone: "Etc/UTC", noOverlap: true, name: "cairn-tick", suppressMissedWarning: true },
      logger: {
        info: () => {},
        warn: () => {},
        debug: () => {},
        error: (error) => log.error({ err: error }),
      },
    });
  let task = begin();
  const watch = setInterval(() => {
    if (performance.now() - startedMs < deadAfterMs) return;
    log.error("the clock no longer ticks; it is started again");
    onRestart();
    void task.destroy();
    startedMs = performance.now();
    task = begin();
  }, watchEveryMs);
  watch.unref();
  void run();
  const stop = async () => {
    clearInterval(watch);
    await task.destroy();
    await running;
  };
  return { stop, ageS: () => (performance.now() - endedMs) / 1_000 };
}
