import type { DataTableBlock, KnownBlock, RawTextElement, RichTextBlock, TableBlock } from "@slack/types";
import type { Block } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { rowLine } from "../row-line.ts";
import { context } from "./elements.ts";
import { inertCell } from "./escape.ts";
import { limits } from "./limits.ts";
import { asManyAsFit } from "./room.ts";
import { shortened } from "./split.ts";
import { listStrip, type Strip } from "./strips.ts";

/** A neutral table. */
export type Table = Extract<Block, { type: "table" }>;

type Row = readonly string[];

/** A cell cannot be empty: a blank one holds a space. */
function cellText(text: string): string {
  return text.trim() === "" ? " " : inertCell(text);
}

function rawCell(text: string): RawTextElement {
  return { type: "raw_text", text: cellText(text) };
}

/** `table` knows no heads: bold tells them apart. */
function headCell(label: string): RichTextBlock {
  const text = { type: "text" as const, text: cellText(label), style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [text] }] };
}

/** Every row of a native table has as many cells as it has columns. */
function rawCells({ columns }: Table, row: Row): RawTextElement[] {
  return columns.map((_, index) => rawCell(row[index] ?? ""));
}

/** Amounts stand to the right, unbroken; words wrap. */
function amountsTable(table: Table, rows: readonly Row[]): TableBlock {
  return {
    type: "table",
    column_settings: table.columns.map(({ align }) => ({ align, is_wrapped: align === "left" })),
    rows: [table.columns.map(({ label }) => headCell(label)), ...rows.map((row) => rawCells(table, row))],
  };
}

/** Words only: real heads, a caption and row heads for screen readers. */
function wordsTable(table: Table, rows: readonly Row[], caption: string): DataTableBlock {
  const rowHead = table.columns.findIndex(({ label }) => label.trim() !== "");
  return {
    type: "data_table",
    caption: cellText(shortened(caption, limits.table.caption)),
    page_size: limits.table.rows,
    row_header_column_index: Math.max(0, rowHead),
    rows: [table.columns.map(({ label }) => rawCell(label)), ...rows.map((row) => rawCells(table, row))],
  };
}

function nativeTable(table: Table, rows: readonly Row[], caption: string): TableBlock | DataTableBlock {
  // A reader can sort a data_table, and Slack sorts amounts written out ("9,8 kg", "1,2 t") as words.
  const hasAmounts = table.columns.some(({ align }) => align === "right");
  return hasAmounts ? amountsTable(table, rows) : wordsTable(table, rows, caption);
}

function charactersOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cellText(cell).length, 0);
}

/** How many of its first rows a native table may hold. */
function rowsAllowed({ columns, rows }: Table): number {
  let characters = charactersOf(columns.map(({ label }) => label));
  const full = rows.findIndex((row) => {
    characters += charactersOf(columns.map((_, index) => row[index] ?? ""));
    return characters > limits.table.characters;
  });
  return Math.min(full === -1 ? rows.length : full, limits.table.rows - 1);
}

/** Whether Slack's own table can hold it, or at least its beginning. */
export function canBeNative(table: Table): boolean {
  const { length } = table.columns;
  return length > 0 && length <= limits.table.columns && rowsAllowed(table) > 0;
}

/** The table as Slack's own, with as many rows as it may hold. */
export function nativeStrip(table: Table, caption: string, { drawing }: Messages): Strip {
  const first = (drawn: number): KnownBlock[] =>
    drawn === 0 ? [] : [nativeTable(table, table.rows.slice(0, drawn), caption)];
  const others = (left: number) => context(drawing.more(left));
  const counts = { count: table.rows.length, atMost: rowsAllowed(table) };
  return (room) => asManyAsFit({ ...counts, first, others }, room);
}

/** The table without Slack's own: a line for each row. */
export function linesStrip(table: Table, messages: Messages): Strip {
  return listStrip(
    table.rows.map((row) => rowLine(table.columns, row, messages)),
    messages,
  );
}
