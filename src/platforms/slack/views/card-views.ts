import type { HomeView, ModalView } from "@slack/types";
import type { Card } from "../../../cards/card.ts";
import { type Language, messagesFor } from "../../../messages/messages.ts";
import { drawCards, drawView } from "../draw.ts";
import { buttonRow, plain, section } from "../elements.ts";
import { limits } from "../limits.ts";
import { buttons, callbacks } from "./names.ts";

type Said = { readonly language: Language };

/** A modal that shows a card. */
function cardModal(card: Card, { language }: Said): ModalView {
  const { forms, drawing } = messagesFor(language);
  const blocks = drawView(card, { language, type: "modal" });
  return {
    type: "modal",
    title: plain(forms.title),
    close: plain(forms.close),
    // A view without any block would be refused.
    blocks: blocks.length > 0 ? blocks : [section(plain(drawing.nothing))],
  };
}

function checked(metadata: string): string {
  if (metadata.length > limits.modal.metadata) throw new Error("The view's metadata is too long.");
  return metadata;
}

/** The light view that opens at once, before the form that replaces it. */
export function waitingView({ language }: Said): ModalView {
  const { forms } = messagesFor(language);
  return {
    type: "modal",
    callback_id: callbacks.waiting,
    title: plain(forms.title),
    close: plain(forms.close),
    blocks: [section(plain(forms.waiting))],
  };
}

/** What surprises in a figure, above the form that holds it: confirm it, or go back and correct it. */
export function confirmView(
  card: Card,
  { language, metadata }: Said & { readonly metadata: string },
): ModalView {
  const { forms } = messagesFor(language);
  // The card's own buttons say the same as the view's.
  const said = { ...card, blocks: card.blocks.filter(({ type }) => type !== "actions") };
  return {
    ...cardModal(said, { language }),
    callback_id: callbacks.confirm,
    private_metadata: checked(metadata),
    submit: plain(forms.confirm),
    close: plain(forms.mend),
  };
}

/** The receipt of a figure; `next` when another one is due in the walk. */
export function receiptView(
  card: Card,
  { language, metadata, next }: Said & { readonly metadata: string; readonly next: boolean },
): ModalView {
  const { forms } = messagesFor(language);
  return {
    ...cardModal(card, { language }),
    callback_id: callbacks.receipt,
    private_metadata: checked(metadata),
    ...(next ? { submit: plain(forms.next) } : {}),
  };
}

/** The App Home: a button that opens the form, then the cards one under another. */
export function homeView(cards: readonly Card[], { language }: Said): HomeView {
  const { forms } = messagesFor(language);
  const give = buttonRow([
    { type: "button", action_id: buttons.give, text: plain(forms.give), value: "give", style: "primary" },
  ]);
  return { type: "home", blocks: [give, ...drawCards(cards, { language, type: "home", spare: 1 })] };
}
