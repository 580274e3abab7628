import { type Kysely, type RawBuilder, sql } from "kysely";
import { type DeliveryCause, type DeliveryState, mayBecome } from "../domain/delivery.ts";
import type { NextStep } from "../domain/delivery-outcome.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { Schema } from "./schema.ts";

/** Whose turn it is: a delivery is changed only by who has seen what it is. */
export type Turn = {
  readonly id: string;
  readonly state: DeliveryState;
  /** A stale reading of the platform must not decide about a later attempt. */
  readonly attempts: number;
  /** Of the holder, while it is being sent. */
  readonly token: string | null;
};

/** What else a step writes. */
export type Also = {
  readonly posted?: string;
  readonly repeated?: boolean;
  /** Kept with the change: the platform's word for it, say. */
  readonly detail?: Readonly<Record<string, string | number | null>> | null;
};

const clock = sql<Date>`clock_timestamp()`;

/** That many ms from now, by the database's clock. */
export function fromNow(ms: number): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${ms / 1000}::double precision)`;
}

function detailJson(detail: Also["detail"]): string | null {
  return detail === undefined || detail === null ? null : JSON.stringify(detail);
}

/**
 * Takes a delivery to its next state, with the reason, and says whether it did: it does not when the delivery is
 * no longer what the turn saw, because another process has taken it since or a figure came in.
 */
export async function step(
  db: Kysely<Schema>,
  turn: Turn,
  { to, cause, afterMs }: NextStep,
  { posted, repeated = false, detail }: Also = {},
): Promise<boolean> {
  if (!mayBecome(turn.state, to)) throw new Error(`A delivery does not go from ${turn.state} to ${to}.`);
  const due = afterMs === null ? sql`null::timestamptz` : fromNow(afterMs);
  const { rows } = await sql<{ id: number }>`
    with changed as (
      update delivery
      set state = ${to}, cause = ${cause}, due_at = ${due}, token = null, lease_until = null,
        posted = coalesce(${posted ?? null}, posted), repeats = repeats + ${repeated ? 1 : 0}::integer
      where id = ${turn.id}::uuid and state = ${turn.state} and attempts = ${turn.attempts}::integer
        and token is not distinct from ${turn.token}::uuid
      returning id
    )
    insert into delivery_event (delivery_id, state, cause, detail)
    select id, ${to}, ${cause}, ${detailJson(detail)}::jsonb from changed
    returning id`.execute(db);
  return rows.length > 0;
}

/** A planned delivery that is about to be sent there, on that platform, by the holder of `token`. */
export type Taking = {
  readonly token: string;
  readonly leaseMs: number;
  readonly platform: PlatformName;
  readonly place: string;
  /** What was withdrawn from it when its card was made: it is not taken when there is more. */
  readonly dropped: unknown;
};

/** A delivery in hand: when it was first sent, by the database's clock. */
export type Taken = Turn & { readonly firstSentAt: Date };

/** Forgets where a planned delivery was to go: its place is chosen afresh. */
export async function freePlace(db: Kysely<Schema>, id: string): Promise<void> {
  await db
    .updateTable("delivery")
    .set({ platform: null, place: null })
    .where("id", "=", id)
    .where("state", "=", "planned")
    .execute();
}

/** Takes away deliveries whose holder has let its time pass: whether they were sent is unknown. Gives their ids. */
export async function releaseExpired(db: Kysely<Schema>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with changed as (
      update delivery
      set state = 'unknown', cause = 'process_died', token = null, lease_until = null, due_at = clock_timestamp()
      where id in (
        select id from delivery
        where id = any(${ids}::uuid[]) and state = 'sending' and lease_until < clock_timestamp()
        for update skip locked
      )
      returning id
    )
    insert into delivery_event (delivery_id, state, cause)
    select id, 'unknown', 'process_died' from changed
    returning delivery_id as id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Appends to a delivery's story what does not change its state: what the posted message shows now. */
export async function markShown(
  db: Kysely<Schema>,
  id: string,
  shown: "replaced" | "done" | "lost",
  cause: DeliveryCause,
  detail: Also["detail"] = null,
): Promise<void> {
  await sql`
    with changed as (
      update delivery set shown = ${shown} where id = ${id}::uuid and shown = 'sent' returning id, state
    )
    insert into delivery_event (delivery_id, state, cause, detail)
    select id, state, ${cause}, ${detailJson(detail)}::jsonb from changed`.execute(db);
}

/**
 * Deliveries whose job was lost: due, or in hands that let their time pass, for longer than `forMs`. They are
 * marked as queued now, so that several processes do not each enqueue them.
 */
export async function forgotten(db: Kysely<Schema>, forMs: number, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update delivery set queued_at = clock_timestamp()
    where id in (
      select id from delivery
      where state in ('planned', 'sending', 'unknown')
        and coalesce(due_at, lease_until) < ${fromNow(-forMs)} and queued_at < ${fromNow(-forMs)}
      order by due_at limit ${most}::integer
      for update skip locked
    )
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Says that the job of a delivery is in the queue again. */
export async function markQueued(db: Kysely<Schema>, id: string): Promise<void> {
  await db.updateTable("delivery").set({ queued_at: clock }).where("id", "=", id).execute();
}
