import type { Insertable, Selectable } from "kysely";
import { decimal, decimalText } from "../domain/decimal.ts";
import type { Entry } from "../domain/entry.ts";
import type { EntryTable } from "./schema.ts";

/** A row of the table, as it is or as JSON gives it: its moment is then text. */
export type EntryRow = Omit<Selectable<EntryTable>, "at"> & { readonly at: Date | string };

/** The entry that a row of the table holds. */
export function entryOf(row: EntryRow): Entry {
  return {
    indicator: row.indicator,
    period: row.period,
    revision: row.revision,
    position: row.position,
    value: row.value === null ? null : decimal(row.value),
    unit: row.unit,
    typed: row.typed,
    note: row.note,
    reason: row.reason,
    kind: row.kind,
    personId: row.person_id,
    platform: row.platform,
    at: new Date(row.at).toISOString(),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** The row that holds `entry`. */
export function rowOf(entry: Entry) {
  return {
    indicator: entry.indicator,
    period: entry.period,
    revision: entry.revision,
    position: entry.position,
    value: entry.value === null ? null : decimalText(entry.value),
    unit: entry.unit,
    typed: entry.typed,
    note: entry.note,
    reason: entry.reason,
    kind: entry.kind,
    person_id: entry.personId,
    platform: entry.platform,
    at: entry.at,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  } satisfies Insertable<EntryTable>;
}
