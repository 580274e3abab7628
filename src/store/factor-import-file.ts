import type { FactorProblem } from "../domain/factor-problem.ts";
import { readAdemeRows } from "./ademe-file.ts";
import { isAdemeHeader } from "./ademe-rows.ts";
import { csvRows } from "./csv-rows.ts";
import { type LinedFactors, parseLinedFactors } from "./factor-file.ts";
import { readBytesFile, utf8Text } from "./text-file.ts";

/** The whole Base Carbone is some twenty megabytes. */
const limitBytes = 64 * 1_048_576;

/** Which layout a file of factors has: Cairn's own, or ADEME's Base Carbone. */
export type FactorLayout = "own" | "ademe";

/** A file of factors to import, in either layout. */
export type FactorImportFile = LinedFactors & { readonly layout: FactorLayout };

function failure(layout: FactorLayout, problem: FactorProblem, line: number): FactorImportFile {
  return { ok: false, layout, errors: [{ ...problem, line, column: null }] };
}

function isAdeme(text: string): boolean {
  const names = (text.split(/\r?\n/, 1)[0] ?? "").split(/[;,]/);
  return isAdemeHeader(names.map((name) => name.replace(/^"|"$/g, "")));
}

function readAdeme(text: string): FactorImportFile {
  const csv = csvRows(text, { looseQuotes: true });
  if (!csv.ok) return failure("ademe", { code: "broken_csv", data: { detail: csv.detail } }, csv.line);
  return { layout: "ademe", ...readAdemeRows(csv.rows) };
}

/**
 * Reads a text of factors in the layout that its header shows. The Base Carbone is published in
 * Windows-1252; a file that is neither that nor UTF-8 is refused.
 */
export function readFactorBytes(bytes: Buffer): FactorImportFile {
  const text = utf8Text(bytes);
  if (text !== null) return isAdeme(text) ? readAdeme(text) : { layout: "own", ...parseLinedFactors(text) };
  const ansi = new TextDecoder("windows-1252").decode(bytes);
  return isAdeme(ansi) ? readAdeme(ansi) : failure("own", { code: "not_utf8", data: {} }, 1);
}

/** Reads a file of factors to import; see readFactorBytes. */
export async function readFactorImport(path: string): Promise<FactorImportFile> {
  const file = await readBytesFile(path, limitBytes);
  return file.ok ? readFactorBytes(file.bytes) : failure("own", file.problem, 1);
}
