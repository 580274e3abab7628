import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Card } from "../../cards/card.ts";
import type { Address, Drawing, Identity, Mark } from "../platform.ts";
import { PlatformError } from "../platform.ts";
import { addressOf, type SlackPlace } from "./address.ts";
import { metadataOf } from "./delivered.ts";
import { drawFallback, drawMessage, type SlackMessage } from "./draw.ts";
import { platformErrorOf } from "./errors.ts";
import { identityOf } from "./profile.ts";

type Client = webApi.WebClient;

/** Runs one call of the Web API; what it throws is turned into a PlatformError. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw platformErrorOf(error);
  }
}

/**
 * Sends the card's drawing, and the plainer one when Slack takes no table of its own there, unless it
 * `isLate`: too late to begin again.
 */
export async function sendDrawn<T>(
  card: Card,
  drawing: Drawing,
  send: (message: SlackMessage) => Promise<T>,
  isLate?: () => boolean,
): Promise<T> {
  try {
    return await send(drawMessage(card, drawing));
  } catch (error) {
    const isDrawing = error instanceof PlatformError && /^invalid_(?:blocks|attachments)/u.test(error.code);
    if (!isDrawing) throw error;
    // Slack has refused it: it is not there, and may be sent at the next turn.
    if (isLate?.() === true)
      throw new PlatformError("rate_limited", "too_late_to_redraw", { retryAfterS: 1 });
    return await send(drawFallback(card, drawing));
  }
}

/** A message as the Web API takes it: what is no text, as JSON. */
type Written = { readonly [name: string]: string | boolean };

/** Writes a message as it is sent: a client given objects walks through them a second time, for a log of its own. */
function written({ blocks, ...said }: SlackMessage): Written {
  return { ...said, blocks: JSON.stringify(blocks) };
}

/** What posting answers, where it says where the message is. */
const postedSchema = z.object({ channel: z.string(), ts: z.string() });

/** Posts a card in a conversation, or in the thread of a message there. */
export async function post(
  client: Client,
  { channel, ts }: SlackPlace,
  card: Card,
  drawing: Drawing,
  mark?: Mark,
): Promise<Address> {
  const thread = ts === null ? {} : { thread_ts: ts };
  const quiet = { unfurl_links: false, unfurl_media: false };
  const known = mark === undefined ? {} : { metadata: JSON.stringify(metadataOf(mark.deliveryId)) };
  const sent = await sendDrawn(
    card,
    drawing,
    (message) =>
      calling(() =>
        client.apiCall("chat.postMessage", { channel, ...thread, ...quiet, ...known, ...written(message) }),
      ),
    mark?.isLate,
  );
  const posted = postedSchema.safeParse(sent);
  if (!posted.success) throw new PlatformError("unreachable", "no_address");
  return addressOf(posted.data);
}

/** Shows a card to one member of a conversation. */
export async function whisper(
  client: Client,
  { channel, ts, account }: SlackPlace & { readonly account: string },
  card: Card,
  drawing: Drawing,
): Promise<void> {
  const thread = ts === null ? {} : { thread_ts: ts };
  await sendDrawn(card, drawing, (message) =>
    calling(() => client.chat.postEphemeral({ channel, user: account, ...thread, ...message })),
  );
}

/** Replaces a message. */
export async function update(
  client: Client,
  { channel, ts }: SlackPlace,
  card: Card,
  drawing: Drawing,
): Promise<void> {
  if (ts === null) throw new PlatformError("rejected", "not_a_message");
  await sendDrawn(card, drawing, (message) => calling(() => client.chat.update({ channel, ts, ...message })));
}

/** Who is behind an account of that workspace; somebody Slack does not show is a stranger. */
export async function whois(client: Client, teamId: string, account: string): Promise<Identity> {
  try {
    const { user } = await calling(() => client.users.info({ user: account, include_locale: true }));
    if (user === undefined) throw new PlatformError("unreachable", "no_user");
    return identityOf(user, teamId);
  } catch (error) {
    const isHidden = error instanceof PlatformError && /^user_not_(?:found|visible)$/u.test(error.code);
    if (isHidden) return { kind: "unwelcome", reason: "stranger" };
    throw error;
  }
}
