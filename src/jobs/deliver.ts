import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import {
  afterFailure,
  afterNotReached,
  afterReading,
  afterUnread,
  askedToWaitMs,
  backoffMs,
  type NextStep,
  withoutReading,
} from "../domain/delivery-outcome.ts";
import { PlatformError } from "../platforms/platform.ts";
import { type Also, releaseExpired, type Taken, take } from "../store/deliveries.ts";
import { planDeliveries } from "../store/delivery-plan.ts";
import { type OpenDelivery, openDeliveries } from "../store/open-deliveries.ts";
import { leaveAlone, reserve } from "../store/pace.ts";
import { type Composed, compose, type Situation, situationOf } from "./compose.ts";
import { again, type Delivering, settle } from "./delivering.ts";
import { reportToReferents } from "./report.ts";
import { placeBefore, type Route, routeOf } from "./route.ts";

/** How long a delivery that no platform serves waits to be looked at again. */
const unservedMs = 10 * 60_000;

/** Elapsed time that a sleep of the machine does not hide: the longer of the two clocks, in ms. */
function stopwatch(): () => number {
  const [startedAt, began] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - startedAt, Date.now() - began);
}

/** A settlement that the referents must hear of: a channel's message that is not sent again by itself. */
async function settleAndReport(
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
async function heed({ cairn, random }: Delivering, error: PlatformError, platform: string): Promise<void> {
  if (error.fault === "rate_limited") await leaveAlone(cairn.db, platform, askedToWaitMs(error, random));
}

/** Posts a message in hand, and records what came of it. */
async function post(
  delivering: Delivering,
  delivery: OpenDelivery,
  { platform, place }: Route,
  { card, language }: Composed,
  { taken, elapsedMs }: { readonly taken: Taken; readonly elapsedMs: () => number },
): Promise<void> {
  const { timing, random } = delivering;
  const turn = { ...taken, platform: platform.name };
  const left = timing.beginWithinMs - elapsedMs();
  if (left <= 0) {
    await settle(delivering, turn, { to: "planned", cause: "out_of_time", afterMs: 1_000 });
    return;
  }
  try {
    const mark = { deliveryId: delivery.id, signal: AbortSignal.timeout(Math.ceil(left)) };
    const posted = await platform.post(place, card, { language }, mark);
    await settle(delivering, turn, { to: "sent", cause: "answered", afterMs: null }, { posted });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(delivering, error, platform.name);
    const next = afterFailure(error, taken.attempts, random);
    await settleAndReport(delivering, delivery, turn, next, { detail: { code: error.code } });
  }
}

/** The other platforms that have a channel get a delivery of their own of what everybody is told. */
async function spread({ cairn, platforms, enqueue }: Delivering, delivery: OpenDelivery): Promise<void> {
  if (delivery.reader !== null || delivery.platform !== null) return;
  const [, ...others] = platforms.filter(({ channel }) => channel !== null);
  if (others.length === 0) return;
  const deliveries = others.map(({ name }) => ({ messageId: delivery.messageId, platform: name }));
  await cairn.db.transaction().execute((trx) => planDeliveries(trx, deliveries, enqueue));
}

/** Waits for one's turn to write there; false when it is too far off. */
async function turnComes({ cairn, pace, timing }: Delivering, { platform, place }: Route): Promise<boolean> {
  const paces = [
    { subject: platform.name, intervalMs: pace.platformMs },
    { subject: place, intervalMs: pace.channelMs },
  ];
  const waitMs = await reserve(cairn.db, paces, timing.mostPaceMs);
  if (waitMs === null) return false;
  if (waitMs > 0) await wait(waitMs);
  return true;
}

async function sendTo(
  delivering: Delivering,
  delivery: OpenDelivery,
  route: Route,
  composed: Composed,
): Promise<void> {
  const { cairn, timing, random } = delivering;
  await spread(delivering, delivery);
  if (!(await turnComes(delivering, route)))
    return await again(delivering, delivery.id, 2_000 + random() * 28_000);
  const elapsedMs = stopwatch();
  const { dropped } = delivery;
  const { platform, place } = route;
  const taking = { token: randomUUID(), leaseMs: timing.leaseMs, platform: platform.name, place, dropped };
  const taken = await take(cairn.db, delivery, taking);
  // It changed since it was read: whatever it has become, it is looked at afresh.
  if (taken === null) return await again(delivering, delivery.id, 1_000);
  await post(delivering, delivery, route, composed, { taken, elapsedMs });
}

/** Sends a planned delivery, unless it is no longer to be. */
async function send(delivering: Delivering, delivery: OpenDelivery, situation: Situation): Promise<void> {
  const { platforms, random } = delivering;
  const verdict = await compose(delivery, situation);
  if (verdict.kind === "give_up") {
    await settle(delivering, delivery, { to: "abandoned", cause: verdict.cause, afterMs: null });
    return;
  }
  if (verdict.kind === "wait") {
    await settle(delivering, delivery, { to: "planned", cause: "outside_hours", afterMs: verdict.afterMs });
    return;
  }
  try {
    const route = await routeOf(platforms, delivery);
    if (route !== null) return await sendTo(delivering, delivery, route, verdict.message);
    await settle(delivering, delivery, { to: "planned", cause: "no_place", afterMs: unservedMs });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const next = afterNotReached(error, delivery.attempts + 1, random);
    await settle(delivering, delivery, next, { detail: { code: error.code } });
  }
}

/** Asks the platform whether the message is there; where it cannot be asked, the promise's rule decides. */
async function reconcile(delivering: Delivering, delivery: OpenDelivery): Promise<void> {
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
    await settle(delivering, delivery, afterReading(posted !== null), posted === null ? {} : { posted });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(delivering, error, platform.name);
    await settle(delivering, delivery, afterUnread(delivery.attempts, random), {
      detail: { code: error.code },
    });
  }
}

async function carry(delivering: Delivering, delivery: OpenDelivery, situation: Situation): Promise<void> {
  const { state, waitMs, id } = delivery;
  // Nothing more is tried by itself: people decide.
  if (waitMs === null) return;
  if (state === "sending" || waitMs > 0) return await again(delivering, id, waitMs + 500);
  if (state === "unknown") return await reconcile(delivering, delivery);
  await send(delivering, delivery, situation);
}

/** One delivery that fails for a reason of ours must not hold the others: it is told, and looked at again later. */
async function carryAlone(
  delivering: Delivering,
  delivery: OpenDelivery,
  situation: Situation,
): Promise<void> {
  try {
    await carry(delivering, delivery, situation);
  } catch (error) {
    delivering.log.error({ err: error, delivery: delivery.id }, "a delivery failed; it is tried again");
    await again(delivering, delivery.id, backoffMs(delivery.attempts + 4, delivering.random));
  }
}

/**
 * Does what is to be done for those deliveries: sends, reads back, gives up. A delivery found in the hands of a
 * process whose time is over may have been sent: it is read back before anything else. Throws when the database is
 * away: the queue gives the jobs again.
 */
export async function deliver(delivering: Delivering, ids: readonly string[]): Promise<void> {
  const { cairn, now } = delivering;
  await releaseExpired(cairn.db, ids);
  const open = await openDeliveries(cairn.db, ids);
  if (open.length === 0) return;
  const situation = await situationOf(cairn, open, now());
  await Promise.all(open.map((delivery) => carryAlone(delivering, delivery, situation)));
}
