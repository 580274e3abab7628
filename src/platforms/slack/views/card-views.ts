import type { ModalView } from "@slack/types";
import type { Card } from "../../../cards/card.ts";
import { type Language, messagesFor } from "../../../messages/messages.ts";
import { drawView } from "../draw.ts";
import { plain, section } from "../elements.ts";
import { limits } from "../limits.ts";
import { callbacks } from "./names.ts";

type Said = { readonly language: Language };

/** A modal that shows a card, under the title of the figures' form unless another is given. */
export function cardModal(card: Card, { language, title }: Said & { readonly title?: string }): ModalView {
  const { forms, drawing } = messagesFor(language);
  const blocks = drawView(card, { language, type: "modal" });
  return {
    type: "modal",
    title: plain(title ?? forms.title),
    close: plain(forms.close),
    // A view without any block would be refused.
    blocks: blocks.length > 0 ? blocks : [section(plain(drawing.nothing))],
  };
}

function checked(metadata: string): string {
  if (metadata.length > limits.modal.metadata) throw new Error("The view's metadata is too long.");
  return metadata;
}

function lightView(said: string, { language, title }: Said & { readonly title: string }): ModalView {
  const { forms } = messagesFor(language);
  return {
    type: "modal",
    callback_id: callbacks.waiting,
    title: plain(title),
    close: plain(forms.close),
    blocks: [section(plain(said))],
  };
}

/** The light view that opens at once, before the form that replaces it. */
export function waitingView(said: Said & { readonly title: string }): ModalView {
  return lightView(messagesFor(said.language).forms.waiting, said);
}

/** The light view that replaces a form whose figure takes longer than Slack waits: it claims nothing. */
export function workingView({ language }: Said): ModalView {
  const { working, noWorries, title } = messagesFor(language).forms;
  return lightView(`${working} ${noWorries}`, { language, title });
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
    // A confirmed figure's receipt lies over its form, which has nothing left to take.
    clear_on_close: true,
    ...(next ? { submit: plain(forms.next) } : {}),
  };
}
