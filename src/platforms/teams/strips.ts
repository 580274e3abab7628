import type { CardAction, Field } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { visible } from "../visible.ts";
import type { Action, ActionSet, Element, Table } from "./adaptive.ts";
import { canCarry, lineButton } from "./buttons.ts";
import { asManyAsFit, type Strip } from "./fitting.ts";
import { limits } from "./limits.ts";
import { isPlain, paragraph, smallPrint, tableCell } from "./texts.ts";
import { pieces, shortened } from "./weight.ts";

const bullet = "• ";

/** A long text, piece by piece. */
export function textStrip(text: string, draw: (piece: string) => Element[], { drawing }: Messages): Strip {
  const all = pieces(text, limits.text);
  const first = (drawn: number) => all.slice(0, drawn).flatMap(draw);
  return (room) => asManyAsFit({ count: all.length, first, others: () => smallPrint(drawing.cut) }, room);
}

/** Lines with a bullet each; one longer than a paragraph ends with "…". */
export function listStrip(items: readonly string[], { drawing }: Messages): Strip {
  const lines = items
    .filter((item) => item.trim() !== "")
    .map((item) => paragraph(`${bullet}${shortened(item.trim(), limits.text)}`));
  const first = (drawn: number) => lines.slice(0, drawn).flat();
  const others = (left: number) => smallPrint(drawing.more(left));
  return (room) => asManyAsFit({ count: lines.length, first, others }, room);
}

/** A text in which a line may end after the bars of a long word, as that of "[ges|dechets|ressources|INDICATEUR]". */
function breakable(text: string): string {
  return text.replaceAll(/\S{24,}/gu, (word) => word.replaceAll("|", "|\u200B"));
}

/** Each value under its label. */
function oneUnderAnother(fields: readonly Field[]): Element[] {
  return fields.flatMap(({ label, value }) => [
    ...paragraph(label, { weight: "Bolder" }),
    ...paragraph(value).map((element) => ({ ...element, spacing: "None" as const })),
  ]);
}

/**
 * Labels and values as Teams' own, which reads both as Markdown; in a table of two columns where that would change
 * them, and one under another where a label would leave its value no room.
 */
function fieldElements(fields: readonly Field[]): Element[] {
  if (fields.length === 0) return [];
  if (fields.some(({ label }) => label.length > limits.fieldLabel)) return oneUnderAnother(fields);
  const asFacts = fields.every(({ label, value }) => isPlain(label) && isPlain(value));
  if (asFacts) {
    return [{ type: "FactSet", facts: fields.map(({ label, value }) => ({ title: label, value })) }];
  }
  const rows: Table["rows"] = fields.map(({ label, value }) => ({
    type: "TableRow",
    cells: [tableCell(paragraph(label, { weight: "Bolder" })), tableCell(paragraph(value))],
  }));
  const columns = [{ width: 1 }, { width: 2 }];
  return [{ type: "Table", columns, firstRowAsHeaders: false, showGridLines: false, rows }];
}

/** Labels on the left, their values on the right. */
export function fieldsStrip(fields: readonly Field[], { drawing }: Messages): Strip {
  const said = fields
    .filter(({ label, value }) => `${label}${value}`.trim() !== "")
    .map(({ label, value }) => ({
      label: breakable(shortened(label.trim(), limits.cell)),
      value: breakable(shortened(value.trim(), limits.text)),
    }));
  const first = (drawn: number) => fieldElements(said.slice(0, drawn));
  const others = (left: number) => smallPrint(drawing.more(left));
  return (room) => asManyAsFit({ count: said.length, first, others }, room);
}

/** Buttons in rows of as many as Teams shows with their whole labels: it narrows them all rather than begin another row. */
export function buttonRows(buttons: readonly Action[]): ActionSet[] {
  const rows: Action[][] = [];
  let left = 0;
  for (const button of buttons) {
    const width = button.title.length + limits.row.besideLabel;
    const open = rows.at(-1);
    if (open === undefined || open.length === limits.row.buttons || width > left) {
      rows.push([button]);
      left = limits.row.characters - width;
    } else {
      open.push(button);
      left -= width;
    }
  }
  return rows.map((actions) => ({ type: "ActionSet", actions }));
}

/** Buttons; a line too long for one is written out, to be copied. */
function actionElements(actions: readonly CardAction[], messages: Messages): Element[] {
  const written = actions
    .filter((action) => !canCarry(action))
    .map(({ label, line }) =>
      label.trim() === "" ? visible(line) : messages.labelValue(label, visible(line)),
    )
    .flatMap((text) => pieces(text, limits.text));
  const buttons = actions.filter(canCarry).map(lineButton);
  return [...buttonRows(buttons), ...written.flatMap((piece) => paragraph(piece))];
}

/** Buttons that run lines; no more than a few rows of them. */
export function actionsStrip(actions: readonly CardAction[], messages: Messages): Strip {
  const asked = actions.filter(({ line }) => line.trim() !== "");
  const atMost = Math.min(asked.length, limits.buttons);
  const first = (drawn: number) => actionElements(asked.slice(0, drawn), messages);
  const others = (left: number) => smallPrint(messages.drawing.more(left));
  return (room) => asManyAsFit({ count: asked.length, atMost, first, others }, room);
}
