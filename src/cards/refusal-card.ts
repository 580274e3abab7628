import type { Sentence } from "../messages/refusal-sentences.ts";
import { actions, type Card, type CardAction, text } from "./card.ts";

/** What could not be done, what to do next, and buttons that do it. */
export function refusalCard({ message, hint }: Sentence, mends: readonly CardAction[]): Card {
  return { title: message, blocks: [text(hint), ...(mends.length === 0 ? [] : [actions(...mends)])] };
}
