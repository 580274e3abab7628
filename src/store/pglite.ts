import { existsSync } from "node:fs";
import { rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";

/** PostgreSQL type numbers whose JavaScript value the two drivers would otherwise read differently. */
export const int8Type = 20;
export const dateType = 1082;

/**
 * Opens the PostgreSQL of `folder`/db, making it on the first opening (3 to 5 s; `onCreating` is
 * told). The caller holds the folder's lock. A first opening may be killed at any instant: the
 * database is made beside its place and moved there when complete.
 */
export async function openPglite(folder: string, onCreating?: () => void): Promise<PGlite> {
  const place = join(folder, "db");
  const making = join(folder, "db.making");
  await rm(making, { recursive: true, force: true });
  if (!existsSync(join(place, "PG_VERSION"))) {
    await removeIfEmpty(place);
    onCreating?.();
    const made = await startPglite({ dataDir: making });
    await made.close();
    await rename(making, place);
  }
  return startPglite({ dataDir: place });
}

/** Makes way for the database; throws, before the long work, when something else stands there. */
async function removeIfEmpty(folder: string): Promise<void> {
  if (existsSync(folder)) await rmdir(folder);
}

/** A running PGlite whose values read like those of the `pg` driver: see postgres.ts. */
export async function startPglite(options: PGliteOptions): Promise<PGlite> {
  // V8 begins to optimise hot WebAssembly while PGlite starts, and a process cannot end before these
  // compilations do: 0.35 s of a short command. A larger budget lets only lasting work reach them.
  setFlagsFromString("--wasm-tiering-budget=100000000");
  const { PGlite } = await import("@electric-sql/pglite");
  return PGlite.create({ ...options, parsers: { [int8Type]: Number, [dateType]: String } });
}
