import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { PlatformName } from "../domain/preference.ts";
import type { Schema } from "./schema.ts";

/** Puts the jobs of deliveries in the queue within a transaction, to be done no sooner than after that many ms. */
export type Enqueue = (trx: Transaction<Schema>, ids: readonly string[], afterMs?: number) => Promise<void>;

/** A delivery to plan: of which message, on which platform (null to be chosen), and where, if that is known already. */
export type NewDelivery = {
  readonly messageId: string;
  readonly platform: PlatformName | null;
  readonly place?: string;
};

/** Rows an insert takes at once: PostgreSQL takes 65,535 values. */
export const rowsAtOnce = 1_000;

/** The list cut into parts of `rowsAtOnce`. */
export function inParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += rowsAtOnce) parts.push(list.slice(at, at + rowsAtOnce));
  return parts;
}

/**
 * Plans deliveries and enqueues their jobs, in the transaction that records their messages: a message is never
 * there without its job, nor a job without its message. One that is planned already is left as it is.
 */
export async function planDeliveries(
  trx: Transaction<Schema>,
  deliveries: readonly NewDelivery[],
  enqueue: Enqueue,
): Promise<void> {
  const now = sql<Date>`clock_timestamp()`;
  for (const part of inParts(deliveries)) {
    const planned = await trx
      .insertInto("delivery")
      .values(
        part.map(({ messageId: message_id, platform, place = null }) => ({
          ...{ id: randomUUID(), message_id, platform, place, posted: null },
          ...({ state: "planned", cause: "recorded", attempts: 0, repeats: 0, dropped: "[]" } as const),
          ...{ due_at: now, queued_at: now, first_sent_at: null, token: null, lease_until: null },
          ...({ shown: "sent", looked_at: null } as const),
        })),
      )
      .onConflict((conflict) => conflict.constraint("delivery_once_a_platform_key").doNothing())
      .returning("id")
      .execute();
    if (planned.length === 0) continue;
    const recorded = { state: "planned", cause: "recorded", detail: null } as const;
    await trx
      .insertInto("delivery_event")
      .values(planned.map(({ id }) => ({ delivery_id: id, ...recorded })))
      .execute();
    await enqueue(
      trx,
      planned.map(({ id }) => id),
    );
  }
}
