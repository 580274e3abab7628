import type { webApi } from "@slack/bolt";
import type { SlackConversation, SlackConversations } from "../../commands/slack-conversations.ts";
import { type Address, PlatformError } from "../platform.ts";
import { addressOf } from "./address.ts";
import { calling } from "./web.ts";

async function open(client: webApi.WebClient, email: string): Promise<SlackConversation> {
  const { user } = await calling(() => client.users.lookupByEmail({ email }));
  if (user?.id === undefined || user.deleted === true) throw new PlatformError("gone", "user_not_found");
  const account = user.id;
  const { channel } = await calling(() => client.conversations.open({ users: account }));
  if (channel?.id === undefined) throw new PlatformError("unreachable", "no_conversation");
  return { account, conversation: channel.id };
}

/**
 * The conversation with the person of an address: the one Cairn knows, else the one Slack opens, in two calls of few
 * a minute. Throws PlatformError, `gone` when Slack knows no such member.
 */
export async function reach(
  client: webApi.WebClient,
  conversations: SlackConversations,
  email: string,
): Promise<Address> {
  const known = await conversations.of(email);
  if (known !== null) return addressOf({ channel: known, ts: null });
  const opened = await open(client, email);
  await conversations.keep(email, opened);
  return addressOf({ channel: opened.conversation, ts: null });
}

/** Runs `work` in a conversation, and forgets the conversation when Slack says that it is gone. */
export async function unlessGone<T>(
  conversations: SlackConversations,
  conversation: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PlatformError && error.fault === "gone") await conversations.forget(conversation);
    throw error;
  }
}
