import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A document of the project: its path from the root, and its text. */
export type Document = { readonly path: string; readonly text: string };

const root = new URL("../../", import.meta.url);
const elsewhere: ReadonlySet<string> = new Set(["node_modules", "fixtures"]);

/** The full path of what stands at that path of the project. */
export function placeOf(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** The text of a file of the project. */
export function read(path: string): Promise<string> {
  return readFile(placeOf(path), "utf8");
}

/** Every file of a folder of the project ("" for all of it) with that ending; installed and hidden ones left out. */
export async function filesOf(folder: string, ending: string): Promise<Document[]> {
  const entries = await readdir(placeOf(folder), { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !name.startsWith(".") && !elsewhere.has(name))
    .map(async (entry): Promise<Document[]> => {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) return filesOf(`${path}/`, ending);
      return path.endsWith(ending) ? [{ path, text: await read(path) }] : [];
    });
  return (await Promise.all(found)).flat();
}

/** What stands under a heading, down to the next heading of any level; empty when it is not there. */
export function sectionOf(text: string, heading: string): string {
  const [, after = ""] = text.split(`\n${heading}\n`);
  return after.split(/\n#{1,6} /u)[0] ?? "";
}

/** The rows of the tables of a text, heads left out: cells in plain text, without code marks. */
export function tableRows(text: string): string[][] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const isHead = /^\| -/u.test(lines[index + 1] ?? "");
    if (!line.startsWith("|") || isHead || /^\| -/u.test(line)) return [];
    const cells = line.split(/(?<!\\)\|/u).slice(1, -1);
    return [cells.map((cell) => cell.replaceAll("`", "").trim())];
  });
}
