import type { Decimal } from "./decimal.ts";
import type { Period } from "./period.ts";

/** What made a revision: a first figure, a correction, a withdrawal, or a row of a bulk import. */
export type EntryKind = "submit" | "correct" | "cancel" | "import";

/** What a person submits: one figure for one indicator and one period. */
export type NewEntry = {
  readonly indicator: string;
  readonly period: Period;
  /** In the indicator's unit; null when the figure is withdrawn and counts as missing again. */
  readonly value: Decimal | null;
  readonly unit: string;
  /** What the person typed for the amount, as typed. */
  readonly typed: string;
  readonly note: string | null;
  /** Why the figure was corrected or withdrawn; null on a first figure. */
  readonly reason: string | null;
  readonly kind: EntryKind;
  /** The person's opaque id: erasing a person leaves the chain whole. */
  readonly personId: string;
  readonly platform: string;
  /** When it was submitted, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
};

/** One recorded revision. A correction is a new revision; none is ever changed. */
export type Entry = NewEntry & {
  /** 1 for the first figure of an indicator and period, then one more each time. */
  readonly revision: number;
  /** Place in the indicator's hash chain, from 1. */
  readonly position: number;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** The latest revision of each (indicator, period) among `entries`, withdrawn ones included. */
export function latestRevisions(entries: Iterable<Entry>): Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.indicator} ${entry.period}`;
    const known = latest.get(key);
    if (known === undefined || entry.revision > known.revision) latest.set(key, entry);
  }
  return [...latest.values()];
}

/** An entry whose figure stands. */
export type StandingEntry = Entry & { readonly value: Decimal };

/** The figures that count: latest revisions, without the withdrawn ones. */
export function standingEntries(entries: Iterable<Entry>): StandingEntry[] {
  return latestRevisions(entries).filter((entry): entry is StandingEntry => entry.value !== null);
}
