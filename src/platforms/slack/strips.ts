import type { KnownBlock, TextObject } from "@slack/types";
import type { CardAction, Field } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { button, buttonRow, context, plain, section, strong, valueFor } from "./elements.ts";
import { sizeOf, visible } from "./escape.ts";
import { limits } from "./limits.ts";
import { asManyAsFit, type Room } from "./room.ts";
import { pieces, shortened } from "./split.ts";

/** A part of a card, drawn in a given room: whole when it fits, else with a word on what is left out. */
export type Strip = (room: Room) => KnownBlock[];

const bullet = "• ";

/** A long text, piece by piece. */
export function textStrip(text: string, draw: (piece: string) => KnownBlock, { drawing }: Messages): Strip {
  const all = pieces(text, limits.text);
  const first = (drawn: number) => all.slice(0, drawn).map(draw);
  return (room) => asManyAsFit({ count: all.length, first, others: () => context(drawing.cut) }, room);
}

/** Lines one under another, in as few paragraphs as they take. */
function paragraphs(lines: readonly string[]): KnownBlock[] {
  const groups: string[][] = [];
  let size = 0;
  for (const line of lines) {
    const taken = sizeOf(line) + 1;
    const group = groups.at(-1);
    if (group === undefined || size + taken > limits.text) {
      groups.push([line]);
      size = taken;
    } else {
      group.push(line);
      size += taken;
    }
  }
  return groups.map((group) => section(plain(group.join("\n"))));
}

/** Lines with a bullet each; a line stays whole, or ends with "…" when it is longer than a paragraph. */
export function listStrip(items: readonly string[], { drawing }: Messages): Strip {
  const lines = items
    .filter((item) => item.trim() !== "")
    .map((item) => `${bullet}${shortened(item.trim(), limits.text - bullet.length)}`);
  const first = (drawn: number) => paragraphs(lines.slice(0, drawn));
  const others = (left: number) => context(drawing.more(left));
  return (room) => asManyAsFit({ count: lines.length, first, others }, room);
}

/** A label beside its value, or above it when one of them does not fit in a field. */
function fieldTexts({ label, value }: Field): [TextObject, TextObject] | null {
  const fits = sizeOf(label) <= limits.field - 2 && sizeOf(value) <= limits.field;
  if (!fits || label.trim() === "" || value.trim() === "") return null;
  return [strong(label), plain(value)];
}

function fieldLine({ label, value }: Field, messages: Messages): string {
  return label.trim() === "" || value.trim() === "" ? `${label}${value}` : messages.labelValue(label, value);
}

function fieldBlocks(fields: readonly Field[], messages: Messages): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let row: TextObject[] = [];
  const endRow = () => {
    if (row.length > 0) blocks.push({ type: "section", fields: row });
    row = [];
  };
  for (const field of fields) {
    const texts = fieldTexts(field);
    if (texts === null) {
      endRow();
      const said = fieldLine(field, messages);
      blocks.push(...pieces(said, limits.text).map((piece) => section(plain(piece))));
    } else {
      row.push(...texts);
      if (row.length === limits.fieldsInSection) endRow();
    }
  }
  endRow();
  return blocks;
}

/** Labels on the left, their values on the right. */
export function fieldsStrip(fields: readonly Field[], messages: Messages): Strip {
  const said = fields.filter(({ label, value }) => `${label}${value}`.trim() !== "");
  const first = (drawn: number) => fieldBlocks(said.slice(0, drawn), messages);
  const others = (left: number) => context(messages.drawing.more(left));
  return (room) => asManyAsFit({ count: said.length, first, others }, room);
}

/** Buttons; a line too long for a button is written out, to be copied. */
function actionBlocks(actions: readonly CardAction[], place: number, messages: Messages): KnownBlock[] {
  const fits = ({ line }: CardAction) => valueFor(line).length <= limits.buttonValue;
  const buttons = actions.filter(fits).map((action, index) => button(action, place + index));
  const written = actions
    .filter((action) => !fits(action))
    .flatMap(({ label, line }) => pieces(fieldLine({ label, value: visible(line) }, messages), limits.text));
  return [
    ...(buttons.length === 0 ? [] : [buttonRow(buttons)]),
    ...written.map((piece) => section(plain(piece))),
  ];
}

/** Buttons of which the first one has that place in the message; no more than a row of them. */
export function actionsStrip(actions: readonly CardAction[], place: number, messages: Messages): Strip {
  const asked = actions.filter(({ line }) => line.trim() !== "");
  const first = (drawn: number) => actionBlocks(asked.slice(0, drawn), place, messages);
  const others = (left: number) => context(messages.drawing.more(left));
  const atMost = Math.min(asked.length, limits.buttonsInBlock);
  return (room) => asManyAsFit({ count: asked.length, atMost, first, others }, room);
}
