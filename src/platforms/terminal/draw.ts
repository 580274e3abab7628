import type { Block, Card, Column, Field } from "../../cards/card.ts";

/** Width in characters as a terminal shows it: combining marks take none. */
function width(text: string): number {
  return [...text.normalize("NFC")].length;
}

function pad(text: string, to: number, align: Column["align"]): string {
  const blank = " ".repeat(Math.max(0, to - width(text)));
  return align === "right" ? blank + text : text + blank;
}

function drawTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(width(column.label), ...rows.map((row) => width(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align))
      .join("  ")
      .trimEnd();
  const rule = widths.map((each) => "─".repeat(each)).join("  ");
  return [line(columns.map((column) => column.label)), rule, ...rows.map(line)].join("\n");
}

function drawFields(fields: readonly Field[]): string {
  const labels = Math.max(...fields.map(({ label }) => width(label)));
  if (labels > 40) return fields.map(({ label, value }) => `${label}\n    ${value}`).join("\n");
  return fields.map(({ label, value }) => `${pad(label, labels, "left")}  ${value}`).join("\n");
}

function drawBlock(block: Block): string {
  switch (block.type) {
    case "text":
    case "note":
      return block.text;
    case "fields":
      return drawFields(block.fields);
    case "table":
      return drawTable(block.columns, block.rows);
    case "list":
      return block.items.map((item) => `• ${item}`).join("\n");
    case "actions":
      return block.actions.map(({ label, line }) => `→ ${label} · ${line}`).join("\n");
  }
}

/** Control characters would let a note from a person move the cursor or hide text: they are shown as U+FFFD. */
function inert(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD");
}

/** The card as plain text: title, then its blocks separated by a blank line. */
export function drawCard(card: Card): string {
  return inert([card.title, ...card.blocks.map(drawBlock)].join("\n\n"));
}
