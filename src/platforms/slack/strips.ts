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

function fieldLine({ label, value }: Field, messages: Messages): string {
  return label.trim() === "" || value.trim() === "" ? `${label}${value}` : messages.labelValue(label, value);
}

/** A field as a pair for a row, label and value, or as paragraphs when one of them does not fit there. */
type DrawnField = { readonly pair: readonly TextObject[] } | { readonly alone: readonly KnownBlock[] };

function drawnField(field: Field, messages: Messages): DrawnField {
  const { label, value } = field;
  const fits = sizeOf(label) <= limits.field - 2 && sizeOf(value) <= limits.field;
  if (fits && label.trim() !== "" && value.trim() !== "") return { pair: [strong(label), plain(value)] };
  return { alone: pieces(fieldLine(field, messages), limits.text).map((piece) => section(plain(piece))) };
}

function fieldBlocks(drawn: readonly DrawnField[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let row: TextObject[] = [];
  const endRow = () => {
    if (row.length > 0) blocks.push({ type: "section", fields: row });
    row = [];
  };
  for (const field of drawn) {
    if ("alone" in field) {
      endRow();
      blocks.push(...field.alone);
    } else {
      row.push(...field.pair);
      if (row.length === limits.fieldsInSection) endRow();
    }
  }
  endRow();
  return blocks;
}

/** Labels on the left, their values on the right. */
export function fieldsStrip(fields: readonly Field[], messages: Messages): Strip {
  const said = fields.filter(({ label, value }) => `${label}${value}`.trim() !== "");
  const drawn = said.map((field) => drawnField(field, messages));
  const first = (count: number) => fieldBlocks(drawn.slice(0, count));
  const others = (left: number) => context(messages.drawing.more(left));
  return (room) => asManyAsFit({ count: drawn.length, first, others }, room);
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
