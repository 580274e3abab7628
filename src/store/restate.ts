import type { Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import { standingEntries } from "../domain/entry.ts";
import { currentQuarter } from "../domain/quarter.ts";
import { type Basis, type Restatement, restatements } from "../domain/restatement.ts";
import { allEntries } from "./entries.ts";
import { recordRestatements } from "./restatements.ts";
import type { Schema } from "./schema.ts";

/** Who changed what results follow from, and when (ISO 8601). */
export type Restating = { readonly by: string; readonly at: string };

/** Works out and records what a new basis changes in the results of ended periods; returns it. */
export async function restate(
  trx: Transaction<Schema>,
  before: Basis,
  after: Basis,
  { by, at }: Restating,
): Promise<Restatement[]> {
  const entries = standingEntries(await allEntries(trx));
  const current = currentQuarter(Temporal.Instant.from(at), after.plan.timeZone);
  const changed = restatements(before, after, entries, current);
  await recordRestatements(trx, changed, { by, at });
  return changed;
}
