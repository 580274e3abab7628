import { type Kysely, sql } from "kysely";
import type { DeliveryCause, DeliveryState } from "../domain/delivery.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { Schema } from "./schema.ts";

/** A delivery as people see it; `to` is an address, or null for the cluster's channel. Instants are ISO 8601. */
export type DeliveryLine = {
  readonly id: string;
  readonly kind: string;
  readonly to: string | null;
  readonly day: string;
  readonly period: string | null;
  readonly platform: PlatformName | null;
  readonly state: DeliveryState;
  readonly cause: DeliveryCause;
  readonly attempts: number;
  readonly repeats: number;
  /** When it is tried next, by the database's clock; null when it is not. */
  readonly due: string | null;
  readonly changed: string;
};

/** One change of a delivery. */
export type DeliveryChange = {
  readonly at: string;
  readonly state: DeliveryState;
  readonly cause: DeliveryCause;
  readonly detail: unknown;
};

function lines(db: Kysely<Schema>) {
  return db
    .selectFrom("delivery as d")
    .innerJoin("message as m", "m.id", "d.message_id")
    .leftJoin("person as p", "p.id", "m.person_id")
    .select(["d.id", "m.kind", "p.email", "m.day", "m.period", "d.platform", "d.state", "d.cause"])
    .select(["d.attempts", "d.repeats", "d.due_at"])
    .select((select) =>
      select
        .selectFrom("delivery_event as e")
        .whereRef("e.delivery_id", "=", "d.id")
        .select(({ fn }) => fn.max("e.at").as("at"))
        .as("changed"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

function lineOf({ email, due_at, changed, ...row }: Row): DeliveryLine {
  return {
    ...row,
    to: email,
    due: due_at?.toISOString() ?? null,
    changed: (changed ?? new Date(0)).toISOString(),
  };
}

/** Deliveries in one of those states, or that somebody must look at, the last planned first. */
export async function listDeliveries(
  db: Kysely<Schema>,
  which: readonly DeliveryState[] | "dead",
  most: number,
): Promise<DeliveryLine[]> {
  const query = lines(db).orderBy("m.created_at", "desc").orderBy("d.id").limit(most);
  const asked =
    which === "dead"
      ? query.where((where) =>
          where.or([
            where("d.state", "=", "refused"),
            where.and([where("d.state", "=", "unknown"), where("d.cause", "=", "may_have_arrived")]),
            where.and([where("d.state", "=", "abandoned"), where("d.cause", "=", "too_late")]),
          ]),
        )
      : query.where("d.state", "in", which);
  return (await asked.execute()).map(lineOf);
}

/** A delivery and everything that happened to it, oldest first; null when there is none of that id. */
export async function deliveryStory(
  db: Kysely<Schema>,
  id: string,
): Promise<{ readonly delivery: DeliveryLine; readonly changes: DeliveryChange[] } | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) return null;
  const row = await lines(db).where("d.id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const events = await db
    .selectFrom("delivery_event")
    .where("delivery_id", "=", id)
    .orderBy("id")
    .select(["at", "state", "cause", "detail"])
    .execute();
  return {
    delivery: lineOf(row),
    changes: events.map((event) => ({ ...event, at: event.at.toISOString() })),
  };
}

/** How many deliveries are in a state, by platform; `due` are those whose time has come. */
export type DeliveryCount = {
  readonly platform: PlatformName | null;
  readonly state: DeliveryState;
  readonly count: number;
  readonly due: number;
  /** How long the oldest of those due has waited, in seconds. */
  readonly lagS: number;
};

/** Every count, and how long ago a clock last ticked, in seconds; null before the first tick. */
export async function deliveryCounts(
  db: Kysely<Schema>,
): Promise<{ readonly counts: DeliveryCount[]; readonly dead: number; readonly tickAgeS: number | null }> {
  const { rows } = await sql<DeliveryCount>`
    select platform, state, count(*)::integer as count,
      (count(*) filter (where due_at <= clock_timestamp()))::integer as due,
      coalesce(extract(epoch from clock_timestamp() - min(due_at) filter (where due_at <= clock_timestamp())), 0)
        ::double precision as "lagS"
    from delivery group by platform, state order by platform, state`.execute(db);
  const dead = await sql<{ count: number }>`
    select count(*)::integer as count from delivery
    where state = 'refused' or (state = 'unknown' and cause = 'may_have_arrived')
      or (state = 'abandoned' and cause = 'too_late')`.execute(db);
  const tick = await sql<{ age: number }>`
    select extract(epoch from clock_timestamp() - max(at))::double precision as age from tick
    having max(at) is not null`.execute(db);
  return { counts: rows, dead: dead.rows[0]?.count ?? 0, tickAgeS: tick.rows[0]?.age ?? null };
}

/** Says that a clock ticks now. */
export async function recordTick(db: Kysely<Schema>): Promise<void> {
  await sql`
    insert into tick (name, at) values ('clock', clock_timestamp())
    on conflict (name) do update set at = excluded.at`.execute(db);
}
