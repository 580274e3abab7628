import type { Temporal } from "temporal-polyfill";
import { indicatorNamed } from "../commands/indicator-argument.ts";
import { checkWhole } from "../domain/amount.ts";
import { type Decimal, decimal } from "../domain/decimal.ts";
import type { FigureProblem } from "../domain/figure-problem.ts";
import { readNumber } from "../domain/number-text.ts";
import type { Period } from "../domain/period.ts";
import { readPeriod } from "../domain/period-text.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { readQuantity } from "../domain/quantity.ts";
import { ok, type Refusal, type Result } from "../domain/refusal.ts";
import { convert } from "../domain/unit.ts";
import { type CsvRow, csvRows } from "../store/csv-rows.ts";
import { readTextFile } from "../store/text-file.ts";

/** The columns of a file of figures; the first three must be there. */
export const figureColumns = ["indicator", "period", "value", "unit", "note"] as const;
export type FigureColumn = (typeof figureColumns)[number];
/** Some two hundred thousand figures. */
const limitBytes = 16 * 1_048_576;
const required: readonly FigureColumn[] = ["indicator", "period", "value"];

/** One figure of a file, with the line it stands on. */
export type FileFigure = {
  readonly line: number;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly value: Decimal;
  readonly typed: string;
  readonly note: string | null;
};

/** An error of a file, with its line from 1 and the column at fault. */
export type FigureFileError = { readonly line: number; readonly column: string } & (
  | { readonly refusal: Refusal }
  | { readonly problem: FigureProblem }
);

/** Every figure of a file, or everything wrong with it. */
export type FigureFile =
  | { readonly ok: true; readonly figures: readonly FileFigure[] }
  | { readonly ok: false; readonly errors: readonly FigureFileError[] };

/** What reading depends on: the plan, the moment, and who wrote the numbers. */
type Reading = { readonly plan: Plan; readonly now: Temporal.Instant; readonly delimiter: "," | ";" };
type Cells = Readonly<Record<FigureColumn, string>>;
type Cell<T> = { readonly column: FigureColumn; readonly read: Result<T> };

/**
 * The amount of a row. Programs write commas between columns and a dot in numbers, so there "1.234" is
 * exact; people's semicolon files follow the rules of people's numbers, where it is ambiguous.
 */
function readAmountCells({ value, unit }: Cells, indicator: Indicator, delimiter: "," | ";"): Cell<Decimal> {
  const machine = delimiter === "," && /^\d+\.\d+$/u.test(value);
  if (unit === "" && !machine) {
    const quantity = readQuantity(value, indicator, "fr");
    return { column: "value", read: quantity.ok ? ok(quantity.value.value) : quantity };
  }
  const number = machine ? ok(decimal(value)) : readNumber(value, "fr");
  if (!number.ok) return { column: "value", read: number };
  const converted = unit === "" ? number : convert(number.value, unit, indicator);
  if (!converted.ok) return { column: "unit", read: converted };
  return { column: "value", read: checkWhole(converted.value, indicator) };
}

function readFigure(line: number, cells: Cells, reading: Reading): FileFigure | FigureFileError[] {
  const failed = (column: FigureColumn, refusal: Refusal): FigureFileError => ({ line, column, refusal });
  const named = indicatorNamed(reading.plan, cells.indicator);
  const period = readPeriod(cells.period, reading.now, reading.plan.timeZone);
  const errors = period.ok ? [] : [failed("period", period.refusal)];
  if (!named.ok) return [failed("indicator", named.refusal), ...errors];
  const { column, read } = readAmountCells(cells, named.value, reading.delimiter);
  if (!read.ok) return [...errors, failed(column, read.refusal)];
  if (!period.ok) return errors;
  const typed = cells.unit === "" ? cells.value : `${cells.value} ${cells.unit}`;
  const note = cells.note === "" ? null : cells.note;
  return { line, indicator: named.value, period: period.value, value: read.value, typed, note };
}

function cellsOf(row: CsvRow, header: readonly string[]): Cells {
  const cell = (name: FigureColumn) => row.cells[header.indexOf(name)]?.trim() ?? "";
  return {
    indicator: cell("indicator"),
    period: cell("period"),
    value: cell("value"),
    unit: cell("unit"),
    note: cell("note"),
  };
}

function fileError(line: number, column: string, problem: FigureProblem): FigureFileError {
  return { line, column, problem };
}

function readRow(row: CsvRow, header: readonly string[], reading: Reading): FileFigure | FigureFileError[] {
  if (row.cells.length === header.length) return readFigure(row.line, cellsOf(row, header), reading);
  const data = { expected: header.length, found: row.cells.length };
  return [fileError(row.line, "", { code: "wrong_cell_count", data })];
}

function failure(...errors: FigureFileError[]): FigureFile {
  return { ok: false, errors };
}

/** Reads a CSV text of figures against a plan. Other columns are left aside. */
export function parseFigures(text: string, plan: Plan, now: Temporal.Instant): FigureFile {
  const csv = csvRows(text);
  if (!csv.ok) return failure(fileError(csv.line, "", { code: "broken_csv", data: { detail: csv.detail } }));
  const [first, ...rows] = csv.rows;
  if (first === undefined) return failure(fileError(1, "", { code: "empty_file", data: {} }));
  const header = first.cells.map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    return failure(
      ...missing.map((name) => fileError(first.line, name, { code: "missing_column", data: { name } })),
    );
  }
  const read = rows.map((row) => readRow(row, header, { plan, now, delimiter: csv.delimiter }));
  const errors = read.flatMap((figure) => (Array.isArray(figure) ? figure : []));
  const figures = read.flatMap((figure) => (Array.isArray(figure) ? [] : [figure]));
  return errors.length > 0 ? failure(...errors) : { ok: true, figures };
}

/** Reads a UTF-8 CSV file of figures; see parseFigures. */
export async function readFigureFile(path: string, plan: Plan, now: Temporal.Instant): Promise<FigureFile> {
  const file = await readTextFile(path, limitBytes);
  return file.ok ? parseFigures(file.text, plan, now) : failure(fileError(1, "", file.problem));
}
