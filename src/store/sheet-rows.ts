import type { CellValue, Sheet } from "hucre";
import { decimal, decimalText } from "../domain/decimal.ts";
import { type BytesProblem, readBytesFile } from "./text-file.ts";
import { unpackedBytes } from "./zip-size.ts";

/** Some two hundred thousand rows of figures. */
const limitBytes = 16 * 1_048_576;
/** What a workbook may unpack to: a bomb of a few kilobytes unpacks to gigabytes. */
const unpackedLimitBytes = 128 * 1_048_576;

/** One cell of a sheet. A number is a plain decimal, the shortest that reads back as the file's own. */
export type SheetCell =
  | { readonly kind: "text" | "number"; readonly text: string }
  /** `text` is an ISO 8601 date. */
  | { readonly kind: "date"; readonly text: string }
  /** True or false. */
  | { readonly kind: "logical"; readonly text: string }
  /** What a formula failed with, such as "#N/A". */
  | { readonly kind: "error"; readonly text: string }
  /** A formula whose result the file does not keep; `text` is the formula. */
  | { readonly kind: "formula"; readonly text: string };

/** A row of a sheet, with the number that spreadsheets show beside it. */
export type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] };

/** Why a file gave no rows. */
export type SheetProblem =
  | BytesProblem
  | { readonly code: "not_a_workbook"; readonly data: Record<never, never> }
  | { readonly code: "workbook_too_large"; readonly data: { readonly limitBytes: number } }
  | { readonly code: "no_sheet"; readonly data: Record<never, never> };

export type SheetRows =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly problem: SheetProblem };

function cellOf(value: CellValue): SheetCell {
  if (value === null) return { kind: "text", text: "" };
  if (typeof value === "number") return { kind: "number", text: decimalText(decimal(value)) };
  if (typeof value === "boolean") return { kind: "logical", text: String(value) };
  if (value instanceof Date) return { kind: "date", text: value.toISOString().slice(0, 10) };
  return { kind: "text", text: value };
}

function sheetCell(sheet: Sheet, row: number, column: number, value: CellValue): SheetCell {
  const special = sheet.cells?.get(`${row},${column}`);
  if (special?.type === "error") return { kind: "error", text: String(value) };
  if (special?.formula !== undefined && value === null) return { kind: "formula", text: special.formula };
  return cellOf(value);
}

function isBlank({ kind, text }: SheetCell): boolean {
  return kind === "text" && text.trim() === "";
}

function rowsOf(sheet: Sheet): SheetRow[] {
  return sheet.rows
    .map((values, row) => ({
      line: row + 1,
      cells: values.map((value, column) => sheetCell(sheet, row, column, value)),
    }))
    .filter(({ cells }) => !cells.every(isBlank));
}

/** The first sheet that people see, read. Throws what the reader throws on a damaged workbook. */
async function firstSheet(bytes: Buffer): Promise<Sheet | null> {
  const { readXlsx } = await import("hucre/xlsx");
  let found = false;
  const workbook = await readXlsx(bytes, {
    sheets: ({ hidden, veryHidden }) => {
      const wanted = !found && hidden !== true && veryHidden !== true;
      found ||= wanted;
      return wanted;
    },
  });
  return workbook.sheets[0] ?? null;
}

function failure(problem: SheetProblem): SheetRows {
  return { ok: false, problem };
}

/**
 * The rows of the first visible sheet of an Excel workbook (.xlsx), blank ones left out. Formulas give the
 * result that the file keeps. A file that is no workbook, is locked by a password, is damaged or would
 * unpack to more than 128 MiB is refused before it can harm.
 */
export async function readSheetRows(path: string): Promise<SheetRows> {
  const file = await readBytesFile(path, limitBytes);
  if (!file.ok) return failure(file.problem);
  const unpacked = unpackedBytes(file.bytes);
  if (unpacked === null) return failure({ code: "not_a_workbook", data: {} });
  if (unpacked > unpackedLimitBytes)
    return failure({ code: "workbook_too_large", data: { limitBytes: unpackedLimitBytes } });
  try {
    const sheet = await firstSheet(file.bytes);
    return sheet === null ? failure({ code: "no_sheet", data: {} }) : { ok: true, rows: rowsOf(sheet) };
  } catch {
    return failure({ code: "not_a_workbook", data: {} });
  }
}
