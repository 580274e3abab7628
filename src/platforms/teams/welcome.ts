import type { TurnContext } from "botbuilder";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import { personalWelcomeCard, sharedWelcomeCard } from "../../cards/welcome-card.ts";
import { contextOf, deniedStranger } from "../../commands/asking.ts";
import { once } from "../../commands/once.ts";
import { messagesFor } from "../../messages/messages.ts";
import type { Identity } from "../platform.ts";
import { type Answering, askingOf, requestKey, unwelcomeCard } from "./answer.ts";
import { type Incoming, kindOf } from "./incoming.ts";
import { type CardMessage, cardMessage } from "./message.ts";
import { say } from "./reply.ts";
import { wholeConversation } from "./tracking.ts";

/** More strangers than ever install the app between two starts: past it the oldest may be refused once more. */
const mostRefused = 1_000;

/** Whether the bot itself arrives. Teams says it once or twice: that it was added, and that the app was installed. */
function isArrival({ type, action, recipient, membersAdded = [] }: Incoming): boolean {
  if (type === "installationUpdate") return action === "add";
  return membersAdded.some(({ id }) => id === recipient.id);
}

/** What is said at an arrival; somebody who is not served is only refused, and of them nothing is kept. */
type Words = { readonly message: CardMessage; readonly refuses: boolean };

function refusing({ cairn }: Answering, card: Card): Words {
  return { message: cardMessage(card, { language: cairn.language }), refuses: true };
}

async function personalWords(answering: Answering, identity: Identity): Promise<Words | null> {
  const { cairn } = answering;
  if (identity.kind === "unwelcome") {
    // Two bots that answer each other never stop.
    if (identity.reason === "bot") return null;
    return refusing(answering, unwelcomeCard(identity.reason, cairn.language));
  }
  const asking = askingOf(answering, identity.email);
  const context = await contextOf(cairn, asking, "");
  if (context === null) return refusing(answering, refusalCard(deniedStranger(cairn, asking).sentence, []));
  const { language, messages } = context;
  return { message: cardMessage(personalWelcomeCard(messages), { language }), refuses: false };
}

/** Among several people, what is said is for all of them, whoever of the tenant let the bot in. */
async function wordsFor(answering: Answering, incoming: Incoming, identity: Identity): Promise<Words | null> {
  if (kindOf(incoming) === "personal") return await personalWords(answering, identity);
  if (identity.kind === "unwelcome") return null;
  const { language } = answering.cairn;
  return { message: cardMessage(sharedWelcomeCard(messagesFor(language)), { language }), refuses: false };
}

/** Remembers conversations in this process alone, the newest, and says whether one is new. */
function newComers(most: number): (conversation: string) => boolean {
  const known = new Set<string>();
  return (conversation) => {
    if (known.has(conversation)) return false;
    known.add(conversation);
    const [oldest] = known;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return true;
  };
}

/** Says hello where the bot arrives, once however often Teams says that it did. */
export function welcoming(answering: Answering) {
  const { cairn, now } = answering;
  const isNew = newComers(mostRefused);
  return async (context: TurnContext, incoming: Incoming, identity: Identity): Promise<void> => {
    if (!isArrival(incoming)) return;
    const words = await wordsFor(answering, incoming, identity);
    if (words === null) return;
    const { message, refuses } = words;
    const where = wholeConversation(incoming.conversation.id);
    if (!refuses) await once(cairn, requestKey("welcome", where), now, () => say(context, message));
    else if (isNew(where)) await say(context, message);
  };
}
