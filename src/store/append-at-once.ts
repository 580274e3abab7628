import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Entry, NewEntry } from "../domain/entry.ts";
import type { Quarter } from "../domain/period.ts";
import { heldInStatement, lockKey } from "./advisory-lock.ts";
import { sealedAfter } from "./append.ts";
import { builtOnce } from "./built-once.ts";
import { rowOf } from "./entry-row.ts";
import { codeOf } from "./errors.ts";
import type { Schema } from "./schema.ts";
import { plannedReminderOf } from "./withdraw.ts";

/** PostgreSQL's unique_violation: another entry took the place meanwhile, or the same request wrote it. */
const taken = "23505";

type Name = keyof ReturnType<typeof rowOf> | "lock" | "quarters";

/** The statement that appends the row, with `kept` beside it, unless a planned reminder is to be changed with it. */
function statementOf(value: (name: Name) => string, kept: RawBuilder<unknown>): RawBuilder<unknown> {
  const indicator = value("indicator");
  return sql`
    with held as materialized (select ${heldInStatement(value("lock"))}),
    free as (
      select from held
      where not exists (
        select from delivery, message where ${plannedReminderOf(indicator, value("quarters"))}
      )
    )${kept}
    insert into entry (indicator, period, revision, position, value, unit, typed, note, reason, kind,
      person_id, platform, at, previous_hash, hash)
    select ${indicator}::text, ${value("period")}::text, ${value("revision")}::integer,
      ${value("position")}::integer, ${value("value")}::numeric, ${value("unit")}::text, ${value("typed")}::text,
      ${value("note")}::text, ${value("reason")}::text, ${value("kind")}::text, ${value("person_id")}::text,
      ${value("platform")}::text, ${value("at")}::timestamptz, ${value("previous_hash")}::text,
      ${value("hash")}::text
    from free
    returning position`;
}

const appended = builtOnce((db, value: (name: Name) => string) => statementOf(value, sql``).compile(db));

const appendedFor = builtOnce((db, value: (name: Name | "request") => string) => {
  const kept = sql`, kept as (
    insert into request (key, indicator, position, at)
    select ${value("request")}::text, ${value("indicator")}::text, ${value("position")}::integer,
      ${value("at")}::timestamptz
    from free
  )`;
  return statementOf(value, kept).compile(db);
});

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
  const sealed = sealedAfter(entry, entries);
  const values = { ...rowOf(sealed), lock: lockKey(`indicator ${sealed.indicator}`), quarters };
  try {
    const rows =
      request === null ? await appended(db, values) : await appendedFor(db, { ...values, request });
    return rows.length === 0 ? null : sealed;
  } catch (error) {
    if (codeOf(error) === taken) return null;
    throw error;
  }
}
