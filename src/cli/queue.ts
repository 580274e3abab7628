import type { Store } from "../store/database.ts";
import type { Enqueue } from "../store/delivery-plan.ts";

/**
 * Runs what puts messages in the queue, for a bot that runs elsewhere or later. The queue's library is loaded only
 * here: most commands send nothing.
 */
export async function withQueue<T>(store: Store, run: (enqueue: Enqueue) => Promise<T>): Promise<T> {
  const [{ openQueue }, { openLog }] = await Promise.all([
    import("../jobs/delivery.ts"),
    import("../log.ts"),
  ]);
  const queue = await openQueue(store, openLog("error"));
  try {
    return await run(queue.enqueue);
  } finally {
    await queue.stop();
  }
}
