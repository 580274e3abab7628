import type { Temporal } from "temporal-polyfill";
import type { Cairn } from "../commands/request.ts";
import type { NextStep, Random } from "../domain/delivery-outcome.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { Log } from "../log.ts";
import type { Platform } from "../platforms/platform.ts";
import { type Also, markQueued, step, type Turn } from "../store/deliveries.ts";
import type { Enqueue } from "../store/delivery-plan.ts";

/** How long things may take, in ms. */
export type Timing = {
  /** How long a message is one process's alone. */
  readonly leaseMs: number;
  /** A request begins within this of taking the message, or not at all: it must be over when the lease is. */
  readonly beginWithinMs: number;
  /** The longest wait for one's turn to write; past it, the message goes back in the queue. */
  readonly mostPaceMs: number;
};

/** A request to Slack takes 5 s at most: 3.5 s + 5 s end before the 9 s of the lease. */
export const defaultTiming: Timing = { leaseMs: 9_000, beginWithinMs: 3_500, mostPaceMs: 3_000 };

/** How often Cairn writes, in ms between two messages; 0 for as often as it can. */
export type PaceSettings = { readonly channelMs: number; readonly platformMs: number };

/**
 * Slack: about one message a second in a conversation, "several hundred" a minute in a workspace
 * (docs.slack.dev/apis/web-api/rate-limits); Teams: seven a second in a conversation, 30 a second for the tenant.
 */
export const defaultPace: PaceSettings = { channelMs: 1_000, platformMs: 200 };

/** What delivering takes. */
export type Delivering = {
  readonly cairn: Cairn;
  /** Where people can be reached: the first is where those who chose none are. */
  readonly platforms: readonly Platform[];
  readonly enqueue: Enqueue;
  readonly now: () => Temporal.Instant;
  readonly random: Random;
  readonly log: Log;
  readonly timing: Timing;
  readonly pace: PaceSettings;
  /** Told of every change made here, to be counted. */
  readonly onStep: (platform: PlatformName | null, step: NextStep) => void;
};

/** Takes a delivery to its next state; where it is to be taken up again, with its job, in one transaction. */
export async function settle(
  { cairn, enqueue, onStep }: Pick<Delivering, "cairn" | "enqueue" | "onStep">,
  turn: Turn & { readonly platform: PlatformName | null },
  next: NextStep,
  also: Also = {},
): Promise<boolean> {
  const { afterMs } = next;
  const changed =
    afterMs === null
      ? await step(cairn.db, turn, next, also)
      : await cairn.db.transaction().execute(async (trx) => {
          const stepped = await step(trx, turn, next, also);
          if (stepped) await enqueue(trx, [turn.id], afterMs);
          return stepped;
        });
  if (changed) onStep(turn.platform, next);
  return changed;
}

/** Puts the job of a delivery back in the queue, changing nothing else. */
export async function again(
  { cairn, enqueue }: Pick<Delivering, "cairn" | "enqueue">,
  id: string,
  afterMs: number,
): Promise<void> {
  await cairn.db.transaction().execute(async (trx) => {
    await markQueued(trx, id);
    await enqueue(trx, [id], afterMs);
  });
}
