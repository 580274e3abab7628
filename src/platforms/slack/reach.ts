import type { webApi } from "@slack/bolt";
import { type Address, PlatformError } from "../platform.ts";
import { addressOf } from "./address.ts";
import { calling } from "./web.ts";

/** More people than any cluster has: past it the oldest is asked again. */
const mostKept = 10_000;

async function open(client: webApi.WebClient, email: string): Promise<Address> {
  const { user } = await calling(() => client.users.lookupByEmail({ email }));
  if (user?.id === undefined || user.deleted === true) throw new PlatformError("gone", "user_not_found");
  const users = user.id;
  const { channel } = await calling(() => client.conversations.open({ users }));
  if (channel?.id === undefined) throw new PlatformError("unreachable", "no_conversation");
  return addressOf({ channel: channel.id, ts: null });
}

/** Finds each person's conversation with the bot, once; failures are asked again. */
export function conversationsOf(client: webApi.WebClient): (email: string) => Promise<Address> {
  const kept = new Map<string, Promise<Address>>();
  return (email) => {
    const known = kept.get(email);
    if (known !== undefined) return known;
    const asked = open(client, email);
    kept.set(email, asked);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    asked.catch(() => {
      if (kept.get(email) === asked) kept.delete(email);
    });
    return asked;
  };
}
