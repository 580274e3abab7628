import type { Block } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { rowLine } from "../row-line.ts";
import type { Element, Table as TableElement } from "./adaptive.ts";
import { asManyAsFit, type Strip } from "./fitting.ts";
import { limits } from "./limits.ts";
import { listStrip } from "./strips.ts";
import { columnHeader, paragraph, smallPrint } from "./texts.ts";
import { shortened } from "./weight.ts";

/** A neutral table. */
export type Table = Extract<Block, { type: "table" }>;

/** How a column is wide beside the others, from the longest of its cells. */
const widths = { least: 1, most: 4, charactersEach: 10 } as const;

function widthOf({ columns, rows }: Table, index: number): number {
  const texts = [columns[index]?.label ?? "", ...rows.map((row) => row[index] ?? "")];
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(widths.most, Math.max(widths.least, Math.ceil(longest / widths.charactersEach)));
}

function row(cells: readonly (readonly Element[])[]): TableElement["rows"][number] {
  return { type: "TableRow", cells: cells.map((items) => ({ type: "TableCell", items })) };
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
