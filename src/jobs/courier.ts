import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../store/database.ts";
import { type Ticking, tick } from "./clock.ts";
import { deliver } from "./deliver.ts";
import { type Delivering, defaultPace, defaultTiming, type PaceSettings, type Timing } from "./delivering.ts";
import { defaultQueue, openQueue, type QueueSettings } from "./delivery.ts";
import { type Clock, everyMinute, startClock } from "./scheduler.ts";

/** What runs beside the platforms: the clock that plans messages, and the worker that delivers them. */
export type Courier = {
  /** Takes no more ticks nor jobs, and waits for those under way, not for long. */
  readonly stop: () => Promise<void>;
  /** How long ago a tick of this process last ended well, in seconds. */
  readonly tickAgeS: () => number;
};

/** What the courier is given; the settings left out are those of Cairn. */
export type CourierParts = Omit<Ticking, "enqueue" | "timing" | "pace" | "random" | "onStep"> & {
  readonly store: Store;
  readonly onStep?: Delivering["onStep"];
  readonly onRestart?: () => void;
  readonly timing?: Timing;
  readonly pace?: PaceSettings;
  readonly queue?: QueueSettings;
  readonly tickPattern?: string;
};

/** How long stopping waits for messages on their way and for a tick, in ms: under 10 s with all the rest. */
const stopWithinMs = 5_000;

async function soon(work: Promise<void>, ms: number): Promise<void> {
  const given = new AbortController();
  const patience = wait(ms, undefined, { signal: given.signal }).catch(() => undefined);
  await Promise.race([work, patience]);
  given.abort();
}

/** Starts the clock and the worker on a store. */
export async function startCourier(parts: CourierParts): Promise<Courier> {
  const { store, log, tickPattern: pattern = everyMinute, onStep = () => {}, onRestart = () => {} } = parts;
  const queue = await openQueue(store, log, { works: true, settings: parts.queue ?? defaultQueue });
  const ticking: Ticking = {
    ...parts,
    ...{ enqueue: queue.enqueue, random: Math.random, onStep },
    timing: parts.timing ?? defaultTiming,
    pace: parts.pace ?? defaultPace,
  };
  await queue.work((ids) => deliver(ticking, ids));
  const clock: Clock = startClock({ tick: () => tick(ticking), log, onRestart, pattern });
  const stop = async () => {
    await Promise.all([soon(clock.stop(), stopWithinMs), queue.stop(stopWithinMs)]);
  };
  return { stop, tickAgeS: clock.ageS };
}
