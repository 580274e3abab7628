import type { InputBlock, PlainTextInput, PlainTextOption } from "@slack/types";
import { plain } from "../elements.ts";
import { sound, visible } from "../escape.ts";
import { limits } from "../limits.ts";
import { shortened } from "../split.ts";
import type { EntryField } from "./names.ts";

/** A choice: what it is called, and what Slack sends back when it is made. */
export type Choice = { readonly text: string; readonly value: string };

/** A choice as an option of a menu. */
export function option({ text, value }: Choice): PlainTextOption {
  return { text: plain(shortened(visible(text), limits.select.text)), value };
}

/** Whether Slack can carry the choice: its value is never cut nor changed. */
export function canBeChosen({ value, text }: Choice): boolean {
  const isWhole = value !== "" && value.length <= limits.select.value && sound(value) === value;
  return isWhole && text.trim() !== "";
}

/**
 * The block_id of a field. Slack keeps what is typed in a block as long as its block_id stays: what a field must not
 * keep is in `apart` (which figure in a row it is, the indicator that its choices depend on).
 */
export function blockOf(field: EntryField, ...apart: readonly (string | number | null)[]): string {
  return [field, ...apart.filter((each) => each !== null && each !== 0)].join(":");
}

/** A field of the form, under its label. */
export function input(
  block: string,
  label: string,
  element: InputBlock["element"],
  extras: { readonly hint?: string; readonly optional?: boolean; readonly dispatch_action?: boolean } = {},
): InputBlock {
  const { hint, ...flags } = extras;
  const said = hint === undefined ? {} : { hint: plain(shortened(visible(hint), limits.input.hint)) };
  return { type: "input", block_id: block, label: plain(label), element, ...said, ...flags };
}

/** A line to type in, or several; no more than the rest of Cairn takes. */
export function typedInput(
  field: EntryField,
  {
    initial,
    example,
    most = limits.input.typed,
    multiline = false,
  }: {
    readonly initial: string;
    readonly example?: string;
    readonly most?: number;
    readonly multiline?: boolean;
  },
): PlainTextInput {
  return {
    type: "plain_text_input",
    action_id: field,
    multiline,
    max_length: most,
    ...(initial === "" ? {} : { initial_value: shortened(visible(initial), most) }),
    ...(example === undefined ? {} : { placeholder: plain(shortened(example, limits.input.placeholder)) }),
  };
}
