import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { ok, type Result, refuse } from "../domain/refusal.ts";

/** An exclusive hold on a data folder, freed by the system if the process dies; `release` may be called twice. */
export type FolderLock = { readonly release: () => void };

const retryMs = 50;
const sqliteBusy = 5;

/**
 * Takes the exclusive lock of `folder`, trying for `waitMs` before refusing `busy` with the holder.
 * The lock is SQLite's, on an empty lock.db: the system knows when its holder is gone, which a pid
 * file does not (a container starts every process with the same pid).
 */
export async function lockFolder(folder: string, waitMs: number): Promise<Result<FolderLock, "busy">> {
  const holderFile = join(folder, "holder.json");
  const database = new DatabaseSync(join(folder, "lock.db"));
  const deadline = performance.now() + waitMs;
  while (!tryExclusive(database)) {
    if (performance.now() >= deadline) {
      database.close();
      return refuse("busy", { holder: readHolder(holderFile) });
    }
    await setTimeout(retryMs);
  }
  writeHolder(holderFile);
  return ok({
    release: () => {
      if (!database.isOpen) return;
      rmSync(holderFile, { force: true });
      database.close();
    },
  });
}

function tryExclusive(database: DatabaseSync): boolean {
  try {
    // A journal in memory: a killed holder leaves no file of it behind.
    database.exec("pragma journal_mode = memory; begin exclusive");
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    database.close();
    throw error;
  }
}

/** SQLITE_BUSY or one of its extended codes, which keep the plain code in their low byte. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return typeof error.errcode === "number" && (error.errcode & 0xff) === sqliteBusy;
}

/** Who holds the folder, for people: `cli.ts start (pid 42, 2026-11-24T08:00:00.000Z)`. */
function writeHolder(file: string): void {
  const [script = "node", verb = ""] = process.argv.slice(1);
  // Only a bare verb is kept: further arguments may hold addresses or figures.
  const command = /^[a-z-]+$/.test(verb) ? `${basename(script)} ${verb}` : basename(script);
  writeFileSync(file, JSON.stringify({ pid: process.pid, command, since: new Date().toISOString() }));
}

function readHolder(file: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof holder !== "object" || holder === null) return "?";
    const { pid, command, since } = { pid: "?", command: "?", since: "?", ...holder };
    return `${command} (pid ${pid}, ${since})`;
  } catch {
    // Read between another process's lock and its holder file: the refusal stands all the same.
    return "?";
  }
}
