import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import type { Plan } from "../../src/domain/plan.ts";
import type { Store } from "../../src/store/database.ts";
import { inParts } from "../../src/store/delivery-plan.ts";
import { planToJson } from "../../src/store/plan-json.ts";
import { savePlan } from "../../src/store/plans.ts";
import { openPostgres } from "../../tests/support/databases.ts";

/** A new database of that name on the server, with the plan and its people, who have talked with Cairn in Slack. */
export async function databaseWith(server: string, name: string, plan: Plan): Promise<[string, Store]> {
  const client = new pg.Client(`${server}postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const store = await openPostgres(server + name);
  await store.db.transaction().execute(async (trx) => {
    for (const part of inParts(plan.people))
      await trx
        .insertInto("person")
        .values(
          part.map(({ email, name: called }) => ({
            ...{ id: randomUUID(), email, name: called, language: null, number_profile: null },
          })),
        )
        .execute();
    await sql`
      insert into slack_conversation (person_id, account, conversation, seen_at)
      select id, 'U' || number, 'D' || number, '2026-09-01T08:00:00Z'
      from (select id, row_number() over () as number from person) as known`.execute(trx);
    const content = planToJson(plan);
    await savePlan(trx, { content, digest: name, by: "bench", at: "2026-09-01T08:00:00.000Z" });
  });
  return [server + name, store];
}
