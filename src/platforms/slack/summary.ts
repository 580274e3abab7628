import type { Card } from "../../cards/card.ts";
import type { Messages } from "../../messages/messages.ts";
import { gistOf } from "../summary.ts";
import { inertSummary } from "./escape.ts";
import { limits } from "./limits.ts";
import { shortened } from "./split.ts";

/** The card in a few words, never empty: its title, and its first text or what comes nearest. */
export function summaryOf(card: Card, messages: Messages): string {
  return inertSummary(shortened(gistOf(card, messages), limits.summary)) || "Cairn";
}
