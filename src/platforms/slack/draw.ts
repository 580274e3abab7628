import type { KnownBlock } from "@slack/types";
import type { Block, Card } from "../../cards/card.ts";
import type { Chart } from "../../cards/chart.ts";
import { type Language, type Messages, messagesFor } from "../../messages/messages.ts";
import type { Drawing } from "../platform.ts";
import { chartBlock, chartWords, type DataVisualizationBlock } from "./chart.ts";
import { context, plain, section, titleBlock } from "./elements.ts";
import { visibleCard } from "./escape.ts";
import { type Part, partsInRoom } from "./layout.ts";
import { limits } from "./limits.ts";
import { minus, type Room, takenBy } from "./room.ts";
import { actionsStrip, fieldsStrip, listStrip, type Strip, textStrip } from "./strips.ts";
import { summaryOf } from "./summary.ts";
import { canBeNative, linesStrip, nativeStrip, type Table } from "./table.ts";

/** A card as a Slack message: its blocks, and the text that notifications and screen readers say instead. */
export type SlackMessage = {
  readonly text: string;
  readonly blocks: (KnownBlock | DataVisualizationBlock)[];
};

/** What a block is drawn with: its card's title, the buttons before it, and the one table that is Slack's own. */
type Surroundings = {
  readonly title: string;
  readonly buttons: number;
  readonly ownTable: Table | undefined;
  readonly messages: Messages;
};

function stripOf(block: Block, { title, buttons, ownTable, messages }: Surroundings): Strip {
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
      return actionsStrip(block.actions, buttons, messages);
    case "table":
      return block === ownTable ? nativeStrip(block, title, messages) : linesStrip(block, messages);
  }
}

function titlePart(title: string): Part {
  const blocks = title.trim() === "" ? [] : [titleBlock(title.trim())];
  return { strip: () => blocks, comesFirst: true };
}

/** Slack takes one table of its own a message: the first that it can hold. The others are written out. */
function firstTable(cards: readonly Card[]): Table | undefined {
  const tables = cards.flatMap(({ blocks }) => blocks).filter((block) => block.type === "table");
  return tables.find(canBeNative);
}

type Cards = { readonly native: boolean; readonly messages: Messages };

/** Cards one under another, in visible text. */
function blocksOf(cards: readonly Card[], { native, messages }: Cards, room: Room): KnownBlock[] {
  const ownTable = native ? firstTable(cards) : undefined;
  const parts: Part[] = [];
  let buttons = 0;
  for (const { title, blocks } of cards) {
    parts.push(titlePart(title));
    for (const block of blocks) {
      const strip = stripOf(block, { title, buttons, ownTable, messages });
      parts.push({ strip, comesFirst: block.type === "actions" });
      if (block.type === "actions") buttons += block.actions.length;
    }
  }
  return partsInRoom(parts, room, context(messages.drawing.cut));
}

/** A chart's blocks: its words, below its picture where it has one. */
function chartBlocks(chart: Chart | undefined, { native, messages }: Cards): SlackMessage["blocks"] {
  if (chart === undefined) return [];
  const picture = native ? chartBlock(chart) : null;
  return [...(picture === null ? [] : [picture]), ...chartWords(chart, messages)];
}

function message(card: Card, { language, chart }: Drawing, native: boolean): SlackMessage {
  const messages = messagesFor(language);
  const seen = visibleCard(card);
  const text = summaryOf(seen, messages);
  const pictures = chartBlocks(chart, { native, messages });
  const blocks = blocksOf([seen], { native, messages }, minus(limits.message, takenBy(pictures)));
  const first = blocks.findIndex(({ type }) => type === "section") + 1;
  const all = [...blocks.slice(0, first), ...pictures, ...blocks.slice(first)];
  return { text, blocks: all.length > 0 ? all : [section({ type: "mrkdwn", text, verbatim: true })] };
}

/** The card as a message, its chart and its first table as Slack's own. */
export function drawMessage(card: Card, drawing: Drawing): SlackMessage {
  return message(card, drawing, true);
}

/** The same message with nothing of Slack's own, for when it answers `invalid_blocks` to that. */
export function drawFallback(card: Card, drawing: Drawing): SlackMessage {
  return message(card, drawing, false);
}

/** A view: the App Home takes a table of Slack's own, modals take none. */
export type ViewDrawing = {
  readonly language: Language;
  readonly type: "home" | "modal";
  /** What the view adds to the cards, for which room is left; nothing when not said. */
  readonly beside?: readonly KnownBlock[];
  /** Whether a table of Slack's own may be drawn where the view takes one; it may when not said. */
  readonly native?: boolean;
};

/** Cards one under another as the blocks of a view. */
export function drawCards(
  cards: readonly Card[],
  { language, type, beside = [], native = true }: ViewDrawing,
): KnownBlock[] {
  const drawing = { native: native && type === "home", messages: messagesFor(language) };
  const room = minus(limits.view, takenBy(beside));
  return blocksOf(cards.map(visibleCard), drawing, room);
}

/** One card as the blocks of a view. */
export function drawView(card: Card, drawing: ViewDrawing): KnownBlock[] {
  return drawCards([card], drawing);
}
