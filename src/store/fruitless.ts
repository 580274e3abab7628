import { type Kysely, sql } from "kysely";
import { fruitlessCauses } from "../domain/delivery-outcome.ts";
import type { Schema } from "./schema.ts";

/** How many of a delivery's last changes, in a row, were tries that came to nothing. */
export async function fruitlessTries(db: Kysely<Schema>, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from delivery_event
    where delivery_id = ${id}::uuid and id > coalesce(
      (
        select max(id) from delivery_event
        where delivery_id = ${id}::uuid and cause <> all(${[...fruitlessCauses]}::text[])
      ), 0
    )`.execute(db);
  return rows[0]?.count ?? 0;
}
