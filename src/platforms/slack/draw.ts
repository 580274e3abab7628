import type { KnownBlock } from "@slack/types";
import type { Block, Card } from "../../cards/card.ts";
import { type Language, type Messages, messagesFor } from "../../messages/messages.ts";
import { context, plain, section, titleBlock } from "./elements.ts";
import { visibleCard } from "./escape.ts";
import { type Part, partsInRoom } from "./layout.ts";
import { limits } from "./limits.ts";
import type { Room } from "./room.ts";
import { actionsStrip, fieldsStrip, listStrip, type Strip, textStrip } from "./strips.ts";
import { summaryOf } from "./summary.ts";
import { canBeNative, linesStrip, nativeStrip } from "./table.ts";

/** A card as a Slack message: its blocks, and the text that notifications and screen readers say instead. */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[] };

type Drawing = { readonly card: Card; readonly native: boolean; readonly messages: Messages };

/** How many buttons stand before that block: each has an identifier of its own in the message. */
function buttonsBefore({ blocks }: Card, at: number): number {
  return blocks
    .slice(0, at)
    .reduce((count, block) => count + (block.type === "actions" ? block.actions.length : 0), 0);
}

function stripOf(block: Block, at: number, { card, native, messages }: Drawing): Strip {
  switch (block.type) {
    case "text":
      return textStrip(block.text, (piece) => section(plain(piece)), messages);
    case "note":
      return textStrip(block.text, context, messages);
    case "fields":
      return fieldsStrip(block.fields, messages);
    case "list":
      return listStrip(block.items, messages);
    case "actions":
      return actionsStrip(block.actions, buttonsBefore(card, at), messages);
    case "table": {
      // Slack takes one table of its own a message; the others are written out.
      const first = card.blocks.findIndex((each) => each.type === "table" && canBeNative(each));
      return native && at === first ? nativeStrip(block, card.title, messages) : linesStrip(block, messages);
    }
  }
}

function blocksOf(drawing: Drawing, room: Room): KnownBlock[] {
  const { card, messages } = drawing;
  const parts: Part[] = card.blocks.map((block, at) => ({
    strip: stripOf(block, at, drawing),
    comesFirst: block.type === "actions",
  }));
  const title = card.title.trim() === "" ? [] : [titleBlock(card.title.trim())];
  const all = [{ strip: () => title, comesFirst: true }, ...parts];
  return partsInRoom(all, room, context(messages.drawing.cut));
}

function message(card: Card, language: Language, native: boolean): SlackMessage {
  const messages = messagesFor(language);
  const seen = visibleCard(card);
  const text = summaryOf(seen, messages);
  const blocks = blocksOf({ card: seen, native, messages }, limits.message);
  return { text, blocks: blocks.length > 0 ? blocks : [section({ type: "mrkdwn", text, verbatim: true })] };
}

/** The card as a message, its first table as Slack's own. */
export function drawMessage(card: Card, { language }: { language: Language }): SlackMessage {
  return message(card, language, true);
}

/** The same message without Slack's own tables, for when it answers `invalid_blocks` to them. */
export function drawFallback(card: Card, { language }: { language: Language }): SlackMessage {
  return message(card, language, false);
}

/** The card as the blocks of a view; modals take no table of Slack's own, the App Home does. */
export function drawView(
  card: Card,
  { language, type }: { language: Language; type: "home" | "modal" },
): KnownBlock[] {
  const seen = visibleCard(card);
  const messages = messagesFor(language);
  return blocksOf({ card: seen, native: type === "home", messages }, limits.view);
}
