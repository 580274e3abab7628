import { createHash } from "node:crypto";
import { decimalText } from "../domain/decimal.ts";
import type { Entry } from "../domain/entry.ts";

/** What a hash seals: all of an entry but the two hashes. */
export type SealedFields = Omit<Entry, "previousHash" | "hash">;

/**
 * The seal of an entry: SHA-256 in lower-case hex over a JSON array of its fields in a fixed order,
 * ended by the hash before it in its indicator's chain. JSON quotes every text, so that no two
 * entries read alike. Equal numbers have equal hashes: "1.50" is "1.5".
 */
export function hashOf(entry: SealedFields, previousHash: string | null): string {
  const canonical = [
    entry.indicator,
    entry.period,
    entry.revision,
    entry.position,
    entry.value === null ? null : decimalText(entry.value),
    entry.unit,
    entry.typed,
    entry.note,
    entry.reason,
    entry.kind,
    entry.personId,
    entry.platform,
    new Date(entry.at).toISOString(),
    previousHash,
  ];
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/**
 * The first entry of one indicator, given in position order, that does not follow from those before
 * it: changed since it was sealed, sealed after another entry than the one before it, or preceded
 * by a gap. Null when the chain is whole. A missing tail leaves no trace here: compare with a head
 * kept elsewhere (chainHeads).
 */
export function verifyChain(entries: readonly Entry[]): Entry | null {
  let previousHash: string | null = null;
  for (const [index, entry] of entries.entries()) {
    const inPlace = entry.position === index + 1 && entry.previousHash === previousHash;
    if (!inPlace || entry.hash !== hashOf(entry, previousHash)) return entry;
    previousHash = entry.hash;
  }
  return null;
}
