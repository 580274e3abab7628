import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { forgetRequests } from "../store/requests.ts";
import { finishEvent, forgetEvents, releaseEvent, takeEvent } from "../store/slack-events.ts";
import type { Cairn } from "./request.ts";

/** How long a process may take over one event before another may think it dead, in seconds. */
const patienceS = 60;

/** How long an event may still be handed over again, in hours: Slack tries for about one. */
const memoryH = 24;

/** How long the same request may still come again, in days: far longer than any platform tries. */
const requestMemoryD = 7;

/**
 * Does `work` for an event unless it is done, by this process or another, and says whether it is now.
 * `key` is what makes two deliveries one event, whatever their ids. When `work` throws, the next delivery does it.
 */
export async function once(
  cairn: Cairn,
  key: string,
  now: () => Temporal.Instant,
  work: () => Promise<void>,
): Promise<"done" | "under_way"> {
  const digest = createHash("sha256").update(key).digest("hex");
  const at = now();
  const staleBefore = at.subtract({ seconds: patienceS }).toString();
  const state = await takeEvent(cairn.db, digest, { at: at.toString(), staleBefore });
  if (state !== "taken") return state;
  try {
    await work();
  } catch (error) {
    await releaseEvent(cairn.db, digest);
    throw error;
  }
  await finishEvent(cairn.db, digest, now().toString());
  return "done";
}

/** Forgets the events and the requests that can no longer come again. */
export async function forgetOldEvents(cairn: Cairn, now: Temporal.Instant): Promise<void> {
  await forgetEvents(cairn.db, now.subtract({ hours: memoryH }).toString());
  await forgetRequests(cairn.db, now.subtract({ hours: 24 * requestMemoryD }).toString());
}
