import { type Kysely, sql } from "kysely";
import { builtOnce } from "./built-once.ts";
import type { Taken, Taking, Turn } from "./deliveries.ts";
import type { Schema } from "./schema.ts";

/** A planned delivery to take in hand. */
export type ToTake = { readonly turn: Turn; readonly taking: Taking };

/** A delivery in hand that has arrived, and the address of the message. */
export type Sent = { readonly turn: Turn; readonly posted: string };

type TakenRow = { readonly token: string; readonly attempts: number; readonly first_sent_at: Date };

// The rows are locked by their ids alone: a condition on their state would have PostgreSQL read all that wait.
const takenRows = builtOnce((db, value: (name: "rows" | "ids") => string) =>
  sql<TakenRow>`
    with asked as (
      select * from jsonb_to_recordset(${value("rows")}::jsonb) as asked
        (id uuid, attempts integer, token uuid, lease_ms double precision, platform text, place text, dropped jsonb)
    ), seen as (
      select id, state, attempts, dropped from delivery where id = any(${value("ids")}::uuid[])
      for update skip locked
    ), changed as (
      update delivery
      set state = 'sending', cause = 'taken', token = asked.token, attempts = delivery.attempts + 1,
        lease_until = clock_timestamp() + make_interval(secs => asked.lease_ms / 1000),
        platform = asked.platform, place = asked.place, due_at = null,
        first_sent_at = coalesce(delivery.first_sent_at, clock_timestamp())
      from asked join seen using (id)
      where delivery.id = any(${value("ids")}::uuid[]) and delivery.id = asked.id and seen.state = 'planned'
        and seen.attempts = asked.attempts and seen.dropped = asked.dropped
      returning delivery.id, delivery.token, delivery.attempts, delivery.first_sent_at, delivery.place
    ), told as (
      insert into delivery_event (delivery_id, state, cause, detail)
      select id, 'sending', 'taken', jsonb_build_object('place', place) from changed
    )
    select token, attempts, first_sent_at from changed`.compile(db),
);

/**
 * Takes planned deliveries in hand, all in one statement, in the order they are given; null for each that is no longer
 * planned as it was seen. This is the last look before it leaves: a figure that came in has withdrawn it, or changed
 * `dropped`, in its own transaction. One that another transaction is changing right now is not waited for: it is null
 * too, so that a figure's transaction and this one can never wait for each other.
 */
export async function sendingTogether(
  db: Kysely<Schema>,
  asked: readonly ToTake[],
): Promise<(Taken | null)[]> {
  const rows = asked.map(({ turn, taking }) => ({
    ...{ id: turn.id, attempts: turn.attempts, token: taking.token, lease_ms: taking.leaseMs },
    ...{ platform: taking.platform, place: taking.place, dropped: taking.dropped },
  }));
  const ids = asked.map(({ turn }) => turn.id);
  const taken = await takenRows(db, { rows: JSON.stringify(rows), ids });
  // One asked for twice at once is in the hands of whoever's token was written.
  const byToken = new Map(taken.map((row) => [row.token, row]));
  return asked.map(({ turn: { id }, taking: { token } }) => {
    const row = byToken.get(token);
    if (row === undefined) return null;
    return { id, state: "sending", attempts: row.attempts, token, firstSentAt: row.first_sent_at };
  });
}

// Only a delivery that is being sent has a token.
const sentRows = builtOnce((db, value: (name: "rows" | "ids") => string) =>
  sql<{ id: string }>`
    with asked as (
      select * from jsonb_to_recordset(${value("rows")}::jsonb) as asked (id uuid, token uuid, posted text)
    ), changed as (
      update delivery
      set state = 'sent', cause = 'answered', due_at = null, token = null, lease_until = null,
        posted = asked.posted
      from asked
      where delivery.id = any(${value("ids")}::uuid[]) and delivery.id = asked.id
        and delivery.token = asked.token
      returning delivery.id
    )
    insert into delivery_event (delivery_id, state, cause)
    select id, 'sent', 'answered' from changed
    returning delivery_id as id`.compile(db),
);

/** Says that deliveries in hand have arrived, all in one statement; false for each that is in other hands by now. */
export async function sentTogether(db: Kysely<Schema>, asked: readonly Sent[]): Promise<boolean[]> {
  const rows = asked.map(({ turn: { id, token }, posted }) => ({ id, token, posted }));
  const ids = asked.map(({ turn }) => turn.id);
  const sent = await sentRows(db, { rows: JSON.stringify(rows), ids });
  const arrived = new Set(sent.map(({ id }) => id));
  return asked.map(({ turn: { id } }) => arrived.has(id));
}
