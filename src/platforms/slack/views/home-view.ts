import type { ActionsBlock, Button, HomeView, KnownBlock } from "@slack/types";
import type { Card } from "../../../cards/card.ts";
import type { Home } from "../../../commands/home.ts";
import { type Language, messagesFor } from "../../../messages/messages.ts";
import { drawCards } from "../draw.ts";
import { buttonRow, plain } from "../elements.ts";
import { buttons } from "./names.ts";
import { preferenceBlocks } from "./preferences-view.ts";

/** How an App Home is drawn. */
export type HomeDrawing = {
  /** What could not be done a moment ago, said first; null when nothing is to be said. */
  readonly refusal: Card | null;
  /** Whether a table may be Slack's own: not once Slack refused it. */
  readonly native: boolean;
};

function onlyButton(block: KnownBlock | undefined): Button | null {
  if (block?.type !== "actions") return null;
  const [only, ...others]: ActionsBlock["elements"] = block.elements;
  return only?.type === "button" && others.length === 0 ? only : null;
}

/** The same blocks, a button that is alone under a paragraph put beside it: the Home is read line by line. */
function besideTexts(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.flatMap((block, index): KnownBlock[] => {
    const before = blocks[index - 1];
    const next = onlyButton(blocks[index + 1]);
    if (block.type === "section" && block.fields === undefined && next !== null)
      return [{ ...block, accessory: next }];
    const isTaken = before?.type === "section" && before.fields === undefined && onlyButton(block) !== null;
    return isTaken ? [] : [block];
  });
}

function giveRow({ language, mayGive }: Home): KnownBlock[] {
  const { forms } = messagesFor(language);
  const text = plain(forms.give);
  if (!mayGive) return [];
  return [buttonRow([{ type: "button", action_id: buttons.give, text, value: "give", style: "primary" }])];
}

/** The App Home of a member: a button that opens the form, the cards one under another, and what can be set. */
export function homeView(home: Home, { refusal, native }: HomeDrawing): HomeView {
  const { language, cards, preferences } = home;
  const first = giveRow(home);
  const last = preferenceBlocks(preferences, { language });
  const said = refusal === null ? cards : [refusal, ...cards];
  const drawn = drawCards(said, { language, type: "home", native, beside: [...first, ...last] });
  return { type: "home", blocks: [...first, ...besideTexts(drawn), ...last] };
}

/** The App Home of somebody who is not served: why. */
export function refusedHomeView(card: Card, { language }: { readonly language: Language }): HomeView {
  return { type: "home", blocks: drawCards([card], { language, type: "home" }) };
}
