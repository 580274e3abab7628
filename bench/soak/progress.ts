import { type Kysely, sql } from "kysely";
import type { Schema } from "../../src/store/schema.ts";

/** How far the season's messages are: those planned so far, and those still on their way. */
export type Progress = { readonly planned: number; readonly open: number };

/** Counts them. */
export async function progressOf(db: Kysely<Schema>): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::integer as planned,
      (count(*) filter (where state in ('planned', 'sending', 'unknown')))::integer as open
    from delivery`.execute(db);
  return rows[0] ?? { planned: 0, open: 0 };
}
