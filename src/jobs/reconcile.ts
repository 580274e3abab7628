import { Temporal } from "temporal-polyfill";
import {
  afterReading,
  afterUnread,
  askedToWaitMs,
  type NextStep,
  withoutReading,
} from "../domain/delivery-outcome.ts";
import { PlatformError } from "../platforms/platform.ts";
import type { Also } from "../store/deliveries.ts";
import { fruitlessTries } from "../store/fruitless.ts";
import type { OpenDelivery } from "../store/open-deliveries.ts";
import { leaveAlone } from "../store/pace.ts";
import { type Delivering, settle } from "./delivering.ts";
import { reportToReferents } from "./report.ts";
import { placeBefore } from "./route.ts";

/** How long a delivery that no platform serves waits to be looked at again, in ms. */
export const unservedMs = 10 * 60_000;

/** A settlement that the referents must hear of: a channel's message that is not sent again by itself. */
export async function settleAndReport(
  delivering: Delivering,
  delivery: OpenDelivery,
  turn: Parameters<typeof settle>[1],
  next: NextStep,
  also: Also,
): Promise<void> {
  const isForPeople = next.afterMs === null && (next.to === "unknown" || next.to === "refused");
  if (delivery.reader !== null || !isForPeople) {
    await settle(delivering, turn, next, also);
    return;
  }
  const plan = await delivering.cairn.plan();
  await delivering.cairn.db.transaction().execute(async (trx) => {
    const within = { ...delivering, cairn: { ...delivering.cairn, db: trx } };
    if (await settle(within, turn, next, also)) await reportToReferents(trx, delivering, delivery.id, plan);
  });
}

/** Leaves the platform alone as long as it asked. */
export async function heed(
  { cairn, random }: Delivering,
  error: PlatformError,
  platform: string,
): Promise<void> {
  if (error.fault === "rate_limited") await leaveAlone(cairn.db, platform, askedToWaitMs(error, random));
}

/** Asks the platform whether the message is there; where it cannot be asked, the promise's rule decides. */
export async function reconcile(delivering: Delivering, delivery: OpenDelivery): Promise<void> {
  const { platforms, random } = delivering;
  const before = placeBefore(platforms, delivery);
  if (before === null) {
    await settle(delivering, delivery, { to: "unknown", cause: "not_read_back", afterMs: unservedMs });
    return;
  }
  const { platform, place } = before;
  if (!platform.canReadBack) {
    const next = withoutReading({ isPersonal: delivery.reader !== null, repeats: delivery.repeats });
    await settleAndReport(delivering, delivery, delivery, next, { repeated: next.to === "planned" });
    return;
  }
  try {
    const since = Temporal.Instant.fromEpochMilliseconds(delivery.firstSentAt?.getTime() ?? 0);
    const posted = await platform.find(place, delivery.id, since);
    const next = afterReading(posted !== null, delivery.attempts, random);
    await settle(delivering, delivery, next, posted === null ? {} : { posted });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(delivering, error, platform.name);
    const tries = (await fruitlessTries(delivering.cairn.db, delivery.id)) + 1;
    await settle(delivering, delivery, afterUnread(tries, random), { detail: { code: error.code } });
  }
}
