import { type Address, PlatformError } from "../platform.ts";

/** A conversation or a member (whose direct messages it then is), and one message there; null for the whole. */
export type SlackPlace = { readonly channel: string; readonly ts: string | null };

const pattern = /^slack:([A-Z][A-Z0-9]+)(?::(\d+\.\d+))?$/u;

/** The address of a place. */
export function addressOf({ channel, ts }: SlackPlace): Address {
  return ts === null ? `slack:${channel}` : `slack:${channel}:${ts}`;
}

/** The place that an address names; null when it is not one of Slack's. */
export function placeOf(address: string): SlackPlace | null {
  const [, channel, ts = null] = pattern.exec(address) ?? [];
  return channel === undefined ? null : { channel, ts };
}

/** The place that an address names. Throws PlatformError `rejected` when it is not one of Slack's. */
export function slackPlace(address: Address): SlackPlace {
  const place = placeOf(address);
  if (place === null) throw new PlatformError("rejected", "not_an_address");
  return place;
}

/** The conversation in which something is said: a thread, or a channel; nothing where there is none, as in the Home. */
export function conversationIn(
  channel: string | null | undefined,
  thread: string | null | undefined,
): { readonly conversation?: Address } {
  return channel === null || channel === undefined || channel === ""
    ? {}
    : { conversation: addressOf({ channel, ts: thread ?? null }) };
}
