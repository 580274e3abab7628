import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import { type Language, type Messages, messagesFor } from "../../../messages/messages.ts";
import { context, plain, section } from "../elements.ts";
import { sound, visible } from "../escape.ts";
import { limits } from "../limits.ts";
import { shortened } from "../split.ts";
import { blockOf, type Choice, canBeChosen, input, option, typedInput } from "./inputs.ts";
import { buttons, callbacks, longest } from "./names.ts";

/** What the entry form shows; everything typed so far comes back in it. */
export type EntryForm = {
  /** Which figure in a row it takes, from 0: nothing typed for one is kept for another. */
  readonly round: number;
  /** What is said above the fields; null when nothing is. */
  readonly notice: string | null;
  /** Null until one is chosen. */
  readonly indicator: Choice | null;
  /** The indicator's unit and the others it takes; null until one is chosen. */
  readonly units: { readonly own: string; readonly others: readonly string[] } | null;
  /** The quarters that can be chosen, the likeliest first: at least one. */
  readonly periods: readonly Choice[];
  /** The value of the quarter chosen; the first one when it is not among them. */
  readonly period: string | null;
  readonly value: string;
  /** What an ambiguous value can mean; empty when it is clear. */
  readonly readings: readonly Choice[];
  /** Why a figure that stands is corrected; null where none is known to stand, and no reason is asked. */
  readonly reason: string | null;
  readonly note: string;
  readonly link: string;
  /** Where one is in a walk through several figures; null alone. */
  readonly walk: { readonly place: number; readonly total: number } | null;
  /** Carried by Slack and given back by whoever sends the form: never to be trusted. At most 3000 characters. */
  readonly metadata: string;
};

function indicatorInput({ indicator, round }: EntryForm, { forms }: Messages): InputBlock {
  const chosen = indicator !== null && canBeChosen(indicator) ? { initial_option: option(indicator) } : {};
  const menu = {
    type: "external_select" as const,
    action_id: "indicator",
    min_query_length: 0,
    placeholder: plain(forms.chooseIndicator),
    ...chosen,
  };
  return input(blockOf("indicator", round), forms.indicator, menu, { dispatch_action: true });
}

function periodInput({ periods, period, indicator, round }: EntryForm, { forms }: Messages): InputBlock {
  const options = periods.filter(canBeChosen).slice(0, limits.select.options).map(option);
  const chosen = options.find(({ value }) => value === period) ?? options[0];
  const menu = { type: "static_select" as const, action_id: "period", options };
  const block = blockOf("period", round, indicator === null ? null : shortened(sound(indicator.value), 200));
  return input(block, forms.period, chosen === undefined ? menu : { ...menu, initial_option: chosen });
}

function valueInputs({ value, units, readings, round }: EntryForm, { forms }: Messages): InputBlock[] {
  const hint = units === null ? forms.anyUnit : forms.unit(units.own, units.others.join(", "));
  const typed = typedInput("value", { initial: value, example: forms.valueExample, most: longest.value });
  const choices = readings.filter(canBeChosen).map(option);
  const field = input(blockOf("value", round), forms.value, typed, { hint });
  if (choices.length === 0) return [field];
  const radio = { type: "radio_buttons" as const, action_id: "reading", options: choices };
  return [field, input(blockOf("reading", round), forms.reading, radio, { optional: true })];
}

/** Why a figure that stands is corrected. */
function reasonInputs({ reason, round }: EntryForm, { forms }: Messages): InputBlock[] {
  if (reason === null) return [];
  const typed = typedInput("reason", { initial: reason, most: longest.reason });
  return [input(blockOf("reason", round), forms.correction, typed, { hint: forms.correctionHint })];
}

function noteInputs({ note, link, round }: EntryForm, { forms }: Messages): InputBlock[] {
  const text = typedInput("note", { initial: note, most: longest.note, multiline: true });
  const url = /^https?:\/\/\S+$/u.test(link) ? { initial_value: link } : {};
  return [
    input(blockOf("note", round), forms.note, text, { optional: true }),
    input(
      blockOf("link", round),
      forms.link,
      { type: "url_text_input", action_id: "link", ...url },
      { optional: true },
    ),
  ];
}

function noticeBlocks({ notice }: EntryForm): KnownBlock[] {
  const said = notice?.trim() ?? "";
  return said === "" ? [] : [section(plain(shortened(visible(said), limits.text)))];
}

/** Where one is in the walk, and the way past a figure. */
function walkBlocks({ walk }: EntryForm, { forms, format }: Messages): KnownBlock[] {
  if (walk === null) return [];
  const skip = { type: "button" as const, action_id: buttons.skip, text: plain(forms.skip), value: "skip" };
  return [
    context(forms.walk(format.number(walk.place), format.number(walk.total))),
    { type: "actions", elements: [skip] },
  ];
}

function isLast({ walk }: EntryForm): boolean {
  return walk === null || walk.place >= walk.total;
}

/** The form that takes one figure. Throws when the metadata is longer than Slack carries. */
export function entryForm(form: EntryForm, { language }: { readonly language: Language }): ModalView {
  const messages = messagesFor(language);
  const { forms } = messages;
  if (form.metadata.length > limits.modal.metadata) throw new Error("The form's metadata is too long.");
  return {
    type: "modal",
    callback_id: callbacks.entry,
    private_metadata: form.metadata,
    title: plain(shortened(visible(forms.title), limits.modal.title)),
    submit: plain(isLast(form) ? forms.send : forms.next),
    close: plain(forms.close),
    blocks: [
      ...noticeBlocks(form),
      ...walkBlocks(form, messages),
      indicatorInput(form, messages),
      periodInput(form, messages),
      ...valueInputs(form, messages),
      ...reasonInputs(form, messages),
      ...noteInputs(form, messages),
    ],
  };
}
