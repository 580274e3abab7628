import type { TurnContext } from "botbuilder";
import type { Card } from "../../cards/card.ts";
import { askForm } from "../../commands/figure-form.ts";
import { wordsForForm } from "../../commands/form-line.ts";
import type { Language } from "../../messages/messages.ts";
import { messagesFor } from "../../messages/messages.ts";
import { freshSession } from "../figure-session.ts";
import { type Answer, type Answering, answerLine, askingOf, conversationOf } from "./answer.ts";
import { button } from "./buttons.ts";
import { beginningCard, deniedCard } from "./forms/shown.ts";
import { type Incoming, kindOf } from "./incoming.ts";
import type { Asked } from "./line.ts";
import { type CardMessage, cardMessage, messageOf } from "./message.ts";
import { say, sayPrivately, tell } from "./reply.ts";
import { verbs } from "./verbs.ts";

/** A member and what they asked, by a message or a button. */
export type Wish = Asked & {
  readonly email: string;
  readonly incoming: Incoming;
  /** What makes two deliveries of it the same. */
  readonly key: string;
};

/** The verbs that write figures: their receipt must outlive a message that Teams throws away after a day. */
const writing: ReadonlySet<string> = new Set(["saisir", "corriger", "annuler"]);

/** The form that a line asks for; null when it asks for none. */
async function formAsked(answering: Answering, { email, line }: Wish): Promise<CardMessage | null> {
  const { cairn, now } = answering;
  const words = wordsForForm(line, now());
  if (words === null) return null;
  const asking = askingOf(answering, email);
  const form = await askForm(cairn, asking, words);
  if (form.kind === "denied") return messageOf(deniedCard(form, "message"));
  return messageOf(await beginningCard({ cairn, asking, within: "message" }, form, freshSession));
}

/** The card of an answer; what a person set can be changed from it. */
export function drawn({
  card,
  language,
  command,
  ok,
}: Pick<Answer, "card" | "language" | "command" | "ok">): CardMessage {
  const { home } = messagesFor(language);
  const open = button({ title: home.preferencesTitle, verb: verbs.preferencesOpen, data: {}, checks: false });
  return cardMessage(card, { language, buttons: ok && command === "rappels" ? [open] : [] });
}

/** Whether everybody in the conversation is answered: not in one that began apart from them, unless asked to. */
function isForAll({ incoming, shared }: Wish, { ok }: Answer): boolean {
  if (kindOf(incoming) === "personal") return true;
  return ok && (shared || incoming.recipient.isTargeted !== true);
}

/** Answers a member where they are. Gives the answer in a few words; throws PlatformError when Teams does not take it. */
export async function respond(answering: Answering, context: TurnContext, wish: Wish): Promise<string> {
  const { email, incoming, line, key } = wish;
  const form = await formAsked(answering, wish);
  if (form !== null) {
    await sayPrivately(answering, context, incoming, { email, message: form });
    return form.summary;
  }
  const answer = await answerLine(answering, email, line, { key, conversation: conversationOf(incoming) });
  const message = drawn(answer);
  if (isForAll(wish, answer)) await say(context, message);
  else {
    await sayPrivately(answering, context, incoming, { email, message });
    if (answer.ok && writing.has(answer.command)) await tell(answering, email, message);
  }
  return message.summary;
}

/** Says a card to one person alone. */
export async function respondPrivately(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  { card, language }: { readonly card: Card; readonly language: Language },
): Promise<void> {
  await sayPrivately(answering, context, incoming, { email: null, message: cardMessage(card, { language }) });
}
