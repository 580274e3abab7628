import type { Kysely, Transaction } from "kysely";
import type { Factor, UnversionedFactor } from "../domain/factor.ts";
import { holdSubject } from "./advisory-lock.ts";
import { factorOf, rowOf, sameFactor } from "./factor-row.ts";
import type { Schema } from "./schema.ts";

/** What became of a factor: a new id, a new version of a known one, or nothing new. */
export type FactorOutcome = "added" | "changed" | "same";

export type { UnversionedFactor } from "../domain/factor.ts";

/** Rows in one INSERT: PostgreSQL takes at most 65,535 parameters, twenty-two a row. */
const rowsPerInsert = 500;

/** The latest version of each factor, by id. */
export async function currentFactors(db: Kysely<Schema>): Promise<Map<string, Factor>> {
  const rows = await db
    .selectFrom("factor")
    .distinctOn("id")
    .selectAll()
    .orderBy("id")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.id, factorOf(row)]));
}

/** Records `factor` as the next version of its id, when anything in it differs from the latest. */
export async function addFactorVersion(
  trx: Transaction<Schema>,
  factor: UnversionedFactor,
): Promise<FactorOutcome> {
  const [outcome] = await addFactorVersions(trx, [factor]);
  if (outcome === undefined) throw new Error("no factor was considered");
  return outcome;
}

/** The same for a whole list: the outcome of each, in order. Two imports at once wait for each other. */
export async function addFactorVersions(
  trx: Transaction<Schema>,
  factors: readonly UnversionedFactor[],
): Promise<FactorOutcome[]> {
  await holdSubject(trx, "factors");
  const latest = await currentFactors(trx);
  const added: Factor[] = [];
  const outcomes = factors.map((factor): FactorOutcome => {
    const known = latest.get(factor.id);
    if (known !== undefined && sameFactor(known, factor)) return "same";
    const next = { ...factor, version: (known?.version ?? 0) + 1 };
    latest.set(factor.id, next);
    added.push(next);
    return known === undefined ? "added" : "changed";
  });
  for (let start = 0; start < added.length; start += rowsPerInsert) {
    const rows = added.slice(start, start + rowsPerInsert).map(rowOf);
    await trx.insertInto("factor").values(rows).execute();
  }
  return outcomes;
}

/** Every version of a factor, the first one first: what earlier results can be recomputed with. */
export async function factorVersions(db: Kysely<Schema>, id: string): Promise<Factor[]> {
  const rows = await db.selectFrom("factor").selectAll().where("id", "=", id).orderBy("version").execute();
  return rows.map(factorOf);
}
