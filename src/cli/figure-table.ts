import type { FigureProblem } from "../domain/figure-problem.ts";
import type { ErrorCode, Refusal } from "../domain/refusal.ts";
import { type CsvRow, csvRows } from "../store/csv-rows.ts";
import { readSheetRows, type SheetCell } from "../store/sheet-rows.ts";
import { readTextFile } from "../store/text-file.ts";

/** The columns of a file of figures; the first three must be there. */
export const figureColumns = ["indicator", "period", "value", "unit", "note"] as const;
export type FigureColumn = (typeof figureColumns)[number];
const required: readonly FigureColumn[] = ["indicator", "period", "value"];
/** Some two hundred thousand figures. */
const limitBytes = 16 * 1_048_576;

/** One row of figures, from a CSV file or a sheet alike; a column that the file lacks is a blank text. */
export type FigureRow = { readonly line: number; readonly cells: Readonly<Record<FigureColumn, SheetCell>> };

/**
 * An error of a file, with its line from 1 and the column at fault. A problem of one cell also has the code
 * of the closed list that it comes to.
 */
export type FigureFileError = { readonly line: number; readonly column: string } & (
  | { readonly refusal: Refusal }
  | { readonly problem: FigureProblem; readonly code?: ErrorCode }
);

/** The rows of a file of figures, or everything wrong with its shape. */
export type FigureTable =
  | { readonly ok: true; readonly rows: readonly FigureRow[] }
  | { readonly ok: false; readonly errors: readonly FigureFileError[] };

type Row = { readonly line: number; readonly cells: readonly SheetCell[] };

function failure(line: number, column: string, problem: FigureProblem): FigureTable {
  return { ok: false, errors: [{ line, column, problem }] };
}

function headerErrors(line: number, names: readonly string[]): FigureFileError[] {
  const missing = required
    .filter((name) => !names.includes(name))
    .map((name) => ({ line, column: name, problem: { code: "missing_column", data: { name } } as const }));
  const twice = figureColumns
    .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    .map((name) => ({ line, column: name, problem: { code: "duplicate_column", data: { name } } as const }));
  return [...missing, ...twice];
}

/** The rows under a header that names the columns in any order. Other columns are left aside. */
function tableOf([header, ...rows]: readonly Row[]): FigureTable {
  if (header === undefined) return failure(1, "", { code: "empty_file", data: {} });
  const names = header.cells.map(({ text }) => text.trim().toLowerCase());
  const errors = headerErrors(header.line, names);
  if (errors.length > 0) return { ok: false, errors };
  const blank: SheetCell = { kind: "text", text: "" };
  return {
    ok: true,
    rows: rows.map(({ line, cells }) => {
      const cell = (name: FigureColumn): SheetCell => cells[names.indexOf(name)] ?? blank;
      return {
        line,
        cells: {
          indicator: cell("indicator"),
          period: cell("period"),
          value: cell("value"),
          unit: cell("unit"),
          note: cell("note"),
        },
      };
    }),
  };
}

/**
 * A cell of a CSV file. Programs write commas between columns and a dot in numbers, so there "1.234" is
 * exact; people's semicolon files follow the rules of people's numbers, where it is ambiguous.
 */
function csvCell(text: string, delimiter: "," | ";"): SheetCell {
  const machine = delimiter === "," && /^\d+\.\d+$/u.test(text.trim());
  return { kind: machine ? "number" : "text", text };
}

function cellCountErrors(rows: readonly CsvRow[], expected: number): FigureFileError[] {
  return rows
    .filter(({ cells }) => cells.length !== expected)
    .map(({ line, cells }) => {
      return {
        line,
        column: "",
        problem: { code: "wrong_cell_count", data: { expected, found: cells.length } },
      };
    });
}

/** The rows of a CSV text of figures. */
export function csvTable(text: string): FigureTable {
  const csv = csvRows(text);
  if (!csv.ok) return failure(csv.line, "", { code: "broken_csv", data: { detail: csv.detail } });
  const table = tableOf(
    csv.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => csvCell(cell, csv.delimiter)) })),
  );
  const [header, ...rows] = csv.rows;
  if (!table.ok || header === undefined) return table;
  const errors = cellCountErrors(rows, header.cells.length);
  return errors.length > 0 ? { ok: false, errors } : table;
}

async function workbookTable(path: string): Promise<FigureTable> {
  const sheet = await readSheetRows(path);
  return sheet.ok ? tableOf(sheet.rows) : failure(1, "", sheet.problem);
}

/** The rows of a file of figures: an Excel workbook by its name, or else a UTF-8 CSV file. */
export async function readFigureTable(path: string): Promise<FigureTable> {
  if (/\.(?:xls[xmb]?|ods)$/iu.test(path)) return await workbookTable(path);
  const file = await readTextFile(path, limitBytes);
  return file.ok ? csvTable(file.text) : failure(1, "", file.problem);
}
