import type { Activity, TurnContext } from "botbuilder";
import { PlatformError } from "../platform.ts";
import type { Answering } from "./answer.ts";
import { type Incoming, kindOf } from "./incoming.ts";
import type { CardMessage } from "./message.ts";

/** A message as botbuilder types it: it knows no readonly list. */
function activityOf(message: CardMessage): Partial<Activity> {
  return { ...message, attachments: [...message.attachments] };
}

/** Says something where an activity came from, for everybody there. */
export async function say(context: TurnContext, message: CardMessage): Promise<void> {
  await context.sendActivity(activityOf(message));
}

/** Says something to one person in front of others, who do not see it. Teams throws such a message away after a day. */
async function whisper({ connector }: Answering, incoming: Incoming, message: CardMessage): Promise<void> {
  const { serviceUrl, conversation, from, recipient } = incoming;
  const directed = {
    ...message,
    from: { id: recipient.id, name: recipient.name },
    recipient: { ...from, isTargeted: true },
  };
  await connector.send({ serviceUrl, conversation: conversation.id }, directed, { targeted: true });
}

/** Says something in a person's own conversation, and whether there is one. */
export async function tell(
  { connector, conversations }: Answering,
  email: string,
  message: CardMessage,
): Promise<boolean> {
  const known = await conversations.ofPerson(email);
  if (known === null || known.stopped !== null) return false;
  await connector.send(known, message);
  return true;
}

function isRefusal(error: unknown): boolean {
  return error instanceof PlatformError && (error.fault === "gone" || error.fault === "rejected");
}

/**
 * Says something that concerns one person alone: in their own conversation when that is where they are, else so that
 * only they see it, else in their own conversation, else in front of everybody.
 */
export async function sayPrivately(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  { email, message }: { readonly email: string | null; readonly message: CardMessage },
): Promise<void> {
  if (kindOf(incoming) === "personal") return await say(context, message);
  try {
    await whisper(answering, incoming, message);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (email === null || !(await tell(answering, email, message))) await say(context, message);
  }
}
