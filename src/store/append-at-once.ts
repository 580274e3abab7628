import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Entry, NewEntry } from "../domain/entry.ts";
import type { Quarter } from "../domain/period.ts";
import { heldInStatement } from "./advisory-lock.ts";
import { sealedAfter } from "./append.ts";
import { rowOf } from "./entry-row.ts";
import { codeOf } from "./errors.ts";
import type { Schema } from "./schema.ts";
import { plannedReminderOf } from "./withdraw.ts";

/** PostgreSQL's unique_violation: another entry took the place meanwhile, or the same request wrote it. */
const taken = "23505";

/** The statement that appends the row and keeps its request, unless a planned reminder is to be changed with it. */
function statementOf(
  row: ReturnType<typeof rowOf>,
  request: string | null,
  quarters: readonly Quarter[],
): RawBuilder<unknown> {
  const { indicator, position, at } = row;
  const kept =
    request === null
      ? sql``
      : sql`, kept as (
          insert into request (key, indicator, position, at)
          select ${request}::text, ${indicator}::text, ${position}::integer, ${at}::timestamptz from free
        )`;
  return sql`
    with held as materialized (select ${heldInStatement(`indicator ${indicator}`)}),
    free as (
      select from held
      where not exists (select from delivery, message where ${plannedReminderOf(indicator, quarters)})
    )${kept}
    insert into entry (indicator, period, revision, position, value, unit, typed, note, reason, kind,
      person_id, platform, at, previous_hash, hash)
    select ${indicator}::text, ${row.period}::text, ${row.revision}::integer, ${position}::integer,
      ${row.value}::numeric, ${row.unit}::text, ${row.typed}::text, ${row.note}::text, ${row.reason}::text,
      ${row.kind}::text, ${row.person_id}::text, ${row.platform}::text, ${at}::timestamptz,
      ${row.previous_hash}::text, ${row.hash}::text
    from free
    returning position`;
}

/**
 * Records the next revision of `entry`'s period after `entries`, all that its indicator held when they were read, in
 * one statement that is a transaction of its own. Null, and nothing is written, when the indicator holds more by now,
 * when the same request wrote, or when a reminder still to be sent asks for one of `quarters`: decide again then, in a
 * transaction that holds the indicator.
 */
export async function appendAtOnce(
  db: Kysely<Schema>,
  entry: NewEntry,
  entries: readonly Entry[],
  { request, quarters }: { readonly request: string | null; readonly quarters: readonly Quarter[] },
): Promise<Entry | null> {
  const appended = sealedAfter(entry, entries);
  try {
    const { rows } = await statementOf(rowOf(appended), request, quarters).execute(db);
    return rows.length === 0 ? null : appended;
  } catch (error) {
    if (codeOf(error) === taken) return null;
    throw error;
  }
}
