import { type Kysely, sql } from "kysely";
import type { PlatformName } from "../domain/preference.ts";
import type { ReminderItem } from "../domain/reminder.ts";
import { readItems } from "./reminder-items.ts";
import type { Schema } from "./schema.ts";

/** A reminder as its reader sees it still. */
export type ShownReminder = {
  readonly id: string;
  readonly day: string;
  readonly posted: string;
  readonly platform: PlatformName;
  readonly language: "fr" | "en" | null;
  readonly items: readonly ReminderItem[];
  readonly copies: readonly ReminderItem[];
  /** A later reminder of the same person has arrived. */
  readonly isReplaced: boolean;
};

type Row = {
  readonly id: string;
  readonly day: string;
  readonly posted: string;
  readonly platform: PlatformName;
  readonly language: "fr" | "en" | null;
  readonly items: unknown;
  readonly copies: unknown;
  readonly replaced: boolean;
};

/**
 * Reminders that still show what they said, those not looked at for longest first; each is given to one process
 * at a time. Those of more than four months ago are left alone.
 */
export async function shownReminders(db: Kysely<Schema>, most: number): Promise<ShownReminder[]> {
  const { rows } = await sql<Row>`
    with looked as (
      update delivery set looked_at = clock_timestamp()
      where id in (
        select d.id from delivery d join message m on m.id = d.message_id
        where d.state in ('sent', 'reconciled') and d.shown = 'sent' and d.posted is not null
          and m.kind = 'reminder' and d.first_sent_at > clock_timestamp() - interval '4 months'
        order by d.looked_at nulls first limit ${most}::integer
        for update of d skip locked
      )
      returning id, message_id, posted, platform
    )
    select looked.id, m.day, looked.posted, looked.platform, p.language, m.items, m.copies,
      exists (
        select from message later join delivery l on l.message_id = later.id
        where later.kind = 'reminder' and later.person_id = m.person_id and later.day > m.day
          and l.state in ('sent', 'reconciled')
      ) as replaced
    from looked join message m on m.id = looked.message_id join person p on p.id = m.person_id`.execute(db);
  return rows.map(({ items, copies, replaced, ...row }) => ({
    ...row,
    items: readItems(items, "message.items"),
    copies: readItems(copies, "message.copies"),
    isReplaced: replaced,
  }));
}
