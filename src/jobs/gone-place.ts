import { PlatformError } from "../platforms/platform.ts";
import { freePlace, step, type Turn } from "../store/deliveries.ts";
import { forgetGonePlace } from "../store/human-questions.ts";
import type { OpenDelivery } from "../store/open-deliveries.ts";
import type { Delivering } from "./delivering.ts";
import type { Route } from "./route.ts";

/** Whether the platform now reaches the reader elsewhere: their account was made anew, say. */
async function hasMoved({ platform, place }: Route, { reader }: OpenDelivery): Promise<boolean> {
  if (reader === null) return false;
  try {
    return (await platform.reach(reader.email)) !== place;
  } catch (error) {
    if (error instanceof PlatformError) return false;
    throw error;
  }
}

/**
 * A message whose conversation is gone is sent to its reader wherever they are reached now: an answer elsewhere than
 * where its question was asked, anything in the conversation that the platform names instead. Says whether it is so.
 */
export async function redirected(
  { cairn, enqueue, onStep }: Delivering,
  delivery: OpenDelivery,
  turn: Turn,
  route: Route,
  { fault, code }: PlatformError,
): Promise<boolean> {
  if (fault !== "gone") return false;
  const { about, kind } = delivery;
  const moved = await hasMoved(route, delivery);
  const next = { to: "planned", cause: "no_place", afterMs: 0 } as const;
  const isRedirected = await cairn.db.transaction().execute(async (trx) => {
    const wasAskedThere =
      kind === "answer" && about !== null && (await forgetGonePlace(trx, about, route.place));
    if (!wasAskedThere && !moved) return false;
    // Another process holds the delivery by now: it is left to it.
    if (!(await step(trx, turn, next, { detail: { code } }))) return true;
    await freePlace(trx, turn.id);
    await enqueue(trx, [turn.id]);
    return true;
  });
  if (isRedirected) onStep(route.platform.name, next);
  return isRedirected;
}
