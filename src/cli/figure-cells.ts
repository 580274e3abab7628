import { checkWhole } from "../domain/amount.ts";
import { type Decimal, decimal } from "../domain/decimal.ts";
import type { FigureProblem } from "../domain/figure-problem.ts";
import { type NumberProfile, readNumber } from "../domain/number-text.ts";
import type { Indicator } from "../domain/plan.ts";
import { readQuantity } from "../domain/quantity.ts";
import { type ErrorCode, ok, type Result, refuse } from "../domain/refusal.ts";
import { convert } from "../domain/unit.ts";
import type { SheetCell } from "../store/sheet-rows.ts";
import { type FigureColumn, type FigureFileError, type FigureRow, figureColumns } from "./figure-table.ts";

/** What a cell holds, as text without the spaces around it, nor the one character that PostgreSQL's texts cannot hold. */
export function textOf({ text }: SheetCell): string {
  return text.replaceAll("\u0000", "").trim();
}

/** A number as a program wrote it: a plain decimal, whatever its reader's own habits. */
function machineNumber(text: string): Result<Decimal> {
  const value = decimal(text);
  return value.lt(0) ? refuse("negative_value", { typed: text }) : ok(value);
}

/** The amount of a row in the indicator's unit, or which of its two cells is wrong and how. */
export function readAmountCells(
  { value, unit }: FigureRow["cells"],
  indicator: Indicator,
  profile: NumberProfile,
): { readonly column: FigureColumn; readonly read: Result<Decimal> } {
  const machine = value.kind === "number";
  if (textOf(unit) === "" && !machine) {
    const quantity = readQuantity(textOf(value), indicator, profile);
    return { column: "value", read: quantity.ok ? ok(quantity.value.value) : quantity };
  }
  const number = machine ? machineNumber(textOf(value)) : readNumber(textOf(value), profile);
  if (!number.ok) return { column: "value", read: number };
  const converted = textOf(unit) === "" ? number : convert(number.value, textOf(unit), indicator);
  if (!converted.ok) return { column: "unit", read: converted };
  return { column: "value", read: checkWhole(converted.value, indicator) };
}

/** What a cell holds that no text of a file can say; null where it is a text or a number. */
function cellProblem(column: FigureColumn, { kind, text }: SheetCell): FigureProblem | null {
  if (kind === "error") return { code: "failed_formula", data: { error: text } };
  if (kind === "formula") return { code: "formula_without_result", data: { formula: text } };
  if (kind === "date" && (column === "period" || column === "value")) {
    return { code: "date_cell", data: { date: text } };
  }
  return null;
}

/** The closed list's code for a cell of that column that cannot be read; any text does for the others. */
const codes: Readonly<Partial<Record<FigureColumn, ErrorCode>>> = {
  indicator: "unknown_indicator",
  period: "invalid_period",
  value: "invalid_number",
};

/** The cells of a row that cannot be read at all: dates where there is none to be, formulas that failed. */
export function unreadableCells({ line, cells }: FigureRow): FigureFileError[] {
  return figureColumns.flatMap((column): FigureFileError[] => {
    const problem = cellProblem(column, cells[column]);
    if (problem === null) return [];
    const code = codes[column];
    return [{ line, column, problem, ...(code === undefined ? {} : { code }) }];
  });
}
