import type { Block, Card } from "../cards/card.ts";
import type { Messages } from "../messages/messages.ts";

/** How soon a kind of block is chosen to sum up a card. */
const kinds: readonly Block["type"][] = ["text", "fields", "list", "table", "note", "actions"];

function firstWords(block: Block, messages: Messages): string {
  switch (block.type) {
    case "text":
    case "note":
      return block.text;
    case "fields":
      return block.fields.map(({ label, value }) => messages.labelValue(label, value))[0] ?? "";
    case "list":
      return block.items[0] ?? "";
    case "table":
      return block.rows[0]?.join(" · ") ?? "";
    case "actions":
      return block.actions[0]?.label ?? "";
  }
}

/** What a card says first, for notifications: its title, and its first text or what comes nearest. Empty for an empty card. */
export function gistOf({ title, blocks }: Card, messages: Messages): string {
  const texts = kinds.flatMap((kind) =>
    blocks.filter(({ type }) => type === kind).map((block) => firstWords(block, messages).trim()),
  );
  return [title.trim(), texts.find((text) => text !== "") ?? ""].filter((text) => text !== "").join("\n");
}
