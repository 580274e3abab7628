import { type Address, PlatformError } from "../platform.ts";

/** A conversation, and one message there; null for the whole. */
export type TeamsPlace = { readonly conversation: string; readonly activity: string | null };

const pattern = /^teams:([^/\s]+)(?:\/([^/\s]+))?$/u;

/** The address of a place. Conversations are named by anything: what could be misread is escaped. */
export function addressOf({ conversation, activity }: TeamsPlace): Address {
  const whole = encodeURIComponent(conversation);
  return activity === null ? `teams:${whole}` : `teams:${whole}/${encodeURIComponent(activity)}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The place that an address names. Throws PlatformError `rejected` when it is not one of Teams'. */
export function teamsPlace(address: string): TeamsPlace {
  const [, whole, message] = pattern.exec(address) ?? [];
  const conversation = whole === undefined ? null : decoded(whole);
  const activity = message === undefined ? null : decoded(message);
  if (conversation === null || (message !== undefined && activity === null))
    throw new PlatformError("rejected", "not_an_address");
  return { conversation, activity };
}
