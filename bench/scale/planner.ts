/**
 * Plans the opening of a quarter for so many owners, five figures each, in a process of its own started with
 * `--expose-gc`. Prints, as JSON, the time of the fastest of five runs, in ms, and what the first run cost in memory:
 * by how much the whole process grew at its peak, and what its result still holds, in MB.
 */
import { Temporal } from "temporal-polyfill";
import { planReminders, type ReminderInput } from "../../src/domain/reminders.ts";
import { planOfOwners } from "./plan.ts";

const owners = Number(process.argv[2] ?? 10_000);
const input: ReminderInput = {
  ...{ plan: planOfOwners(owners), entries: [], absences: [], settings: new Map(), sent: [] },
  now: Temporal.Instant.from("2026-10-01T08:00:00Z"),
};
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** Plans once, and forgets it: how long it took, and what was held while it was kept. */
function planned() {
  globalThis.gc?.();
  const heapBytes = process.memoryUsage().heapUsed;
  const startedMs = performance.now();
  const reminders = planReminders(input);
  const ms = performance.now() - startedMs;
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  globalThis.gc?.();
  const heldBytes = process.memoryUsage().heapUsed - heapBytes;
  return { messages: reminders.length, ms, peakBytes, heldBytes };
}

const { rss } = process.memoryUsage();
const first = planned();
const ms = Math.round(Math.min(first.ms, ...[2, 3, 4, 5].map(() => planned().ms)));
const memory = { grewMb: megabytes(first.peakBytes - rss), heldMb: megabytes(first.heldBytes) };
console.log(JSON.stringify({ owners, messages: first.messages, ms, ...memory }));
