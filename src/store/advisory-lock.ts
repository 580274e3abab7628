import { createHash } from "node:crypto";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Waits until no other transaction holds `subject`, then holds it to the end of `trx`. What is read
 * next is what the previous holder left (in PostgreSQL's default isolation, read committed). The
 * embedded database has one connection: there the lock is always free.
 */
export async function holdSubject(trx: Transaction<Schema>, subject: string): Promise<void> {
  await sql`select ${heldInStatement(lockKey(subject))}`.execute(trx);
}

/**
 * The same as an expression of a statement, whose transaction holds the subject of that key once it is evaluated. The
 * statement itself sees what stood when it began: what it writes must be refused where the previous holder came first.
 */
export function heldInStatement(key: string): RawBuilder<void> {
  return sql<void>`pg_advisory_xact_lock(${key}::bigint)`;
}

/** A subject's key: PostgreSQL names its advisory locks by 64-bit integers, here the first half of a hash. */
export function lockKey(subject: string): string {
  return createHash("sha256").update(`cairn ${subject}`).digest().readBigInt64BE().toString();
}
