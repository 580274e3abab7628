import type { OptionGroup } from "@slack/types";
import { type Language, messagesFor } from "../../../messages/messages.ts";
import { plain } from "../elements.ts";
import { limits } from "../limits.ts";
import { type Choice, canBeChosen, option } from "./inputs.ts";

/** What Slack expects when somebody opens a menu or types in it. */
export type MenuOptions =
  | { readonly option_groups: OptionGroup[] }
  /** Slack takes no empty group: nothing found is no option at all. */
  | { readonly options: readonly never[] };

/** The indicators to choose from: those the person owes first, then the others; as many as a menu shows. */
export function indicatorOptions(
  { due, others }: { readonly due: readonly Choice[]; readonly others: readonly Choice[] },
  { language }: { readonly language: Language },
): MenuOptions {
  const { forms } = messagesFor(language);
  const first = due.filter(canBeChosen).slice(0, limits.select.options);
  const rest = others.filter(canBeChosen).slice(0, limits.select.options - first.length);
  const groups = [
    { label: plain(forms.due), options: first.map(option) },
    { label: plain(forms.others), options: rest.map(option) },
  ].filter(({ options }) => options.length > 0);
  return groups.length === 0 ? { options: [] } : { option_groups: groups };
}
