import type { Card } from "../../../cards/card.ts";
import { messagesFor } from "../../../messages/messages.ts";
import type { AdaptiveCard } from "../adaptive.ts";
import { button } from "../buttons.ts";
import { drawCard } from "../draw.ts";
import { verbs } from "../verbs.ts";
import { type Asked, checkedCarried } from "./entry-form.ts";

type Carrying = Asked & { readonly carried: string };

function withoutButtons(card: Card): Card {
  return { ...card, blocks: card.blocks.filter(({ type }) => type !== "actions") };
}

/** What surprises in a figure, in place of the form that held it: confirm it, or go back and correct it. */
export function confirmCard(card: Card, { language, within, carried }: Carrying): AdaptiveCard {
  const { forms } = messagesFor(language);
  const data = { carried: checkedCarried(carried) };
  const buttons = [
    button({ title: forms.confirm, verb: verbs.entryConfirm, data, within, isMain: true }),
    button({ title: forms.mend, verb: verbs.entryMend, data, within, checks: false }),
  ];
  // The card's own buttons say the same as these.
  return drawCard(withoutButtons(card), { language, buttons });
}

/** The receipt of a figure; `next` when another one is due in the walk. A dialog's has no other button: it ends there. */
export function receiptCard(
  card: Card,
  { language, within, carried, next }: Carrying & { readonly next: boolean },
): AdaptiveCard {
  const { forms } = messagesFor(language);
  const data = { carried: checkedCarried(carried) };
  const buttons = next
    ? [button({ title: forms.next, verb: verbs.entryNext, data, within, isMain: true })]
    : [];
  return drawCard(within === "dialog" ? withoutButtons(card) : card, { language, buttons });
}
