import type { Card } from "../../cards/card.ts";
import type { AdaptiveCard } from "./adaptive.ts";
import { contentType, drawCard, summaryOf, type TeamsDrawing } from "./draw.ts";

/** What is posted: one Adaptive Card, and what notifications say of it. */
export type CardMessage = {
  readonly type: "message";
  readonly summary: string;
  readonly attachments: readonly [
    { readonly contentType: typeof contentType; readonly content: AdaptiveCard },
  ];
};

/** A message that shows a card already drawn. */
export function messageOf(content: AdaptiveCard, summary: string = content.fallbackText): CardMessage {
  return { type: "message", summary, attachments: [{ contentType, content }] };
}

/** A message that shows a neutral card. */
export function cardMessage(card: Card, drawing: TeamsDrawing): CardMessage {
  return messageOf(drawCard(card, drawing), summaryOf(card, drawing.language));
}
