import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, Transaction } from "kysely";
import type { NamedHead } from "../domain/chain-head.ts";
import type { Month } from "../domain/month.ts";
import type { Period } from "../domain/period.ts";
import { isQuarter, isYear } from "../domain/quarter.ts";
import { holdSubject } from "./advisory-lock.ts";
import { type Enqueue, planDeliveries } from "./delivery-plan.ts";
import { fieldsOf, integer, listOf, type Read, text } from "./json-fields.ts";
import type { DigestTable, Schema } from "./schema.ts";

/** A digest as it was posted. `data` and `chart` are JSON that this module does not look into. */
export type PostedDigest = {
  readonly month: Month;
  /** ISO 8601 in UTC. */
  readonly postedAt: string;
  readonly language: "fr" | "en";
  readonly data: unknown;
  readonly text: string;
  readonly heads: readonly NamedHead[];
  readonly chart: unknown;
};

const periodText: Read<Period> = (value, at) => {
  const period = text(value, at);
  if (isQuarter(period) || isYear(period)) return period;
  throw new Error(`${at}: a period expected in the stored JSON.`);
};

const headFrom: Read<NamedHead> = (value, at) => {
  const field = fieldsOf(value, at);
  return {
    indicator: field(text, "indicator"),
    count: field(integer, "count"),
    hash: field(text, "hash"),
    period: field(periodText, "period"),
    revision: field(integer, "revision"),
  };
};
const headsFrom = listOf(headFrom);

function postedOf(row: Selectable<DigestTable>): PostedDigest {
  const { month, language, data, text, chart } = row;
  const heads = headsFrom(row.heads, "digest.heads");
  return { month, postedAt: row.posted_at.toISOString(), language, data, text, heads, chart };
}

/** Waits until no other transaction posts a digest, and holds that to the end of `trx`. */
export async function lockDigests(trx: Transaction<Schema>): Promise<void> {
  await holdSubject(trx, "digest");
}

/** The digest posted for a month; null when none was. */
export async function postedDigest(db: Kysely<Schema>, month: Month): Promise<PostedDigest | null> {
  const row = await db.selectFrom("digest").selectAll().where("month", "=", month).executeTakeFirst();
  return row === undefined ? null : postedOf(row);
}

/** When the digest of the latest month before `month` was posted, by `instant` (both ISO 8601); null when none was. */
export async function postedBefore(
  db: Kysely<Schema>,
  month: Month,
  instant: string,
): Promise<string | null> {
  const row = await db
    .selectFrom("digest")
    .select("posted_at")
    .where("month", "<", month)
    .where("posted_at", "<=", new Date(instant))
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.posted_at.toISOString() ?? null;
}

/** The chain heads that the last digest posted kept; empty before the first. */
export async function lastHeads(db: Kysely<Schema>): Promise<readonly NamedHead[]> {
  const row = await db
    .selectFrom("digest")
    .select("heads")
    .orderBy("posted_at", "desc")
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? [] : headsFrom(row.heads, "digest.heads");
}

/** What the channel is sent: on which day (ISO 8601), the card as it was made, and the queue. */
export type DigestMessage = { readonly day: string; readonly card: unknown; readonly enqueue: Enqueue };

/**
 * Records a digest as posted, and the message to the cluster's channel in the ledger, to be delivered. The
 * digests' lock must be held, and the month not posted yet. Gives back what the database keeps.
 */
export async function recordDigest(
  trx: Transaction<Schema>,
  posted: PostedDigest,
  { day, card, enqueue }: DigestMessage,
): Promise<PostedDigest> {
  const { month, postedAt: posted_at, language, data, text, heads, chart } = posted;
  const json = { data: JSON.stringify(data), heads: JSON.stringify(heads), chart: JSON.stringify(chart) };
  const row = await trx
    .insertInto("digest")
    .values({ month, posted_at, language, text, ...json })
    .returningAll()
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await trx
    .insertInto("message")
    .values({
      id,
      kind: "digest",
      person_id: null,
      day,
      stage: null,
      cc: "[]",
      items: "[]",
      copies: "[]",
      created_at: posted_at,
      period: month,
      card: JSON.stringify(card),
    })
    .execute();
  await planDeliveries(trx, [{ messageId: id, platform: null }], enqueue);
  return postedOf(row);
}
