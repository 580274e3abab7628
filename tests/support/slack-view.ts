import { fields, isJson, type Json, list } from "./slack-texts.ts";

/** An element that somebody can act on, with the block that holds it and the label that they see. */
export type Control = { readonly label: string; readonly block: Json; readonly element: Json };

/** What somebody did in a view: by block_id, then action_id, the state that Slack keeps. */
export type Typed = ReadonlyMap<string, Json>;

function shown(text: unknown): string {
  const raw = fields(text)["text"];
  return (typeof raw === "string" ? raw : "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Blocks with the block_id that Slack gives to those without one. */
export function withIds(blocks: unknown): Json[] {
  return list(blocks).map((block, index) => ({ block_id: `given${index}`, ...fields(block) }));
}

/** Everything in the blocks that can be acted on, in reading order. */
export function controlsIn(blocks: unknown): Control[] {
  return withIds(blocks).flatMap((block) => {
    if (block["type"] === "input")
      return [{ label: shown(block["label"]), block, element: fields(block["element"]) }];
    const inside = block["type"] === "actions" ? list(block["elements"]) : [block["accessory"]];
    return inside.filter(isJson).map((element) => ({
      label: shown(element["text"]) || shown(element["placeholder"]) || shown(block["text"]),
      block,
      element,
    }));
  });
}

/** The control under that label; a part of it will do where no other holds it. Throws when there is none. */
export function control(blocks: unknown, label: string, kind?: RegExp): Control {
  const all = controlsIn(blocks).filter(({ element }) => kind?.test(String(element["type"])) ?? true);
  const exact = all.filter((each) => each.label === label);
  const partial = all.filter((each) => each.label.includes(label));
  const [found] = exact.length > 0 ? exact : partial;
  if (found !== undefined) return found;
  throw new Error(`no “${label}” among ${all.map((each) => `“${each.label}”`).join(", ") || "nothing"}`);
}

/** What an element holds before anybody touches it. */
function untouched(element: Json): Json {
  const { type } = element;
  switch (type) {
    case "plain_text_input":
    case "url_text_input":
    case "email_text_input":
    case "number_input":
      return { type, value: element["initial_value"] ?? null };
    case "checkboxes":
      return { type, selected_options: element["initial_options"] ?? [] };
    case "datepicker":
      return { type, selected_date: element["initial_date"] ?? null };
    case "timepicker":
      return { type, selected_time: element["initial_time"] ?? null };
    default:
      return { type, selected_option: element["initial_option"] ?? null };
  }
}

/** The key under which what was done to an element is remembered. */
export function keyOf({ block, element }: Pick<Control, "block" | "element">): string {
  return `${String(block["block_id"])} ${String(element["action_id"])}`;
}

/** `view.state.values` as Slack sends it: what was typed stays in a field that keeps its ids. */
export function stateOf(blocks: unknown, typed: Typed): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const each of controlsIn(blocks)) {
    if (each.element["type"] === "button") continue;
    const id = String(each.block["block_id"]);
    values[id] = {
      ...values[id],
      [String(each.element["action_id"])]: typed.get(keyOf(each)) ?? untouched(each.element),
    };
  }
  return { values };
}

function isEmpty(state: Json | undefined): boolean {
  const { type, ...held } = state ?? {};
  return Object.values(held).every(
    (value) => value === null || value === "" || (list(value).length === 0 && Array.isArray(value)),
  );
}

/** The labels of the fields that Slack itself would not let somebody leave empty. */
export function missingIn(blocks: unknown, typed: Typed): string[] {
  return controlsIn(blocks)
    .filter(({ block }) => block["type"] === "input" && block["optional"] !== true)
    .filter((each) => isEmpty(typed.get(keyOf(each)) ?? untouched(each.element)))
    .map(({ label }) => label);
}

/** Options of a menu under their labels, grouped or not. */
export function optionsIn(holder: Json): { readonly label: string; readonly option: Json }[] {
  const groups = list(holder["option_groups"]).flatMap((group) => list(fields(group)["options"]));
  return [...list(holder["options"]), ...groups].map(fields).map((option) => ({
    label: shown(option["text"]),
    option,
  }));
}

/** All the words of blocks, in reading order, one text a line: for looking, never for comparing whole. */
export function wordsIn(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(wordsIn)
      .filter((text) => text !== "")
      .join("\n");
  if (!isJson(value)) return "";
  const own = typeof value["text"] === "string" ? shown(value) : "";
  const inner = Object.entries(value)
    .filter(([name]) => name !== "text" || own === "")
    .map(([, each]) => wordsIn(each));
  return [own, ...inner].filter((text) => text !== "").join("\n");
}

/** The words of each cell of the tables. */
export function cellsIn(blocks: unknown): string[] {
  const tables = list(blocks).flatMap((block) => list(fields(block)["rows"]));
  return tables.flatMap((row) => list(row).map(wordsIn)).filter((text) => text.trim() !== "");
}
