import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { ok, type Result } from "../domain/refusal.ts";
import { codeOf, StoreUnavailable } from "./errors.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { migrate } from "./migrate.ts";
import type { Schema } from "./schema.ts";

const defaultLockWaitMs = 5_000;

/**
 * An open database, up to date. `close` is safe to call twice. Within a transaction use its `trx` alone:
 * the embedded database has one connection, and `db` would wait for that transaction to end.
 */
export type Store = {
  readonly db: Kysely<Schema>;
  readonly engine: "pglite" | "postgres";
  /** What the queue of jobs speaks with: it has tables of its own in the same database. */
  readonly connection: Connection;
  readonly close: () => Promise<void>;
};

/** The connection below `db`. */
export type Connection =
  | { readonly engine: "pglite"; readonly pglite: PGlite }
  | { readonly engine: "postgres"; readonly pool: Pool };

/** What a first opening is doing, for the caller to say in words. */
export type OpeningStep = "creating" | "migrating";

export type StoreOptions = {
  /** Connection URL of a PostgreSQL server; without it, the embedded database of `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  readonly onProgress?: ((step: OpeningStep) => void) | undefined;
  /** How long to wait for another process that holds the folder, in ms. */
  readonly lockWaitMs?: number | undefined;
  /** How long a server may say nothing before its connection is thought dead, in ms; a minute when left out. */
  readonly silenceMs?: number | undefined;
};

/**
 * Opens the store and brings its schema up to date. Refuses `busy` when another process keeps the
 * embedded database; throws StoreUnavailable or MigrationFailed when the installation is at fault.
 * Drivers load only when chosen: the start of a short command counts.
 */
export function openStore(options: StoreOptions): Promise<Result<Store, "busy">> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openEmbedded(options);
}

async function openPostgres(url: string, options: StoreOptions): Promise<Result<Store, "busy">> {
  const [{ openPool }, { preparedPool }] = await Promise.all([
    import("./postgres.ts"),
    import("./prepared.ts"),
  ]);
  const pool = await openPool(url, options.silenceMs);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) });
  const connection = { engine: "postgres", pool } as const;
  return ok(await upToDate({ db, engine: "postgres", connection, close: () => db.destroy() }, options));
}

async function openEmbedded(options: StoreOptions): Promise<Result<Store, "busy">> {
  const lock = await lockDataFolder(options.dataFolder, options.lockWaitMs ?? defaultLockWaitMs);
  if (!lock.ok) return lock;
  try {
    return ok(await upToDate(await startEmbedded(options, lock.value), options));
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

async function lockDataFolder(folder: string, waitMs: number): Promise<Result<FolderLock, "busy">> {
  try {
    // The folder holds people's addresses: for the owner of the process alone.
    await makeFolder(folder);
    return await lockFolder(folder, waitMs);
  } catch (error) {
    throw new StoreUnavailable("folder", folder, error);
  }
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where the system refuses to make
 * anything, such as under /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
}

async function startEmbedded({ dataFolder, onProgress }: StoreOptions, lock: FolderLock): Promise<Store> {
  const { openPglite } = await import("./pglite.ts");
  const pglite = await openPglite(dataFolder, () => onProgress?.("creating")).catch((error: unknown) => {
    throw new StoreUnavailable("folder", dataFolder, error);
  });
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  const close = async () => {
    await db.destroy();
    lock.release();
  };
  return { db, engine: "pglite", connection: { engine: "pglite", pglite }, close };
}

/** `store` with every migration applied; closed again if one fails. */
async function upToDate(store: Store, { onProgress }: StoreOptions): Promise<Store> {
  try {
    await migrate(store.db, () => onProgress?.("migrating"));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
