import type { Element, Look, RichTextBlock, TableCell, TextBlock } from "./adaptive.ts";

/** Nothing to see: an invisible character that keeps a card from reading two others as one sign. */
const joiner = "\u2060";

/** Anything that Markdown or its renderers could read as formatting, a link, an entity, a tag or a list. */
const formatting = /[*_`~[\]<>&\\\n]|:\/\/|\bwww\.|^\s*(?:#|(?:[-+]|\d+[.)])(?:\s|$)|--|\s{4})/iu;

/** Whether a text read as Markdown is shown as it is. */
export function isPlain(text: string): boolean {
  return !formatting.test(text);
}

/** Text in which a card computes nothing: `{{DATE(…)}}` and `{{TIME(…)}}`, which every text of a card knows, are broken up. */
export function inert(text: string): string {
  return text.replaceAll(/\{\{(?=\s*(?:DATE|TIME)\s*\()/giu, `{${joiner}{`);
}

/**
 * A line shown as it is: a TextBlock, or where something in it could be read as formatting a RichTextBlock, which
 * knows none.
 */
export function line(text: string, look: Look = {}): TextBlock | RichTextBlock {
  const content = inert(text);
  if (isPlain(content)) return { type: "TextBlock", text: content, wrap: true, ...look };
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: content, ...look }] };
}

/** A text, line under line: neither kind of text block keeps line ends everywhere. */
export function paragraph(text: string, look: Look = {}): Element[] {
  const lines = text.split("\n").filter((each) => each.trim() !== "");
  return lines.map((each, index) => ({
    ...line(each, look),
    ...(index === 0 ? {} : { spacing: "None" as const }),
  }));
}

/** Small print. */
export function smallPrint(text: string): Element[] {
  return paragraph(text, { size: "Small", isSubtle: true });
}

/** A title; a screen reader takes it for a heading wherever nothing in it could be read as formatting. */
export function heading(text: string): Element {
  const drawn = line(text.replaceAll("\n", " "), { size: "Large", weight: "Bolder" });
  return drawn.type === "TextBlock" ? { ...drawn, style: "heading" } : drawn;
}

/** The head of a table's column. */
export function columnHeader(text: string): Element {
  const drawn = line(text, { weight: "Bolder" });
  return drawn.type === "TextBlock" ? { ...drawn, style: "columnHeader" } : drawn;
}

/** A cell of a table. One that holds nothing is left out by some renderers, and those after it move: it holds a space. */
export function tableCell(items: readonly Element[]): TableCell {
  return { type: "TableCell", items: items.length === 0 ? [line("\u00A0")] : items };
}
