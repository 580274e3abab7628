import { visible } from "../../visible.ts";
import type { Choice, ChoiceSetInput, Element, TextInput } from "../adaptive.ts";
import { limits } from "../limits.ts";
import { inert, paragraph } from "../texts.ts";
import { bytesOf, shortened } from "../weight.ts";

/** A choice of a menu: what it is called, and what comes back when it is made. */
export type Option = { readonly text: string; readonly value: string };

/** A text that a field shows in one line. */
function label(text: string): string {
  return inert(shortened(visible(text).replaceAll("\n", " ").trim(), limits.form.label));
}

/** Whether a card can carry the choice: its value is never cut nor changed. */
function canBeChosen({ text, value }: Option): boolean {
  return (
    value !== "" && visible(value) === value && bytesOf(value) <= limits.form.choice && text.trim() !== ""
  );
}

/** As many of the choices as a menu has room for, in their order, each value once. */
function choicesOf(options: readonly Option[]): Choice[] {
  const chosen = new Map<string, Choice>();
  let size = 0;
  for (const each of options.filter(canBeChosen)) {
    const choice = { title: label(each.text), value: each.value };
    size += bytesOf(choice) + 1;
    if (size > limits.form.menu) break;
    if (!chosen.has(each.value)) chosen.set(each.value, choice);
  }
  return [...chosen.values()];
}

type Field = { readonly id: string; readonly label: string };

/** A menu, opened or filtered by typing; nothing where there is nothing to choose, which no card can hold. */
export function menu(
  { id, label: text }: Field,
  options: readonly Option[],
  {
    chosen,
    style = "compact",
    required,
    placeholder,
  }: {
    readonly chosen: string | null;
    readonly style?: ChoiceSetInput["style"];
    /** What Teams says when nothing is chosen; it then asks for it. */
    readonly required?: string;
    readonly placeholder?: string;
  },
): ChoiceSetInput[] {
  const choices = choicesOf(options);
  const isThere = choices.some(({ value }) => value === chosen);
  const drawn: ChoiceSetInput = {
    type: "Input.ChoiceSet",
    id,
    label: label(text),
    style,
    choices,
    ...(isThere && chosen !== null ? { value: chosen } : {}),
    ...(placeholder === undefined ? {} : { placeholder: label(placeholder) }),
    ...(required === undefined ? {} : { isRequired: true as const, errorMessage: label(required) }),
  };
  return choices.length === 0 ? [] : [drawn];
}

/** A field to type in. */
export function typedInput(
  { id, label: text }: Field,
  {
    initial,
    most,
    multiline = false,
    required,
    placeholder,
  }: {
    readonly initial: string;
    readonly most: number;
    readonly multiline?: boolean;
    readonly required?: string;
    readonly placeholder?: string;
  },
): TextInput {
  const typed = inert(visible(initial).slice(0, most).toWellFormed());
  return {
    type: "Input.Text",
    id,
    label: label(text),
    maxLength: most,
    ...(multiline ? { isMultiline: true as const } : {}),
    ...(typed === "" ? {} : { value: typed }),
    ...(placeholder === undefined ? {} : { placeholder: label(placeholder) }),
    ...(required === undefined ? {} : { isRequired: true as const, errorMessage: label(required) }),
  };
}

/** What is wrong with a field, in the colour of what asks for attention. */
export function problem(text: string | undefined): Element[] {
  if (text === undefined) return [];
  return paragraph(shortened(visible(text), limits.form.error), { color: "Attention", weight: "Bolder" });
}

/** What is said above the fields, good news or not. */
export function noticed(text: string | null): Element[] {
  return text === null ? [] : paragraph(shortened(visible(text), limits.form.notice), { weight: "Bolder" });
}
