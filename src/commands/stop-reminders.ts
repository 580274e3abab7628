import type { Transaction } from "kysely";
import type { NewEntry } from "../domain/entry.ts";
import { quartersGiven } from "../domain/given.ts";
import type { Schema } from "../store/schema.ts";
import { withdrawFigure } from "../store/withdraw.ts";

/** Withdraws figures that came in from the reminders still to be sent, in the transaction that records them. */
export async function stopReminders(
  trx: Transaction<Schema>,
  entries: readonly Pick<NewEntry, "indicator" | "period" | "value" | "at">[],
  timeZone: string,
): Promise<void> {
  const byIndicator = Map.groupBy(entries, ({ indicator }) => indicator);
  for (const [indicator, theirs] of byIndicator) {
    const quarters = new Set(theirs.flatMap((entry) => quartersGiven(entry, timeZone)));
    if (quarters.size > 0) await withdrawFigure(trx, indicator, [...quarters]);
  }
}
