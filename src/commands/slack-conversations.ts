import type { Temporal } from "temporal-polyfill";
import { gathered } from "../gathered.ts";
import {
  forgetSlackAccount,
  forgetSlackConversation,
  keepSlackConversation,
  type SlackConversation,
  slackConversations,
} from "../store/slack-conversations.ts";
import type { Cairn } from "./request.ts";

export type { SlackConversation } from "../store/slack-conversations.ts";

/** How long a conversation is believed without asking Slack again, in ms: 30 days; Slack also tells of changes. */
const believedMs = 30 * 86_400_000;

/** Where Slack's members are reached, as Cairn remembers it. */
export type SlackConversations = {
  /** The conversation with the person of that address; null when it is not known, or was seen too long ago. */
  readonly of: (email: string) => Promise<string | null>;
  readonly keep: (email: string, opened: SlackConversation) => Promise<void>;
  /** Forgets a conversation that takes no message any more. */
  readonly forget: (conversation: string) => Promise<void>;
  /** Forgets the conversation of an account that changed. */
  readonly forgetAccount: (account: string) => Promise<void>;
};

/** The conversations of Slack that Cairn knows; those asked for together are read together. */
export function slackConversationsOf({ db }: Cairn, now: () => Temporal.Instant): SlackConversations {
  const known = gathered(async (emails: readonly string[]) => {
    const since = new Date(now().epochMilliseconds - believedMs).toISOString();
    const kept = await slackConversations(db, emails, since);
    return emails.map((email) => kept.get(email.toLowerCase()) ?? null);
  });
  return {
    of: known,
    keep: async (email, opened) => await keepSlackConversation(db, email, opened, now().toString()),
    forget: async (conversation) => await forgetSlackConversation(db, conversation),
    forgetAccount: async (account) => await forgetSlackAccount(db, account),
  };
}
