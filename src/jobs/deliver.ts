import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { afterFailure, afterNotReached, backoffMs } from "../domain/delivery-outcome.ts";
import { dayBefore } from "../domain/wall-clock.ts";
import { PlatformError } from "../platforms/platform.ts";
import { batchFacts } from "../store/batch-facts.ts";
import { releaseExpired, type Taken } from "../store/deliveries.ts";
import { planDeliveries } from "../store/delivery-plan.ts";
import { fruitlessTries } from "../store/fruitless.ts";
import { type OpenDelivery, openDeliveries } from "../store/open-deliveries.ts";
import { reserve } from "../store/pace.ts";
import { type Composed, compose, type Situation, situationOf } from "./compose.ts";
import { again, type Delivering, settle } from "./delivering.ts";
import { redirected } from "./gone-place.ts";
import { heed, reconcile, settleAndReport, unservedMs } from "./reconcile.ts";
import { firstPlatform, type Route, routeOf } from "./route.ts";
import { togetherOn } from "./together.ts";

/** What becomes of a message that the platform says it has. */
const arrived = { to: "sent", cause: "answered", afterMs: null } as const;

/** Elapsed time that a sleep of the machine does not hide: the longer of the two clocks, in ms. */
function stopwatch(): () => number {
  const [startedAt, began] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - startedAt, Date.now() - began);
}

/** Posts a message in hand, and records what came of it. */
async function post(
  delivering: Delivering,
  delivery: OpenDelivery,
  route: Route,
  { card, ...drawing }: Composed,
  { taken, elapsedMs }: { readonly taken: Taken; readonly elapsedMs: () => number },
): Promise<void> {
  const { cairn, timing, random, onStep } = delivering;
  const { platform, place } = route;
  const turn = { ...taken, platform: platform.name };
  const isLate = () => elapsedMs() >= timing.beginWithinMs;
  if (isLate()) {
    await settle(delivering, turn, { to: "planned", cause: "out_of_time", afterMs: 1_000 });
    return;
  }
  try {
    const posted = await platform.post(place, card, drawing, { deliveryId: delivery.id, isLate });
    if (await togetherOn(cairn.db).sent({ turn: taken, posted })) onStep(platform.name, arrived);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    await heed(delivering, error, platform.name);
    if (await redirected(delivering, delivery, turn, route, error)) return;
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
  const taken = await togetherOn(cairn.db).take({ turn: delivery, taking });
  // It changed since it was read: whatever it has become, it is looked at afresh.
  if (taken === null) return await again(delivering, delivery.id, 1_000);
  await post(delivering, delivery, route, composed, { taken, elapsedMs });
}

/** Sends a planned delivery, unless it is no longer to be. */
async function send(delivering: Delivering, delivery: OpenDelivery, situation: Situation): Promise<void> {
  const { cairn, platforms, random } = delivering;
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
    const first = firstPlatform(platforms, delivery);
    if (first !== null) await heed(delivering, error, first.name);
    const tries = delivery.attempts + (await fruitlessTries(cairn.db, delivery.id)) + 1;
    const next = afterNotReached(error, tries, random);
    await settle(delivering, delivery, next, { detail: { code: error.code } });
  }
}

/** What a batch shares: what messages say, and how long each platform asked to be left alone, in ms. */
type Batch = { readonly situation: Situation; readonly quiet: ReadonlyMap<string, number> };

async function carry(delivering: Delivering, delivery: OpenDelivery, batch: Batch): Promise<void> {
  const { state, waitMs, id } = delivery;
  // Nothing more is tried by itself: people decide.
  if (waitMs === null) return;
  if (state === "sending" || waitMs > 0) return await again(delivering, id, waitMs + 500);
  const quietForMs = batch.quiet.get(firstPlatform(delivering.platforms, delivery)?.name ?? "") ?? 0;
  if (quietForMs > delivering.timing.mostPaceMs)
    return await again(delivering, id, quietForMs + delivering.random() * 5_000);
  if (state === "unknown") return await reconcile(delivering, delivery);
  await send(delivering, delivery, batch.situation);
}

/** One delivery that fails for a reason of ours must not hold the others: it is told, and looked at again later. */
async function carryAlone(delivering: Delivering, delivery: OpenDelivery, batch: Batch): Promise<void> {
  try {
    await carry(delivering, delivery, batch);
  } catch (error) {
    delivering.log.error({ err: error, delivery: delivery.id }, "a delivery failed; it is tried again");
    await again(delivering, delivery.id, backoffMs(delivery.attempts + 4, delivering.random));
  }
}

/** Those still on their way; those in the hands of a process whose time is over are taken from it first. */
async function openAfterRelease(
  db: Delivering["cairn"]["db"],
  ids: readonly string[],
): Promise<OpenDelivery[]> {
  const open = await openDeliveries(db, ids);
  const over = open.filter(({ state, waitMs }) => state === "sending" && waitMs === 0);
  if (over.length === 0) return open;
  await releaseExpired(
    db,
    over.map(({ id }) => id),
  );
  return await openDeliveries(db, ids);
}

/**
 * Does what is to be done for those deliveries: sends, reads back, gives up. A delivery found in the hands of a
 * process whose time is over may have been sent: it is read back before anything else. Throws when the database is
 * away: the queue gives the jobs again.
 */
export async function deliver(delivering: Delivering, ids: readonly string[]): Promise<void> {
  const { cairn, now, platforms } = delivering;
  const at = now();
  const names = platforms.map(({ name }) => name);
  const [open, facts] = await Promise.all([
    openAfterRelease(cairn.db, ids),
    batchFacts(cairn.db, dayBefore(at), names),
  ]);
  if (open.length === 0) return;
  const batch = { situation: await situationOf(cairn, open, facts, at), quiet: facts.quietMs };
  await Promise.all(open.map((delivery) => carryAlone(delivering, delivery, batch)));
}
