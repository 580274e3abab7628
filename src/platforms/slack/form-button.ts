import type { Temporal } from "temporal-polyfill";
import { actions, type Card } from "../../cards/card.ts";
import { wordsForForm } from "../../commands/form-line.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";

/** The card with a button that opens the form, where the line it answers lacks the figure's value. */
export function withFormButton(
  card: Card,
  line: string,
  { now, language }: { readonly now: () => Temporal.Instant; readonly language: Language },
): Card {
  const words = wordsForForm(line, now());
  if (words === null) return card;
  const open = { label: messagesFor(language).forms.open, line: `/saisir ${words}`.trim() };
  return { ...card, blocks: [...card.blocks, actions(open)] };
}
