import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cairn, type Where } from "./command.ts";
import { freshFolder, suiteFolder } from "./folders.ts";

/** The words that begin a line said by the technical referent, on a November morning of 2026. */
export const technique = ["exec", "--as", "technique@cluster.example", "--at", "2026-11-24T09:00:00Z"];

/** A folder that holds a new database, for a whole suite, and what removes it. */
export async function databaseFolder(): Promise<{
  readonly where: Where;
  readonly remove: () => Promise<void>;
}> {
  const { path, remove } = await suiteFolder();
  const where = { CAIRN_DATA: path };
  await cairn(where, "verify");
  return { where, remove };
}

/** A file of that text, for one test. */
export async function file(name: string, content: string): Promise<string> {
  const path = join(await freshFolder(), name);
  await writeFile(path, content);
  return path;
}
