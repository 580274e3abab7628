import type { Kysely } from "kysely";
import { step } from "./deliveries.ts";
import type { Schema } from "./schema.ts";

/** What a person decides of a delivery that waits for them. */
export type DeliveryDecision = "seen" | "again";

/**
 * Settles a delivery as a person says: it arrived, or it is to be sent again. Says whether it waited for somebody:
 * one that does not is left as it is. One to be sent again is taken up by the next tick.
 */
export async function decideDelivery(
  db: Kysely<Schema>,
  id: string,
  decision: DeliveryDecision,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("delivery")
    .where("id", "=", id)
    .where((where) => where.or([where("state", "<>", "unknown"), where("due_at", "is", null)]))
    .select(["id", "state", "attempts", "token"])
    .executeTakeFirst();
  if (row === undefined) return false;
  const detail = { person: personId };
  if (decision === "seen") {
    if (row.state !== "unknown") return false;
    return await step(db, row, { to: "reconciled", cause: "seen", afterMs: null }, { detail });
  }
  if (!["unknown", "refused", "abandoned"].includes(row.state)) return false;
  return await step(db, row, { to: "planned", cause: "asked_again", afterMs: 0 }, { detail });
}
