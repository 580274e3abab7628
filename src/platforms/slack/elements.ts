import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  PlainTextElement,
  SectionBlock,
  TextObject,
} from "@slack/types";
import type { CardAction } from "../../cards/card.ts";
import { escaped, sound, unescaped, visible } from "./escape.ts";
import { limits } from "./limits.ts";
import { shortened } from "./split.ts";

/** What the action_id of every button that runs a line begins with; its place in the message follows. */
export const runPrefix = "run:";

/** Anything that mrkdwn could read as formatting, an emoji's name or a second line. */
const formatting = /[*_~`\n]|:[^\s:]+:/u;

/** Text shown as it is: no formatting, no mention, no link, no emoji made of colons. */
export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text: escaped(text), emoji: false };
}

/** Text in bold; plain where something in it could be read as formatting, so that nothing is lost or hidden. */
export function strong(text: string): TextObject {
  const content = text.trim();
  if (formatting.test(content)) return plain(content);
  return { type: "mrkdwn", text: `*${escaped(content)}*`, verbatim: true };
}

/** A paragraph. */
export function section(text: TextObject): SectionBlock {
  return { type: "section", text };
}

/** Small print. */
export function context(text: string): ContextBlock {
  return { type: "context", elements: [plain(text)] };
}

/** A title: a header, or a bold paragraph when it is too long for one. */
export function titleBlock(title: string): HeaderBlock | SectionBlock {
  const isShort = escaped(title).length <= limits.header && !title.includes("\n");
  if (isShort) return { type: "header", text: plain(title) };
  return section(strong(shortened(title, limits.text - 2)));
}

/** The button that runs a line, at that place in the message. */
export function button({ label, line, spoken = "" }: CardAction, place: number): Button {
  const text = label.trim() === "" ? visible(line).trim() : label;
  const name = shortened(visible(spoken).replaceAll(/\s+/gu, " ").trim(), limits.buttonText);
  return {
    type: "button",
    action_id: `${runPrefix}${place}`,
    text: plain(shortened(text, limits.buttonText)),
    value: valueFor(line),
    ...(name === "" ? {} : { accessibility_label: name }),
  };
}

/** Buttons in a row. */
export function buttonRow(elements: Button[]): ActionsBlock {
  return { type: "actions", elements };
}

/** A line as a button carries it: escaped, since Slack may do so itself before it gives the value back. */
export function valueFor(line: string): string {
  return escaped(sound(line));
}

/** The line that a pressed button's value asks to run. */
export function lineOf(value: string): string {
  return unescaped(value);
}
