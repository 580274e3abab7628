import type { webApi } from "@slack/bolt";
import type { Accepted } from "../../commands/inbox.ts";
import { PlatformError } from "../platform.ts";
import type { Answer, Answering } from "./answer.ts";
import type { SlackMessage } from "./draw.ts";
import type { Respond, Response } from "./response-url.ts";
import { withShareButton } from "./share-button.ts";
import { postAnswer } from "./surely.ts";
import { sendDrawn } from "./web.ts";

/** What sending an answer takes. */
export type Sending = Answering & { readonly client: webApi.WebClient; readonly respond: Respond };

/** Where an answer goes. */
type Destination = Pick<Accepted, "account" | "channel" | "responseUrl" | "responseUntil">;

/** A message as the answer of an acknowledgement or of a response_url. */
export function response(message: SlackMessage, { shared }: Pick<Answer, "shared">): Response {
  return { response_type: shared ? "in_channel" : "ephemeral", replace_original: false, ...message };
}

/**
 * Whether the response_url took the answer. One that gave no answer may have taken it all the same: the answer is
 * then seen twice, which is better than never, since it writes nothing.
 */
async function isResponded(
  { respond, log }: Sending,
  { responseUrl: url, responseUntil: until, channel }: Destination,
  answer: Answer,
): Promise<boolean> {
  if (url === null || until === null) return false;
  try {
    return await sendDrawn(answer.card, answer, (message) =>
      respond({ url, until }, response(withShareButton(message, answer, channel), answer)),
    );
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    log.warn({ fault, code }, "a response_url did not take an answer; it goes elsewhere");
    return false;
  }
}

/**
 * Sends an answer after its acknowledgement: to the response_url while it takes one; else in the conversation when
 * it is shared and Cairn may write there; else in direct messages.
 */
export async function sendLater(sending: Sending, destination: Destination, answer: Answer): Promise<void> {
  if (await isResponded(sending, destination, answer)) return;
  const { account, channel } = destination;
  const direct = { channel: account, ts: null };
  if (!answer.shared || channel === null) return await postAnswer(sending, direct, answer);
  try {
    await postAnswer(sending, { channel, ts: null }, answer);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault !== "gone") throw error;
    await postAnswer(sending, direct, answer);
  }
}
