import { setTimeout as wait } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { PlatformError } from "../platform.ts";
import type { SlackPlace } from "./address.ts";
import type { Answer, Answering } from "./answer.ts";
import { findDelivered } from "./delivered.ts";
import { calling, post } from "./web.ts";

/** The longest wait that Slack's "too fast" may ask before an answer is given up, in seconds. */
const longestWaitS = 120;

/** How long Slack is left alone after it gave no answer, before it is asked whether the message is there. */
const readBackAfterMs = 500;

/** Sends again once when Slack says that it was asked too fast; nothing was sent then. */
export async function patiently(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const delayS = error instanceof PlatformError ? error.retryAfterS : null;
    if (delayS === null || delayS > longestWaitS) throw error;
    await wait(delayS * 1000, undefined, { ref: false });
    await send();
  }
}

/** The same place by its conversation: a member's direct messages, which are written to by the member, too. */
async function conversationOf(client: webApi.WebClient, { channel, ts }: SlackPlace): Promise<SlackPlace> {
  if (!/^[UW]/u.test(channel)) return { channel, ts };
  const { channel: direct } = await calling(() => client.conversations.open({ users: channel }));
  if (direct?.id === undefined) throw new PlatformError("unreachable", "no_conversation");
  return { channel: direct.id, ts };
}

/**
 * Posts an answer. Where Slack gives no answer itself, the conversation is read, and the answer posted again once if
 * it is not there. Throws PlatformError.
 */
export async function postAnswer(
  { client, now }: Pick<Answering, "now"> & { readonly client: webApi.WebClient },
  place: SlackPlace,
  { card, language }: Pick<Answer, "card" | "language">,
): Promise<void> {
  const since = now();
  const mark = { deliveryId: crypto.randomUUID(), isLate: () => false };
  const send = () => post(client, place, card, { language }, mark);
  try {
    await patiently(send);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault !== "unreachable") throw error;
    await wait(readBackAfterMs);
    const read = await conversationOf(client, place);
    if ((await findDelivered(client, read, mark.deliveryId, since)) === null) await patiently(send);
  }
}
