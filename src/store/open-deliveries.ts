import { type Kysely, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { isOpen } from "../domain/delivery.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { ReaderSettings, ReminderItem } from "../domain/reminder.ts";
import { builtOnce } from "./built-once.ts";
import type { Turn } from "./deliveries.ts";
import { readDropped, readItems, withoutDropped } from "./reminder-items.ts";
import type { Schema } from "./schema.ts";

/** Who a delivery goes to, as they want it. */
export type Reader = {
  readonly email: string;
  readonly language: "fr" | "en" | null;
  readonly numberProfile: "fr" | "en" | null;
  readonly settings: ReaderSettings;
  readonly platform: PlatformName | null;
};

/** A delivery on its way with its message. Days are ISO 8601. */
export type OpenDelivery = Turn & {
  readonly messageId: string;
  readonly kind: string;
  /** Null for the cluster's channel. */
  readonly reader: Reader | null;
  readonly day: string;
  readonly period: string | null;
  readonly about: string | null;
  readonly card: unknown;
  readonly items: readonly ReminderItem[];
  readonly copies: readonly ReminderItem[];
  readonly dropped: unknown;
  readonly platform: PlatformName | null;
  readonly place: string | null;
  readonly repeats: number;
  readonly firstSentAt: Date | null;
  /** How long until it may be taken up, in ms by the database's clock: 0 when now; null when nobody is to. */
  readonly waitMs: number | null;
};

function rowsOf(db: Kysely<Schema>, ids: string) {
  return db
    .selectFrom("delivery as d")
    .innerJoin("message as m", "m.id", "d.message_id")
    .leftJoin("person as p", "p.id", "m.person_id")
    .leftJoin("preference as c", "c.person_id", "m.person_id")
    .where(sql<boolean>`d.id = any(${ids}::uuid[])`)
    .select([
      "d.id",
      "d.message_id",
      "d.state",
      "d.attempts",
      "d.token",
      "d.platform",
      "d.place",
      "d.repeats",
    ])
    .select(["d.dropped", "d.first_sent_at", "m.kind", "m.day", "m.period", "m.about", "m.card"])
    .select(["m.items", "m.copies", "p.email", "p.language", "p.number_profile"])
    .select(["c.hour", "c.snoozed_until", "c.time_zone", "c.platform as preferred"])
    .select(
      sql<number | null>`(extract(epoch from coalesce(d.due_at, d.lease_until) - clock_timestamp()) * 1000)
        ::double precision`.as("wait_ms"),
    );
}

const rowsOfAll = builtOnce((db, value: (name: "ids") => string) => rowsOf(db, value("ids")).compile());

type Row = Awaited<ReturnType<typeof rowsOfAll>>[number];

function readerOf(row: Row): Reader | null {
  const { email, language, number_profile: numberProfile, hour, snoozed_until, time_zone: timeZone } = row;
  if (email === null) return null;
  const snoozedUntil = snoozed_until === null ? null : Temporal.PlainDate.from(snoozed_until);
  return {
    email,
    language,
    numberProfile,
    settings: { timeZone, hour, snoozedUntil },
    platform: row.preferred,
  };
}

function deliveryOf(row: Row): OpenDelivery {
  const { id, state, attempts, token, kind, day, period, about, card, dropped, platform, place, repeats } =
    row;
  const gone = readDropped(dropped, "delivery.dropped");
  return {
    ...{ id, state, attempts, token, kind, day, period, about, card, dropped, platform, place, repeats },
    messageId: row.message_id,
    reader: readerOf(row),
    items: withoutDropped(readItems(row.items, "message.items"), gone),
    copies: withoutDropped(readItems(row.copies, "message.copies"), gone),
    firstSentAt: row.first_sent_at,
    waitMs: row.wait_ms === null ? null : Math.max(0, row.wait_ms),
  };
}

/** Those of the deliveries that are still on their way. */
export async function openDeliveries(db: Kysely<Schema>, ids: readonly string[]): Promise<OpenDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOfAll(db, { ids });
  // Told apart here: asked for the states, PostgreSQL reads all that wait for each batch.
  return rows.filter(({ state }) => isOpen(state)).map(deliveryOf);
}
