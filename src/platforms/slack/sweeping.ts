import { forgetOldEvents } from "../../commands/once.ts";
import { finishAbandoned } from "./abandoned.ts";
import type { Accepting } from "./accepted.ts";

/** How often this process says that it is alive, and looks for what others left, in ms. */
const sweepEveryMs = 10_000;

/** How often what can no longer come again is forgotten, in sweeps: once an hour. */
const sweepsBeforeForgetting = 360;

/** Sweeps now and then, until stopped: what others left is finished, what can no longer come again forgotten. */
export function sweeping(accepting: Accepting) {
  const { cairn, now, log } = accepting;
  let sweeps = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const sweep = async () => {
    if (sweeps % sweepsBeforeForgetting === 0) await forgetOldEvents(cairn, now());
    sweeps += 1;
    await finishAbandoned(accepting);
  };
  const next = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      const done = sweep().catch((error: unknown) => log.warn({ err: error }, "a sweep failed"));
      accepting.later(done.then(next));
    }, sweepEveryMs).unref();
  };
  return {
    start: async () => {
      await sweep();
      next();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
