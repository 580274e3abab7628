import type { Temporal } from "temporal-polyfill";
import { isDigestDue } from "../domain/delivery-check.ts";
import { lastMonthEnded, postingMoment } from "../domain/month.ts";
import { forgotten } from "../store/deliveries.ts";
import { recordTick } from "../store/delivery-stories.ts";
import { postedDigest } from "../store/digests.ts";
import { installedAt } from "../store/plans.ts";
import type { Delivering } from "./delivering.ts";
import { type Draw, postDigest } from "./digest.ts";
import { planQuestionMessages } from "./questions.ts";
import { remind } from "./remind.ts";
import { tidyReminders } from "./tidy.ts";

/** What a tick needs: what delivering takes, and how a digest's frozen copy is drawn. */
export type Ticking = Delivering & { readonly draw: Draw };

/** How long a delivery may wait beyond its time before its job is thought lost, in ms, and how many are put back at once. */
const forgottenAfterMs = 60_000;
const mostPutBack = 1_000;

/**
 * Posts the digest of the last month ended, if its moment has come and it is not posted yet; once, whoever ticks.
 * A month whose moment was before Cairn was installed has nobody who waits for it.
 */
async function postDueDigest({ cairn, draw, enqueue }: Ticking, now: Temporal.Instant): Promise<void> {
  const plan = await cairn.plan();
  const month = lastMonthEnded(now, plan.timeZone);
  if (!isDigestDue(month, plan, now) || (await postedDigest(cairn.db, month)) !== null) return;
  const installed = await installedAt(cairn.db);
  const isOlder =
    installed !== null && installed.getTime() > postingMoment(month, plan).toInstant().epochMilliseconds;
  if (!isOlder) await postDigest(cairn, month, now, { draw, enqueue });
}

/** Puts back in the queue what should have been done by now and is not: its job was lost. */
async function putBack({ cairn, enqueue }: Ticking): Promise<void> {
  const ids = await forgotten(cairn.db, forgottenAfterMs, mostPutBack);
  if (ids.length > 0) await cairn.db.transaction().execute((trx) => enqueue(trx, ids));
}

/** Does all of these in turn, whatever becomes of each: one that always fails must not hold the others for ever. */
async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 1) throw new AggregateError(errors, "several parts of a tick failed");
  if (errors.length === 1) throw errors[0];
}

/**
 * All that a tick does: plans what is due at `now`, whatever was missed before. Any number of processes may tick at
 * once, early, late or twice: the ledger's unique keys make each message once.
 */
export async function tick(ticking: Ticking): Promise<void> {
  const { cairn, now, enqueue } = ticking;
  await recordTick(cairn.db);
  await inTurn([
    () => remind(cairn, now(), enqueue),
    () => planQuestionMessages(ticking),
    () => postDueDigest(ticking, now()),
    () => putBack(ticking),
    () => tidyReminders(ticking),
  ]);
}
