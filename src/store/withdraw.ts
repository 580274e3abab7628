import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Quarter } from "../domain/period.ts";
import { step } from "./deliveries.ts";
import { readDropped, readItems, withoutDropped } from "./reminder-items.ts";
import type { Schema } from "./schema.ts";

type Touched = {
  readonly id: string;
  readonly attempts: number;
  readonly items: unknown;
  readonly copies: unknown;
  readonly dropped: unknown;
};

/** Those of the figure, or what stands for them in a query built once. */
type Quarters = readonly Quarter[] | string;

/** Whether the rows `delivery` and `message` are a reminder still to be sent that asks for the figure of one of those quarters. */
export function plannedReminderOf(indicator: string, quarters: Quarters): RawBuilder<boolean> {
  return sql<boolean>`delivery.state = 'planned' and message.id = delivery.message_id and message.kind = 'reminder'
    and exists (
      select from jsonb_array_elements(message.items || message.copies) as item
      where item ->> 'indicator' = ${indicator} and item ->> 'period' = any(${quarters}::text[])
    )`;
}

/**
 * Withdraws a figure that came in from every reminder still to be sent, in the transaction that records the
 * figure: one statement, and nothing more while none is planned. A reminder of which nothing is left is given up.
 */
export async function withdrawFigure(
  trx: Transaction<Schema>,
  indicator: string,
  quarters: readonly Quarter[],
): Promise<void> {
  const dropped = JSON.stringify(quarters.map((period) => ({ indicator, period })));
  const { rows } = await sql<Touched>`
    update delivery set dropped = delivery.dropped || ${dropped}::jsonb
    from message
    where ${plannedReminderOf(indicator, quarters)}
    returning delivery.id, delivery.attempts, message.items, message.copies, delivery.dropped`.execute(trx);
  for (const row of rows) await told(trx, row, { indicator, quarters: quarters.join(" ") });
}

/** The story of a delivery that lost a figure. */
async function told(trx: Transaction<Schema>, row: Touched, detail: Record<string, string>): Promise<void> {
  const gone = readDropped(row.dropped, "delivery.dropped");
  const all = [...readItems(row.items, "message.items"), ...readItems(row.copies, "message.copies")];
  const isEmpty = withoutDropped(all, gone).length === 0;
  const { id, attempts } = row;
  const turn = { id, attempts, state: "planned", token: null } as const;
  if (isEmpty) {
    await step(trx, turn, { to: "abandoned", cause: "given", afterMs: null }, { detail });
    return;
  }
  const event = {
    delivery_id: id,
    state: "planned",
    cause: "given",
    detail: JSON.stringify(detail),
  } as const;
  await trx.insertInto("delivery_event").values(event).execute();
}
