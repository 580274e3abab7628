import type { PlatformError } from "../platforms/platform.ts";
import { freePlace, step } from "../store/deliveries.ts";
import { forgetGonePlace } from "../store/human-questions.ts";
import type { OpenDelivery } from "../store/open-deliveries.ts";
import type { Delivering, settle } from "./delivering.ts";

/**
 * An answer whose conversation is gone, or that Cairn may not write in, is sent to its asker wherever they are
 * reached instead. Says whether it is so.
 */
export async function redirected(
  { cairn, enqueue, onStep }: Delivering,
  { about, kind }: OpenDelivery,
  turn: Parameters<typeof settle>[1] & { readonly place: string },
  { fault, code }: PlatformError,
): Promise<boolean> {
  if (kind !== "answer" || about === null || fault !== "gone") return false;
  const next = { to: "planned", cause: "no_place", afterMs: 0 } as const;
  const isRedirected = await cairn.db.transaction().execute(async (trx) => {
    if (!(await forgetGonePlace(trx, about, turn.place))) return false;
    // Another process holds the delivery by now: it is left to it.
    if (!(await step(trx, turn, next, { detail: { code } }))) return true;
    await freePlace(trx, turn.id);
    await enqueue(trx, [turn.id]);
    return true;
  });
  if (isRedirected) onStep(turn.platform, next);
  return isRedirected;
}
