import type { Kysely, Selectable, Transaction } from "kysely";
import { type Decimal, decimal, decimalText } from "../domain/decimal.ts";
import type { Restatement } from "../domain/restatement.ts";
import type { RestatementTable, Schema } from "./schema.ts";

/** A restatement as recorded: who made it, and when, ISO 8601. */
export type RecordedRestatement = Restatement & { readonly by: string; readonly at: string };

/** Rows in one INSERT: PostgreSQL takes at most 65,535 parameters, thirteen a row. */
const rowsPerInsert = 1000;

function number(value: Decimal | null): string | null {
  return value === null ? null : decimalText(value);
}

/** Records restatements, in their order. They are never changed afterwards. */
export async function recordRestatements(
  trx: Transaction<Schema>,
  restatements: readonly Restatement[],
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const rows = restatements.map((each) => ({
    what: each.what,
    period: each.period,
    indicator: each.indicator,
    nomenclature: each.nomenclature,
    old_kgco2e: number(each.oldKgCo2e),
    new_kgco2e: number(each.newKgCo2e),
    old_factor: each.oldFactor,
    new_factor: each.newFactor,
    old_provisional: each.oldProvisional,
    new_provisional: each.newProvisional,
    reason: each.reason,
    made_by: by,
    at,
  }));
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await trx
      .insertInto("restatement")
      .values(rows.slice(start, start + rowsPerInsert))
      .execute();
  }
}

function restatementOf(row: Selectable<RestatementTable>): RecordedRestatement {
  return {
    what: row.what,
    period: row.period,
    indicator: row.indicator,
    nomenclature: row.nomenclature,
    oldKgCo2e: row.old_kgco2e === null ? null : decimal(row.old_kgco2e),
    newKgCo2e: row.new_kgco2e === null ? null : decimal(row.new_kgco2e),
    oldFactor: row.old_factor,
    newFactor: row.new_factor,
    oldProvisional: row.old_provisional,
    newProvisional: row.new_provisional,
    reason: row.reason,
    by: row.made_by,
    at: row.at.toISOString(),
  };
}

/** What was restated at that instant (ISO 8601) or after it, oldest first; each period's total before its indicators. */
export async function restatementsSince(db: Kysely<Schema>, instant: string): Promise<RecordedRestatement[]> {
  const rows = await db
    .selectFrom("restatement")
    .selectAll()
    .where("at", ">=", new Date(instant))
    .orderBy("id")
    .execute();
  return rows.map(restatementOf);
}
