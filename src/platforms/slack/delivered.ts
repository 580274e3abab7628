import type { webApi } from "@slack/bolt";
import type { Temporal } from "temporal-polyfill";
import { type Address, PlatformError } from "../platform.ts";
import { addressOf, type SlackPlace } from "./address.ts";
import { platformErrorOf } from "./errors.ts";

type Client = webApi.WebClient;

/** How Cairn names its own posts in a message's metadata. */
const eventType = "cairn_delivery";

/** Messages read at once: Slack's advice (docs.slack.dev/reference/methods/conversations.history). */
const pageSize = 200;

/** Far more than a conversation gets between a post and the look for it. */
const mostPages = 50;

/** How far Slack's clock and ours may be apart, in minutes. */
const clocksApartMin = 10;

/** The metadata of a post, which `findDelivered` looks for; Slack shows it to nobody. */
export function metadataOf(deliveryId: string) {
  return { event_type: eventType, event_payload: { delivery_id: deliveryId } };
}

type Message = {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown };
};

function isDelivery({ metadata }: Message, deliveryId: string): boolean {
  const { event_type: type, event_payload: payload } = metadata ?? {};
  if (type !== eventType || typeof payload !== "object" || payload === null) return false;
  return Reflect.get(payload, "delivery_id") === deliveryId;
}

/** A page of what was posted there: a thread is not in the history of its channel. */
async function page(
  { conversations }: Client,
  { channel, ts }: SlackPlace,
  oldest: string,
  cursor: string | undefined,
) {
  const asked = {
    ...{ channel, oldest, limit: pageSize, include_all_metadata: true, inclusive: true },
    ...(cursor === undefined ? {} : { cursor }),
  };
  try {
    return ts === null ? await conversations.history(asked) : await conversations.replies({ ...asked, ts });
  } catch (error) {
    throw platformErrorOf(error);
  }
}

/**
 * The message of that delivery in a conversation; null once everything since then was read and it is not there.
 * Throws PlatformError when it cannot all be read: nothing is known then.
 */
export async function findDelivered(
  client: Client,
  place: SlackPlace,
  deliveryId: string,
  since: Temporal.Instant,
): Promise<Address | null> {
  const oldest = String(since.subtract({ minutes: clocksApartMin }).epochMilliseconds / 1_000);
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read = await page(client, place, oldest, cursor);
    const found = read.messages?.find((message) => isDelivery(message, deliveryId));
    if (found?.ts !== undefined) return addressOf({ channel: place.channel, ts: found.ts });
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return null;
  }
  throw new PlatformError("unreachable", "too_much_to_read");
}
