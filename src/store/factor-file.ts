import type { FactorWarning } from "../domain/factor-notice.ts";
import type { FactorProblem } from "../domain/factor-problem.ts";
import { nearest } from "../domain/nearest.ts";
import { type CsvRow, csvRows } from "./csv-rows.ts";
import { type FactorColumn, factorColumns, factorOfCells, requiredColumns } from "./factor-cells.ts";
import type { FactorError } from "./factor-error.ts";
import type { UnversionedFactor } from "./factors.ts";
import { readTextFile } from "./text-file.ts";

/** Hundreds of times the shipped factors. */
const limitBytes = 16 * 1_048_576;

/** A file of emission factors as read: every factor of it, or everything wrong with it. */
export type FactorFile =
  | { readonly ok: true; readonly factors: readonly UnversionedFactor[] }
  | { readonly ok: false; readonly errors: readonly FactorError[] };

/** The same with the line of each factor, by id, and what is worth knowing about the file's rows. */
export type LinedFactors =
  | {
      readonly ok: true;
      readonly factors: readonly UnversionedFactor[];
      readonly lines: ReadonlyMap<string, number>;
      readonly warnings: readonly FactorWarning[];
    }
  | { readonly ok: false; readonly errors: readonly FactorError[] };

type Failure = { readonly ok: false; readonly errors: readonly FactorError[] };

function failure(problem: FactorProblem, line: number, column: string | null = null): Failure {
  return { ok: false, errors: [{ ...problem, line, column }] };
}

/** The columns of the header: unknown ones would lose what they hold, so they are refused. */
function headerErrors({ line, cells: names }: CsvRow): FactorError[] {
  const known: readonly string[] = factorColumns;
  const wrong = names.flatMap((name, index): FactorProblem[] => {
    if (!known.includes(name)) {
      return [{ code: "unknown_column", data: { name, nearest: nearest(name, known) } }];
    }
    return names.indexOf(name) < index ? [{ code: "duplicate_column", data: { name } }] : [];
  });
  const missing = requiredColumns
    .filter((name) => !names.includes(name))
    .map((name): FactorProblem => ({ code: "missing_column", data: { name } }));
  return [...wrong, ...missing].map((problem) => ({ ...problem, line, column: null }));
}

function readRow(row: CsvRow, names: readonly string[], mark: "." | ","): UnversionedFactor | FactorError[] {
  const { line, cells } = row;
  if (cells.length !== names.length) {
    const data = { expected: names.length, found: cells.length };
    return [{ code: "wrong_cell_count", data, line, column: null }];
  }
  const texts = new Map(names.map((name, index) => [name, (cells[index] ?? "").trim()]));
  const read = factorOfCells({ mark, text: (column: FactorColumn) => texts.get(column) ?? "" });
  return "id" in read ? read : read.map((problem) => ({ ...problem, line }));
}

function readRows(rows: readonly CsvRow[], names: readonly string[], mark: "." | ","): LinedFactors {
  const factors: UnversionedFactor[] = [];
  const errors: FactorError[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, names, mark);
    if (!("id" in read)) {
      errors.push(...read);
      continue;
    }
    const firstLine = firstLines.get(read.id);
    if (firstLine === undefined) firstLines.set(read.id, row.line);
    else
      errors.push({ code: "duplicate_id", data: { id: read.id, firstLine }, line: row.line, column: "id" });
    factors.push(read);
  }
  return errors.length === 0 ? { ok: true, factors, lines: firstLines, warnings: [] } : { ok: false, errors };
}

/**
 * Reads emission factors in Cairn's layout (docs/plan.md): one row a factor, kgCO2e per unit. A file with
 * semicolons writes decimals with a comma, one with commas with a dot; the other mark is taken where it
 * cannot be mistaken for thousands.
 */
export function parseLinedFactors(text: string): LinedFactors {
  const csv = csvRows(text);
  if (!csv.ok) return failure({ code: "broken_csv", data: { detail: csv.detail } }, csv.line);
  const [first, ...rows] = csv.rows;
  if (first === undefined || rows.length === 0) return failure({ code: "empty_file", data: {} }, 1);
  const header = { line: first.line, cells: first.cells.map((name) => name.trim()) };
  const wrong = headerErrors(header);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  return readRows(rows, header.cells, csv.delimiter === ";" ? "," : ".");
}

/** Reads emission factors in Cairn's layout; see parseLinedFactors. */
export function parseFactors(text: string): FactorFile {
  const read = parseLinedFactors(text);
  return read.ok ? { ok: true, factors: read.factors } : read;
}

/** Reads a UTF-8 file of emission factors; see parseFactors. */
export async function readFactorFile(path: string): Promise<FactorFile> {
  const file = await readTextFile(path, limitBytes);
  return file.ok ? parseFactors(file.text) : failure(file.problem, 1);
}
