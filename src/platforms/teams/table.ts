import type { Block } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { rowLine } from "../row-line.ts";
import type { Element, Table as TableElement } from "./adaptive.ts";
import { asManyAsFit, type Strip } from "./fitting.ts";
import { limits } from "./limits.ts";
import { listStrip } from "./strips.ts";
import { columnHeader, paragraph, smallPrint, tableCell } from "./texts.ts";
import { shortened } from "./weight.ts";

/** A neutral table. */
export type Table = Extract<Block, { type: "table" }>;

/** What of a column's width is counted in characters: beside its texts, at least, and of a long text. */
const widths = { beside: 4, least: 3, most: 40 } as const;

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/**
 * How wide a column is beside the others: room for its longest word, which is broken when it has none, and the more
 * of the rest the longer its texts are. Amounts are one word: their spaces do not break.
 */
function widthOf({ columns, rows }: Table, index: number): number {
  const texts = [columns[index]?.label ?? "", ...rows.map((cells) => cells[index] ?? "")];
  const words = texts.flatMap((text) => text.split(/[ \n-]/u));
  const [word, text] = [words, texts].map((each) => Math.min(widths.most, longestOf(each)));
  const least = Math.max(widths.least, word ?? 0);
  return widths.beside + least + Math.ceil(Math.max(0, (text ?? 0) - least) / 5);
}

function row(cells: readonly (readonly Element[])[]): TableElement["rows"][number] {
  return { type: "TableRow", cells: cells.map(tableCell) };
}

/** The table as Teams' own, with its heads, amounts to the right. Every row has as many cells as there are columns. */
export function tableElement(table: Table): TableElement {
  const { columns, rows } = table;
  const heads = columns.map(({ label }) =>
    label.trim() === "" ? [] : [columnHeader(shortened(label, limits.cell))],
  );
  const hasHeads = heads.some(({ length }) => length > 0);
  const body = rows.map((cells) =>
    row(columns.map((_, index) => paragraph(shortened(cells[index] ?? "", limits.cell)))),
  );
  return {
    type: "Table",
    columns: columns.map(({ align }, index) => ({
      width: widthOf(table, index),
      ...(align === "right" ? { horizontalCellContentAlignment: "Right" as const } : {}),
    })),
    firstRowAsHeaders: hasHeads,
    showGridLines: true,
    rows: hasHeads ? [row(heads), ...body] : body,
  };
}

/** A table; with more columns than can be read side by side, a line for each row. */
export function tableStrip(table: Table, messages: Messages): Strip {
  const { columns, rows } = table;
  if (columns.length === 0 || columns.length > limits.columns) {
    const lines = rows.map((cells) => rowLine(columns, cells, messages));
    return listStrip(lines, messages);
  }
  const first = (drawn: number) =>
    drawn === 0 ? [] : [tableElement({ ...table, rows: rows.slice(0, drawn) })];
  const others = (left: number) => smallPrint(messages.drawing.more(left));
  return (room) => asManyAsFit({ count: rows.length, first, others }, room);
}
