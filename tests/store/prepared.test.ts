import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { freshPostgresDatabase, openPostgres, type PostgresDatabase } from "../support/databases.ts";

let database: PostgresDatabase;
let store: Store;

beforeAll(async () => {
  database = await freshPostgresDatabase("migrated");
  store = await openPostgres(database.url);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

const named = (email: string) => store.db.selectFrom("person").selectAll().where("email", "=", email);

describe("statements on PostgreSQL", () => {
  it("are read once by a connection, however often they are asked", async () => {
    const kept = await store.db.connection().execute(async (db) => {
      for (const email of ["un@cluster.example", "deux@cluster.example"])
        await db.selectFrom("person").selectAll().where("email", "=", email).execute();
      const asked = '%from "person" where "email" = $1';
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements where statement like ${asked}`.execute(db);
      return rows;
    });
    expect(kept).toHaveLength(1);
  });

  it("are asked anew once another process has changed the tables they read", async () => {
    await named("un@cluster.example").execute();
    await sql`alter table person add column nickname text`.execute(store.db);
    expect(await named("un@cluster.example").execute()).toEqual([]);
    await sql`alter table person drop column nickname`.execute(store.db);
  });

  it("fail a transaction under way then, and no later one", async () => {
    const inTransaction = () =>
      store.db
        .transaction()
        .execute((trx) => trx.selectFrom("target").selectAll().where("subject", "=", "ges").execute());
    await inTransaction();
    await sql`alter table target add column nickname text`.execute(store.db);
    await expect(inTransaction()).rejects.toThrow("cached plan must not change result type");
    expect(await inTransaction()).toEqual([]);
  });
});
