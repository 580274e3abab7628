import type { Block, Card } from "../../cards/card.ts";
import type { Chart } from "../../cards/chart.ts";
import { type Language, type Messages, messagesFor } from "../../messages/messages.ts";
import { gistOf } from "../summary.ts";
import { visibleCard } from "../visible.ts";
import type { Action, AdaptiveCard, Element } from "./adaptive.ts";
import { renewing } from "./buttons.ts";
import { chartElements } from "./chart.ts";
import { type Part, partsInRoom, type Strip, taken } from "./fitting.ts";
import { limits } from "./limits.ts";
import { actionsStrip, buttonRows, fieldsStrip, listStrip, textStrip } from "./strips.ts";
import { tableStrip } from "./table.ts";
import { heading, inert, isPlain, line, paragraph, smallPrint } from "./texts.ts";
import { bytesOf, shortened } from "./weight.ts";

/** The content type of an attachment that holds an Adaptive Card. */
export const contentType = "application/vnd.microsoft.card.adaptive";

/** How a card is drawn, and what comes with it. */
export type TeamsDrawing = {
  readonly language: Language;
  /** After the card's first paragraph. */
  readonly chart?: Chart;
  /** Buttons that end the card; few, and never left out. */
  readonly buttons?: readonly Action[];
  /** The line whose answer takes the card's place when it is seen: for a person's own conversation. */
  readonly renewedBy?: string;
};

function stripOf(block: Block, messages: Messages): Strip {
  switch (block.type) {
    case "text":
      return textStrip(block.text, paragraph, messages);
    case "note":
      return textStrip(block.text, smallPrint, messages);
    case "fields":
      return fieldsStrip(block.fields, messages);
    case "list":
      return listStrip(block.items, messages);
    case "actions":
      return actionsStrip(block.actions, messages);
    case "table":
      return tableStrip(block, messages);
  }
}

function titlePart(title: string): Part {
  const said = shortened(title.trim(), limits.text);
  return { strip: () => (said === "" ? [] : [heading(said)]), comesFirst: true };
}

/** The chart, whole or not at all. */
function chartPart(chart: Chart, messages: Messages): Part {
  const elements = chartElements(chart, messages);
  const others = smallPrint(messages.drawing.cut);
  return { strip: (room) => (taken(elements) <= room ? elements : others), comesFirst: true };
}

function partsOf({ title, blocks }: Card, { chart, language }: TeamsDrawing): Part[] {
  const messages = messagesFor(language);
  const parts = blocks.map(
    (block): Part => ({ strip: stripOf(block, messages), comesFirst: block.type === "actions" }),
  );
  const at = blocks.findIndex(({ type }) => type === "text") + 1;
  const pictures = chart === undefined ? [] : [chartPart(chart, messages)];
  return [titlePart(title), ...parts.slice(0, at), ...pictures, ...parts.slice(at)];
}

/** The card in a few words, for notifications: never empty. People's text is in it as it is. */
export function summaryOf(card: Card, language: Language): string {
  const gist = gistOf(visibleCard(card), messagesFor(language));
  return shortened(gist.replaceAll(/\n+/gu, " – "), limits.summary) || "Cairn";
}

/** An Adaptive Card around elements that are already in their limits. `summary` says what it is about. */
export function around(body: readonly Element[], summary: string, language: Language): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: language,
    // Read as Markdown, which nothing here can be taken for.
    fallbackText: isPlain(summary) ? inert(summary) : "Cairn",
    // Read as SSML, whose tags nothing here can be taken for.
    speak: inert(summary.replaceAll(/[<>&]/gu, " ")).trim() || "Cairn",
    body,
    msteams: { width: "Full" },
  };
}

/** A neutral card as an Adaptive Card in Teams' limits: what does not fit is counted, or said to be left out. */
export function drawCard(card: Card, drawing: TeamsDrawing): AdaptiveCard {
  const { language, buttons = [], renewedBy } = drawing;
  const renewal = renewedBy === undefined ? {} : { refresh: renewing(renewedBy) };
  const messages = messagesFor(language);
  const seen = visibleCard(card);
  const ending = buttonRows(buttons);
  const room = limits.card - limits.around - taken(ending) - bytesOf(renewal);
  const body = partsInRoom(partsOf(seen, drawing), room, smallPrint(messages.drawing.cut));
  const said = body.length > 0 ? body : [line(messages.drawing.nothing)];
  return { ...around([...said, ...ending], summaryOf(card, language), language), ...renewal };
}
