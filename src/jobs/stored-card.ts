import type { Block, Card, CardAction, Column, Field } from "../cards/card.ts";
import { fieldsOf, listOf, oneOf, orNull, type Read, text } from "../store/json-fields.ts";

const fieldFrom: Read<Field> = (value, at) => {
  const field = fieldsOf(value, at);
  return { label: field(text, "label"), value: field(text, "value") };
};

const columnFrom: Read<Column> = (value, at) => {
  const field = fieldsOf(value, at);
  return { label: field(text, "label"), align: field(oneOf(["left", "right"]), "align") };
};

const spokenFrom: Read<string | null> = (value, at) => (value === undefined ? null : orNull(text)(value, at));

const actionFrom: Read<CardAction> = (value, at) => {
  const field = fieldsOf(value, at);
  const spoken = field(spokenFrom, "spoken");
  const action = { label: field(text, "label"), line: field(text, "line") };
  return spoken === null ? action : { ...action, spoken };
};

const kinds = ["text", "note", "fields", "table", "list", "actions"] as const;

const blockFrom: Read<Block> = (value, at) => {
  const field = fieldsOf(value, at);
  const type = field(oneOf(kinds), "type");
  switch (type) {
    case "text":
    case "note":
      return { type, text: field(text, "text") };
    case "fields":
      return { type, fields: field(listOf(fieldFrom), "fields") };
    case "table":
      return {
        type,
        columns: field(listOf(columnFrom), "columns"),
        rows: field(listOf(listOf(text)), "rows"),
      };
    case "list":
      return { type, items: field(listOf(text), "items") };
    case "actions":
      return { type, actions: field(listOf(actionFrom), "actions") };
  }
};

/** A card read back from the database. Throws where it is none. */
export const cardFrom: Read<Card> = (value, at) => {
  const field = fieldsOf(value, at);
  return { title: field(text, "title"), blocks: field(listOf(blockFrom), "blocks") };
};
