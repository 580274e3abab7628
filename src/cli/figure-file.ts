import type { Temporal } from "temporal-polyfill";
import { indicatorNamed } from "../commands/indicator-argument.ts";
import type { Decimal } from "../domain/decimal.ts";
import { type NumberProfile, typeableNumber } from "../domain/number-text.ts";
import type { Period } from "../domain/period.ts";
import { readPeriod } from "../domain/period-text.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { readAmountCells, textOf, unreadableCells } from "./figure-cells.ts";
import {
  csvTable,
  type FigureFileError,
  type FigureRow,
  type FigureTable,
  readFigureTable,
} from "./figure-table.ts";

/** One figure of a file, with the line it stands on. */
export type FileFigure = {
  readonly line: number;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly value: Decimal;
  readonly typed: string;
  /** The amount as its reader would type it in a line of chat. */
  readonly typeable: string;
  readonly note: string | null;
};

/** The figures of a file that can be read, and what is wrong with the others: all is well without errors. */
export type FigureFile = {
  readonly figures: readonly FileFigure[];
  readonly errors: readonly FigureFileError[];
};

/** What reading depends on: the plan, the moment, and how whoever wrote the texts writes numbers. */
export type Reading = {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  readonly profile: NumberProfile;
};

function readFigure(row: FigureRow, { plan, now, profile }: Reading): FileFigure | FigureFileError[] {
  const { line, cells } = row;
  const unreadable = unreadableCells(row);
  if (unreadable.length > 0) return unreadable;
  const named = indicatorNamed(plan, textOf(cells.indicator));
  const read = readPeriod(textOf(cells.period), now, plan.timeZone);
  const errors: FigureFileError[] = read.ok ? [] : [{ line, column: "period", refusal: read.refusal }];
  if (!named.ok) return [{ line, column: "indicator", refusal: named.refusal }, ...errors];
  const indicator = named.value;
  const amount = readAmountCells(cells, indicator, profile);
  if (!amount.read.ok) return [...errors, { line, column: amount.column, refusal: amount.read.refusal }];
  if (!read.ok) return errors;
  const value = amount.read.value;
  const typed = `${textOf(cells.value)} ${textOf(cells.unit)}`.trim();
  const own = `${typeableNumber(value, profile)} ${indicator.unit}`;
  const typeable = cells.value.kind === "number" ? own : typed;
  const note = textOf(cells.note) === "" ? null : textOf(cells.note);
  return { line, indicator, period: read.value, value, typed, typeable, note };
}

function figuresOf(table: FigureTable, reading: Reading): FigureFile {
  if (!table.ok) return { figures: [], errors: table.errors };
  const read = table.rows.map((row) => readFigure(row, reading));
  const errors = read.flatMap((figure) => (Array.isArray(figure) ? figure : []));
  const figures = read.flatMap((figure) => (Array.isArray(figure) ? [] : [figure]));
  return { figures, errors };
}

/** Reads a CSV text of figures against a plan. */
export function parseFigures(text: string, reading: Reading): FigureFile {
  return figuresOf(csvTable(text), reading);
}

/** Reads a file of figures, CSV or an Excel workbook, against a plan; see readFigureTable. */
export async function readFigureFile(path: string, reading: Reading): Promise<FigureFile> {
  return figuresOf(await readFigureTable(path), reading);
}
