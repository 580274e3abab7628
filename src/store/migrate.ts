import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { codeOf, MigrationFailed } from "./errors.ts";
import type { Schema } from "./schema.ts";

const shippedMigrations = fileURLToPath(new URL("../../migrations/", import.meta.url));

const undefinedTable = "42P01";

/**
 * Brings the schema up to date with the numbered SQL files of `folder`, each in its own transaction;
 * `onMigrating` is told when there is anything to do. Safe when several processes start at once on
 * PostgreSQL. Throws MigrationFailed, and leaves the database as the last good migration made it.
 */
export async function migrate(
  db: Kysely<Schema>,
  onMigrating?: () => void,
  folder: string = shippedMigrations,
): Promise<void> {
  const [shipped, applied] = await Promise.all([migrationNames(folder), appliedNames(db)]);
  const newer = applied.find((name) => !shipped.includes(name));
  if (newer !== undefined) throw new MigrationFailed(newer, "newer");
  if (shipped.every((name) => applied.includes(name))) return;
  onMigrating?.();
  await applyMissing(db, folder, shipped);
}

/** Kysely's Migrator is loaded only here: most openings have nothing to migrate. */
async function applyMissing(db: Kysely<Schema>, folder: string, names: string[]): Promise<void> {
  const { Migrator } = await import("kysely/migration");
  const provider = { getMigrations: async () => Object.fromEntries(await readAll(folder, names)) };
  const migrator = new Migrator({ db, provider });
  // One step a call, because the Migrator runs a whole call in one transaction.
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    const failed = results.find((result) => result.status === "Error");
    if (error !== undefined) throw new MigrationFailed(failed?.migrationName ?? null, "failed", error);
    if (results.length === 0) return;
  }
}

async function migrationNames(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
}

/** The names of the applied migrations; none on an empty database. */
async function appliedNames(db: Kysely<Schema>): Promise<string[]> {
  try {
    const rows = await db.selectFrom("kysely_migration").select("name").execute();
    return rows.map((row) => row.name);
  } catch (error) {
    if (codeOf(error) === undefinedTable) return [];
    throw error;
  }
}

function readAll(folder: string, names: string[]): Promise<[string, Migration][]> {
  return Promise.all(
    names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(`${folder}/${name}.sql`, "utf8");
      return [name, { up: (db) => runScript(db, text) }];
    }),
  );
}

/**
 * Runs a whole SQL file as one statement. PGlite's query protocol takes one statement at a time,
 * and `execute` in a DO block takes a script, on both engines, inside the Migrator's transaction.
 */
async function runScript(db: Kysely<unknown>, script: string): Promise<void> {
  const block = `begin execute $cairn_script$${script}$cairn_script$; end`;
  await sql`do ${sql.lit(block)}`.execute(db);
}
