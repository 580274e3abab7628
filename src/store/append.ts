import { sql, type Transaction } from "kysely";
import type { Entry, NewEntry } from "../domain/entry.ts";
import { holdSubject } from "./advisory-lock.ts";
import { hashOf } from "./chain.ts";
import { rowOf } from "./entry-row.ts";
import type { Schema } from "./schema.ts";

/** Rows in one INSERT: PostgreSQL takes at most 65,535 parameters, fifteen a row. */
const rowsPerInsert = 500;

/** Holds an indicator's chain to the end of `trx`: read what decides an entry, and append it, under this lock. */
export async function lockIndicator(trx: Transaction<Schema>, indicator: string): Promise<void> {
  await holdSubject(trx, `indicator ${indicator}`);
}

/** Holds several chains, in one order everywhere: two imports at once wait, and never deadlock. */
export async function lockIndicators(trx: Transaction<Schema>, indicators: Iterable<string>): Promise<void> {
  for (const indicator of [...new Set(indicators)].sort()) await lockIndicator(trx, indicator);
}

/**
 * Records the next revision of `entry`'s period, sealed, after `entries`: all that its indicator holds, read under
 * its lock. With `request`, a digest, the same statement keeps which entry that request wrote.
 */
export async function appendEntry(
  trx: Transaction<Schema>,
  entry: NewEntry,
  entries: readonly Entry[],
  request: string | null,
): Promise<Entry> {
  const appended = sealedAfter(entry, entries);
  const { indicator, position, at } = appended;
  const insert =
    request === null
      ? trx
      : trx.with("kept", (db) => db.insertInto("request").values({ key: request, indicator, position, at }));
  await insert.insertInto("entry").values(rowOf(appended)).execute();
  return appended;
}

/** The next revision of `entry`'s period, sealed, after `entries`: all that its indicator holds. */
export function sealedAfter(entry: NewEntry, entries: readonly Entry[]): Entry {
  return seal(storable(entry), new Map([[entry.indicator, tailOf(entries)]]));
}

/** Records `entries` in their order, each sealed after the one before it. The indicators' locks must be held. */
export async function appendEntries(
  trx: Transaction<Schema>,
  entries: readonly NewEntry[],
): Promise<Entry[]> {
  if (entries.length === 0) return [];
  const tails = await readTails(trx, new Set(entries.map((entry) => entry.indicator)));
  const appended = entries.map((entry) => seal(storable(entry), tails));
  for (let start = 0; start < appended.length; start += rowsPerInsert) {
    const rows = appended.slice(start, start + rowsPerInsert).map(rowOf);
    await trx.insertInto("entry").values(rows).execute();
  }
  return appended;
}

/** Where an indicator's chain ends, and the last revision of each of its periods. */
type Tail = { position: number; hash: string | null; readonly revisions: Map<string, number> };

/** The end of the chain that `entries` are, in its order. */
function tailOf(entries: readonly Entry[]): Tail {
  const last = entries.at(-1);
  const revisions = new Map(entries.map(({ period, revision }) => [period, revision]));
  return { position: last?.position ?? 0, hash: last?.hash ?? null, revisions };
}

async function readTails(trx: Transaction<Schema>, indicators: Set<string>): Promise<Map<string, Tail>> {
  const tails = new Map<string, Tail>();
  for (const indicator of indicators) tails.set(indicator, { position: 0, hash: null, revisions: new Map() });
  const rows = await trx
    .selectFrom("entry")
    .where("indicator", "in", [...indicators])
    .groupBy(["indicator", "period"])
    .select(["indicator", "period"])
    .select((select) => [
      select.fn.max("revision").as("revision"),
      select.fn.max("position").as("position"),
      sql<string>`(array_agg(hash order by position desc))[1]`.as("hash"),
    ])
    .execute();
  for (const { indicator, period, revision, position, hash } of rows) {
    const tail = tails.get(indicator);
    if (tail === undefined) continue;
    tail.revisions.set(period, revision);
    if (position > tail.position) Object.assign(tail, { position, hash });
  }
  return tails;
}

/** The next entry of its chain; `tails` moves on. */
function seal(entry: NewEntry, tails: Map<string, Tail>): Entry {
  const tail = tails.get(entry.indicator) ?? {
    position: 0,
    hash: null,
    revisions: new Map<string, number>(),
  };
  const revision = (tail.revisions.get(entry.period) ?? 0) + 1;
  const fields = { ...entry, revision, position: tail.position + 1 };
  const previousHash = tail.hash;
  const hash = hashOf(fields, previousHash);
  tail.revisions.set(entry.period, revision);
  tail.position = fields.position;
  tail.hash = hash;
  return { ...fields, previousHash, hash };
}

/** `entry` as the database will give it back: hashing anything else would break the chain at the next reading. */
function storable(entry: NewEntry): NewEntry {
  return {
    ...entry,
    typed: storableText(entry.typed),
    note: entry.note === null ? null : storableText(entry.note),
    reason: entry.reason === null ? null : storableText(entry.reason),
    at: new Date(entry.at).toISOString(),
  };
}

/** PostgreSQL's text holds neither U+0000 nor half a surrogate pair: both become U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
