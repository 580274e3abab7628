import type { Block, Card } from "../../cards/card.ts";

const control = /(?!\n)\p{Cc}/gu;
const unsound = /(?!\n)[\p{Cc}\p{Cs}]/u;
const direction = /\p{Bidi_Control}/gu;
const unknown = "\uFFFD";
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Nothing to see: an invisible character that keeps Slack from reading two others as one sign. */
const joiner = "\u2060";

/** Text that any platform can carry: control characters and half characters are replaced by U+FFFD. */
export function sound(text: string): string {
  if (!unsound.test(text)) return text;
  return text.toWellFormed().replaceAll("\r\n", "\n").replaceAll("\t", " ").replaceAll(control, unknown);
}

/** Sound text that also hides and moves nothing: marks that turn the direction of writing are shown. */
export function visible(text: string): string {
  return sound(text).replaceAll(direction, unknown);
}

/** The same card in visible text. The lines that its buttons run stay as they are. */
export function visibleCard({ title, blocks }: Card): Card {
  return { title: visible(title), blocks: blocks.map(visibleBlock) };
}

function visibleBlock(block: Block): Block {
  switch (block.type) {
    case "text":
    case "note":
      return { ...block, text: visible(block.text) };
    case "list":
      return { ...block, items: block.items.map(visible) };
    case "fields":
      return {
        ...block,
        fields: block.fields.map(({ label, value }) => ({ label: visible(label), value: visible(value) })),
      };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, label: visible(column.label) })),
        rows: block.rows.map((row) => row.map(visible)),
      };
    case "actions":
      return {
        ...block,
        actions: block.actions.map((action) => ({ ...action, label: visible(action.label) })),
      };
  }
}

/**
 * Text for a text object of any kind: the three characters with which Slack writes mentions and links become
 * entities, which it shows as they were (docs.slack.dev/messaging/formatting-message-text).
 */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? sign);
}

/** What was escaped, as it was. */
export function unescaped(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/gu, (entity) => characters[entity] ?? entity);
}

/** The length of one UTF-16 unit of the text once escaped. */
export function unitSize(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 38) return 5;
  return unit === 60 || unit === 62 ? 4 : 1;
}

/** The length of the text once escaped, in UTF-16 units. */
export function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) size += unitSize(text, at);
  return size;
}

/** Top-level text, where Slack also looks for bare `@here` and `#channel`: escaped, and neither is read as such. */
export function inertSummary(text: string): string {
  return escaped(text).replaceAll(/(?<![\p{L}\p{N}.@_-])([@#])(?=[\p{L}\p{N}])/gu, `$1${joiner}`);
}

/** A table's cell, which is not a text object and shows entities as they are: mentions and links are broken up. */
export function inertCell(text: string): string {
  return text.replaceAll(/<(?=[!@#]|[a-z][a-z+.-]*:)/giu, `<${joiner}`);
}
