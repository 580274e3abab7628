import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { dateIn, isoText } from "../domain/wall-clock.ts";
import { planDeliveries } from "../store/delivery-plan.ts";
import { people } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import type { Delivering } from "./delivering.ts";

/** Tells both referents of a delivery that only they can decide about; once, whoever notices it. */
export async function reportToReferents(
  trx: Transaction<Schema>,
  { enqueue, now }: Delivering,
  about: string,
  plan: Awaited<ReturnType<Delivering["cairn"]["plan"]>>,
): Promise<void> {
  const at = now();
  const referents = new Set(plan.people.flatMap(({ email, referent }) => (referent === null ? [] : [email])));
  const readers = (await people(trx)).filter(({ email }) => referents.has(email));
  if (readers.length === 0) return;
  const rows = await trx
    .insertInto("message")
    .values(
      readers.map(({ id }) => ({
        ...{ id: randomUUID(), kind: "report", person_id: id, day: dateIn(at, plan.timeZone).toString() },
        ...{ stage: null, cc: "[]", items: "[]", copies: "[]", about },
        created_at: isoText(at),
      })),
    )
    .onConflict((conflict) => conflict.constraint("message_once_a_day_key").doNothing())
    .returning("id")
    .execute();
  const deliveries = rows.map(({ id }) => ({ messageId: id, platform: null }));
  await planDeliveries(trx, deliveries, enqueue);
}
