import type { Entry } from "./entry.ts";
import type { Period } from "./period.ts";

/** The end of an indicator's chain: the number of its revisions, and the hash of the last. */
export type ChainHead = { readonly indicator: string; readonly count: number; readonly hash: string };

/** A head with the period and the revision of its last entry, to name them once they are gone. */
export type NamedHead = ChainHead & { readonly period: Period; readonly revision: number };

/** The head of every chain among `entries`, by indicator. */
export function headsOf(entries: Iterable<Entry>): NamedHead[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const known = last.get(entry.indicator);
    if (known === undefined || entry.position > known.position) last.set(entry.indicator, entry);
  }
  return [...last.values()]
    .map(({ indicator, position, hash, period, revision }) => ({
      indicator,
      count: position,
      hash,
      period,
      revision,
    }))
    .toSorted((one, other) => (one.indicator < other.indicator ? -1 : 1));
}
