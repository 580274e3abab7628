import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Kysely, PGliteDialect } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import { openStore, type Store } from "../../src/store/database.ts";
import { startPglite } from "../../src/store/pglite.ts";
import type { Schema } from "../../src/store/schema.ts";

/** What every storage test runs on: `describe.each(engines)("… on %s", (engine) => …)`. */
export const engines = ["pglite", "postgres"] as const;
export type Engine = (typeof engines)[number];

/** A new migrated database, alone; its `close` throws it away. */
export function freshStore(engine: Engine): Promise<Store> {
  return engine === "pglite" ? freshPglite() : freshPostgres();
}

async function freshPglite(): Promise<Store> {
  const pglite = await startPglite({ loadDataDir: new Blob([await readFile(inject("pgliteImage"))]) });
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  return { db, engine: "pglite", connection: { engine: "pglite", pglite }, close: () => db.destroy() };
}

async function freshPostgres(): Promise<Store> {
  const database = await freshPostgresDatabase("migrated");
  const store = await openPostgres(database.url);
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { ...store, close };
}

/** Another connection pool on the PostgreSQL database of `url`. */
export async function openPostgres(url: string): Promise<Store> {
  const opened = await openStore({ databaseUrl: url, dataFolder: "" });
  if (!opened.ok) throw new Error("PostgreSQL is never busy");
  return opened.value;
}

export type PostgresDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** A new PostgreSQL database, migrated or empty. `drop` ends the connections left. */
export async function freshPostgresDatabase(state: "migrated" | "empty"): Promise<PostgresDatabase> {
  const template = state === "migrated" ? inject("postgresTemplate") : "template0";
  const name = `cairn_${randomBytes(8).toString("hex")}`;
  await asSuperuser(`create database ${name} template ${template}`);
  return {
    url: inject("postgresUrl") + name,
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
}

/** Runs one statement on the server, outside any test database. */
export async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(`${inject("postgresUrl")}postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
