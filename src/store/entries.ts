import { type Kysely, sql } from "kysely";
import type { Entry } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import { verifyChain } from "./chain.ts";
import { entryOf } from "./entry-row.ts";
import type { Schema } from "./schema.ts";

export { appendEntries, appendEntry, lockIndicator, lockIndicators } from "./append.ts";

/** Every revision of one indicator, in the order recorded. */
export async function entriesOfIndicator(db: Kysely<Schema>, indicator: string): Promise<Entry[]> {
  const rows = await chainOrder(db).where("indicator", "=", indicator).execute();
  return rows.map(entryOf);
}

/** Every revision of every indicator, by indicator, then in the order recorded. */
export async function allEntries(db: Kysely<Schema>): Promise<Entry[]> {
  const rows = await chainOrder(db).execute();
  return rows.map(entryOf);
}

/** Every revision for those periods, or for all when none are named; ordered as allEntries. */
export async function entriesByPeriods(db: Kysely<Schema>, periods?: readonly Period[]): Promise<Entry[]> {
  if (periods === undefined) return allEntries(db);
  if (periods.length === 0) return [];
  const rows = await chainOrder(db).where("period", "in", periods).execute();
  return rows.map(entryOf);
}

/** The entry at which a chain breaks: where the evidence is, whoever did it. */
export type BrokenLink = { readonly indicator: string; readonly period: Period; readonly revision: number };

export type Verification = {
  readonly ok: boolean;
  /** Number of entries read, revisions included. */
  readonly entries: number;
  readonly broken: BrokenLink | null;
};

/** Recomputes every chain, and names the first broken link. */
export async function verifyEntries(db: Kysely<Schema>): Promise<Verification> {
  const entries = await allEntries(db);
  for (const chain of Map.groupBy(entries, (entry) => entry.indicator).values()) {
    const broken = verifyChain(chain);
    if (broken === null) continue;
    const { indicator, period, revision } = broken;
    return { ok: false, entries: entries.length, broken: { indicator, period, revision } };
  }
  return { ok: true, entries: entries.length, broken: null };
}

/** The end of an indicator's chain. Kept elsewhere, it tells when last entries are removed. */
export type ChainHead = { readonly indicator: string; readonly count: number; readonly hash: string };

/** The head of every chain, by indicator. */
export function chainHeads(db: Kysely<Schema>): Promise<ChainHead[]> {
  return db
    .selectFrom("entry")
    .groupBy("indicator")
    .select("indicator")
    .select((select) => [
      select.fn.countAll<number>().as("count"),
      sql<string>`(array_agg(hash order by position desc))[1]`.as("hash"),
    ])
    .orderBy("indicator")
    .execute();
}

function chainOrder(db: Kysely<Schema>) {
  return db.selectFrom("entry").selectAll().orderBy("indicator").orderBy("position");
}
