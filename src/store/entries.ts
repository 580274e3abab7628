import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ChainHead, NamedHead } from "../domain/chain-head.ts";
import type { Entry } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import { builtOnce } from "./built-once.ts";
import { verifyChain } from "./chain.ts";
import { lastHeads } from "./digests.ts";
import { type EntryRow, entryOf } from "./entry-row.ts";
import type { Schema } from "./schema.ts";

export { appendEntries, appendEntry, lockIndicator, lockIndicators } from "./append.ts";
export { appendAtOnce } from "./append-at-once.ts";

const chainRows = builtOnce((db, text: (name: "indicator") => string) =>
  chainOrder(db).where("indicator", "=", text("indicator")).compile(),
);

/** Every revision of one indicator, in the order recorded. */
export async function entriesOfIndicator(db: Kysely<Schema>, indicator: string): Promise<Entry[]> {
  return (await chainRows(db, { indicator })).map(entryOf);
}

/** All rows of one indicator as one JSON value, in the order recorded; figures are text: JSON's numbers lose digits. */
export function chainAsJson(db: Kysely<Schema>, indicator: string): RawBuilder<EntryRow[]> {
  const chain = db
    .selectFrom("entry")
    .where("indicator", "=", indicator)
    .select(["indicator", "period", "revision", "position", "unit", "typed", "note", "reason", "kind"])
    .select(["person_id", "platform", "at", "previous_hash", "hash"])
    .select(sql<string | null>`value::text`.as("value"));
  return sql`(select coalesce(json_agg(chain order by chain.position), '[]') from ${chain} as chain)`;
}

const requestRows = builtOnce((db, text: (name: "indicator" | "request") => string) =>
  chainOrder(db)
    .leftJoin("request", (join) =>
      join
        .onRef("request.indicator", "=", "entry.indicator")
        .onRef("request.position", "=", "entry.position")
        .on("request.key", "=", text("request")),
    )
    .select("request.key as asked")
    .where("entry.indicator", "=", text("indicator"))
    .compile(),
);

/** Every revision of one indicator, in the order recorded, and the one that a request (its digest) wrote. */
export async function entriesForRequest(
  db: Kysely<Schema>,
  indicator: string,
  request: string,
): Promise<{ readonly entries: Entry[]; readonly written: Entry | null }> {
  const rows = await requestRows(db, { indicator, request });
  const found = rows.find(({ asked }) => asked !== null);
  return { entries: rows.map(entryOf), written: found === undefined ? null : entryOf(found) };
}

/** Every revision of those indicators, by indicator, then in the order recorded. */
export async function entriesOfIndicators(
  db: Kysely<Schema>,
  indicators: readonly string[],
): Promise<Entry[]> {
  if (indicators.length === 0) return [];
  const rows = await chainOrder(db).where("entry.indicator", "in", indicators).execute();
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

/**
 * Recomputes every chain, and names the first broken link. Each must also go through the head that the last
 * digest kept of it: where it does not, its end was removed or sealed again, and that head is named.
 */
export async function verifyEntries(db: Kysely<Schema>): Promise<Verification> {
  // Before the entries: what is recorded between the two only makes chains longer.
  const heads = await lastHeads(db);
  const entries = await allEntries(db);
  const chains = Map.groupBy(entries, (entry) => entry.indicator);
  const broken = firstBroken(chains) ?? firstLost(heads, chains);
  if (broken === null) return { ok: true, entries: entries.length, broken };
  const { indicator, period, revision } = broken;
  return { ok: false, entries: entries.length, broken: { indicator, period, revision } };
}

type Chains = ReadonlyMap<string, readonly Entry[]>;

function firstBroken(chains: Chains): BrokenLink | null {
  for (const chain of chains.values()) {
    const broken = verifyChain(chain);
    if (broken !== null) return broken;
  }
  return null;
}

/** The entry that stands in a head's place with another hash, or the head itself where nothing does. */
function firstLost(heads: readonly NamedHead[], chains: Chains): BrokenLink | null {
  for (const head of heads) {
    const entry = chains.get(head.indicator)?.[head.count - 1];
    if (entry?.hash !== head.hash) return entry ?? head;
  }
  return null;
}

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
  return db.selectFrom("entry").selectAll("entry").orderBy("entry.indicator").orderBy("entry.position");
}
