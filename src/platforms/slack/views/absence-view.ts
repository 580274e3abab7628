import type { InputBlock, ModalView, StaticSelect } from "@slack/types";
import { z } from "zod";
import type { HomePreferences } from "../../../commands/home.ts";
import { type Language, type Messages, messagesFor } from "../../../messages/messages.ts";
import { plain } from "../elements.ts";
import { visible } from "../escape.ts";
import { limits } from "../limits.ts";
import { shortened } from "../split.ts";
import { type AbsenceField, homeControls } from "./home-names.ts";
import { type Choice, canBeChosen, option } from "./inputs.ts";

/** Longest of the two names in a group's label, so that both fit in it. */
const longestInGroup = 30;

function input(
  field: AbsenceField,
  label: string,
  element: InputBlock["element"],
  optional = false,
): InputBlock {
  return { type: "input", block_id: field, label: plain(label), element, ...(optional ? { optional } : {}) };
}

function day(field: AbsenceField, label: string, initial: string): InputBlock {
  return input(field, label, { type: "datepicker", action_id: field, initial_date: initial });
}

function delegateChoices({ delegates }: HomePreferences): Choice[] {
  return delegates
    .map(({ email, name }) => ({ text: visible(name).trim() === "" ? email : name, value: email }))
    .filter(canBeChosen);
}

/** A group's label: its first and last names, each short enough for both to be read. */
function groupOf(choices: readonly Choice[], { home }: Messages) {
  const [first = "", last = ""] = [choices[0], choices.at(-1)].map((each) =>
    shortened(visible(each?.text ?? "").trim(), longestInGroup),
  );
  return { label: plain(home.group(first, last)), options: choices.map(option) };
}

/** The roster to choose from: one menu, in groups once it holds more people than a menu takes. */
function delegateMenu(preferences: HomePreferences, messages: Messages): StaticSelect {
  const most = limits.select.options;
  const choices = delegateChoices(preferences);
  const placeholder = plain(messages.home.nobody);
  const menu = { type: "static_select" as const, action_id: "delegate", placeholder };
  if (choices.length <= most) return { ...menu, options: choices.map(option) };
  const count = Math.min(most, Math.ceil(choices.length / most));
  const groups = Array.from({ length: count }, (_, at) => choices.slice(at * most, (at + 1) * most));
  return { ...menu, option_groups: groups.map((group) => groupOf(group, messages)) };
}

/** The form of an absence: its days, and who stands in. */
export function absenceView(
  preferences: HomePreferences,
  { language }: { readonly language: Language },
): ModalView {
  const messages = messagesFor(language);
  const { home } = messages;
  const today = preferences.today.toString();
  const delegate = input("delegate", home.delegate, delegateMenu(preferences, messages), true);
  return {
    type: "modal",
    callback_id: homeControls.absence,
    title: plain(home.absenceTitle),
    submit: plain(home.save),
    close: plain(home.close),
    blocks: [
      day("from", home.from, today),
      day("to", home.to, today),
      // A menu without any choice would be refused.
      ...(delegateChoices(preferences).length === 0 ? [] : [delegate]),
    ],
  };
}

const isoDay = z.iso.date();
const address = z.string().regex(/^[^\s@]+@[^\s@]+$/u);
const typed = z.object({
  from: z.object({ from: z.object({ selected_date: isoDay }) }),
  to: z.object({ to: z.object({ selected_date: isoDay }) }),
  delegate: z
    .object({ delegate: z.object({ selected_option: z.object({ value: address }).nullish() }) })
    .optional(),
});

/** The line that a submitted form of an absence stands for, from `view.state.values`; null when it is not one. */
export function absenceLine(values: unknown): string | null {
  const read = typed.safeParse(values);
  if (!read.success) return null;
  const { from, to, delegate } = read.data;
  const standIn = delegate?.delegate.selected_option?.value ?? "";
  return `/cairn absence ${from.from.selected_date} ${to.to.selected_date} ${standIn}`.trim();
}
