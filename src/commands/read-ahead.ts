import type { Kysely } from "kysely";
import type { Entry } from "../domain/entry.ts";
import { entriesOfIndicator } from "../store/entries.ts";
import type { Schema } from "../store/schema.ts";

/** All that an indicator holds, asked for before it is known who asks. */
export type Ahead = { readonly indicator: string; readonly entries: Promise<readonly Entry[]> };

/**
 * Asks for all that an indicator (its slug) holds while the database still says who asks: one turn less before a
 * figure is written. Nothing may be shown of it before its reader is known.
 */
export function readAhead(db: Kysely<Schema>, indicator: string): Ahead {
  const entries = entriesOfIndicator(db, indicator);
  // Whoever decides on it is told of a failure; where nobody does, nobody is to be.
  entries.catch(() => undefined);
  return { indicator, entries };
}
