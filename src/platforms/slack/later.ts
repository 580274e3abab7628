import type { Log } from "../../log.ts";
import { inTime } from "./accepted.ts";

/** How long stopping waits for answers on their way, in ms. */
const stopWithinMs = 4_000;

/** Work that goes on after its acknowledgement; what fails of it is logged. */
export function workLater(log: Log) {
  const running = new Set<Promise<void>>();
  const later = (work: Promise<void>) => {
    const done = work
      .catch((error: unknown) => log.error({ err: error }, "an answer did not reach Slack"))
      .finally(() => running.delete(done));
    running.add(done);
  };
  const allDone = async () => void (await inTime(Promise.allSettled(running), stopWithinMs));
  return { later, allDone };
}
