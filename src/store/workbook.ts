import type { CellValue, WriteSheet } from "hucre";
import { type Decimal, decimal, decimalText } from "../domain/decimal.ts";

/** A cell of a table: a text, an exact number, a yes or no, or nothing. */
export type TableCell = string | number | boolean | Decimal | null;

/** A table ready to be written: its name, its columns, its rows in the columns' order. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** What a cell of Excel holds at most, in UTF-16 units (Microsoft, Excel specifications and limits). */
const longestText = 32_767;
const widestColumn = 60;

/** A number as it is, or as text where a spreadsheet's floating point would lose digits. */
function numberCell(value: Decimal): CellValue {
  const text = decimalText(value);
  const float = Number(text);
  return decimal(float).eq(value) ? float : text;
}

function cellValue(cell: TableCell): CellValue {
  if (cell === "") return null;
  if (typeof cell === "string") {
    const whole = cell.length > longestText ? `${cell.slice(0, longestText - 1)}…` : cell;
    // "_x0041_" in a workbook means "A" (ECMA-376 part 1, 22.4.2.4), and the writer leaves it as it is.
    return whole.replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_");
  }
  return cell === null || typeof cell !== "object" ? cell : numberCell(cell);
}

function sheetOf({ name, columns, rows }: Table): WriteSheet {
  const values = rows.map((row) => row.map(cellValue));
  const widths = columns.map((column, index) => {
    const lengths = values.map((row) => String(row[index] ?? "").length);
    return { width: Math.min(widestColumn, lengths.reduce((a, b) => Math.max(a, b), column.length) + 2) };
  });
  return { name, columns: widths, rows: [[...columns], ...values], freezePane: { rows: 1 } };
}

/**
 * An Excel workbook with a sheet a table. Texts are written as texts, so that none can run as a formula,
 * and numbers as numbers.
 */
export async function workbookBytes(tables: readonly Table[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({ sheets: tables.map(sheetOf) });
}
