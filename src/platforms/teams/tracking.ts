import type { Identity } from "../platform.ts";
import type { Answering } from "./answer.ts";
import { type Incoming, kindOf } from "./incoming.ts";

/** A channel's conversation, without the message whose thread it is: "19:…@thread.tacv2;messageid=…". */
export function wholeConversation(conversation: string): string {
  return conversation.split(";messageid=", 1)[0] ?? conversation;
}

/** Keeps where somebody speaks with Cairn; `email` is theirs. What cannot be kept now is at the next activity. */
export async function seen(
  { conversations, log }: Answering,
  incoming: Incoming,
  email: string,
): Promise<void> {
  const { serviceUrl, conversation, recipient, from } = incoming;
  const kind = kindOf(incoming);
  const account = from.aadObjectId ?? from.id;
  const known = { conversation: wholeConversation(conversation.id), serviceUrl, botId: recipient.id };
  try {
    await conversations.keep({ ...known, kind: kind === "personal" ? { email, account } : kind });
  } catch (error) {
    log.warn({ err: error }, "a conversation of Teams could not be kept");
  }
}

/** Whether the bot itself left: it is removed from a conversation, or the app is uninstalled. */
function isDeparture({ type, action, recipient, membersRemoved = [] }: Incoming): boolean {
  if (type === "installationUpdate") return action?.startsWith("remove") === true;
  return membersRemoved.some(({ id }) => id === recipient.id);
}

/**
 * Keeps the conversation that the bot was let into, or forgets the one it left. A personal one is kept once its
 * person is known to be of the plan. Gives who moved it; null when the bot left.
 */
export async function moved(answering: Answering, incoming: Incoming): Promise<Identity | null> {
  const { conversations, identify } = answering;
  const whole = wholeConversation(incoming.conversation.id);
  if (isDeparture(incoming)) {
    await conversations.forget(whole);
    return null;
  }
  const identity = await identify(incoming);
  if (identity.kind === "member") await seen(answering, incoming, identity.email);
  return identity;
}
