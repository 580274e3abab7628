import type { Block, Card } from "../cards/card.ts";

// Most texts are made of these alone, and are as they must be: printable Latin, and common typography.
const usual = /^[\n -~\u00a0-\u024f\u2010-\u2027\u202f-\u2038\u20ac]*$/u;

const control = /(?!\n)\p{Cc}/gu;
const unsound = /(?!\n)[\p{Cc}\p{Cs}]/u;
const direction = /\p{Bidi_Control}/gu;
const unknown = "\uFFFD";

/** Text that any platform can carry: control characters and half characters are replaced by U+FFFD. */
export function sound(text: string): string {
  if (!unsound.test(text)) return text;
  return text.toWellFormed().replaceAll("\r\n", "\n").replaceAll("\t", " ").replaceAll(control, unknown);
}

/** Sound text that also hides and moves nothing: marks that turn the direction of writing are shown. */
export function visible(text: string): string {
  if (usual.test(text)) return text;
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
