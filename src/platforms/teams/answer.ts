import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import { handle } from "../../commands/handle.ts";
import type { Cairn } from "../../commands/request.ts";
import type { TeamsConversations } from "../../commands/teams-conversations.ts";
import type { Log } from "../../log.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import type { Address, Identity, Unwelcome } from "../platform.ts";
import { addressOf } from "./address.ts";
import type { Connector } from "./connector.ts";
import type { Incoming } from "./incoming.ts";

/** What is answered. */
export type Answer = {
  readonly card: Card;
  readonly language: Language;
  readonly ok: boolean;
  /** The verb that answered. */
  readonly command: string;
};

/** What answering takes. */
export type Answering = {
  readonly cairn: Cairn;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
  readonly connector: Connector;
  readonly conversations: TeamsConversations;
  /** Who sends an activity. Throws PlatformError when Teams gives no answer. */
  readonly identify: (incoming: Incoming) => Promise<Identity>;
};

/** What makes two deliveries of a request the same, whatever they say of it: a digest that tells nothing. */
export function requestKey(...parts: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(["teams", ...parts]))
    .digest("hex");
}

/** The key of an activity: Teams gives each an id of its own in its conversation. */
export function keyOf({ conversation, id }: Incoming): string {
  return requestKey(conversation.id, id ?? crypto.randomUUID());
}

/** Where a line was said: an answer that comes days later goes there. */
export function conversationOf({ conversation: { id } }: Incoming): Address {
  return addressOf({ conversation: id, activity: null });
}

/** The polite refusal of somebody who is not served. */
export function unwelcomeCard(reason: Unwelcome, language: Language): Card {
  return refusalCard(messagesFor(language).teams.unwelcome[reason], []);
}

/** What is said when answering failed, which the log tells. */
export function failedCard({ cairn, log }: Pick<Answering, "cairn" | "log">, error: unknown): Card {
  log.error({ err: error }, "a request from Teams failed");
  return refusalCard(messagesFor(cairn.language).teams.failed, []);
}

/** Who asks through an activity, as the commands want to know it. */
export function askingOf({ now }: Pick<Answering, "now">, email: string) {
  return { email, now: now(), platform: "teams" } as const;
}

/** What a member's line comes to. `key` is what makes two deliveries of it the same: a figure is written once for it. */
export async function answerLine(
  answering: Answering,
  email: string,
  line: string,
  where: { readonly key: string; readonly conversation: string },
): Promise<Answer> {
  const { ok, card, language, command } = await handle(answering.cairn, {
    ...askingOf(answering, email),
    line,
    ...where,
  });
  return { ok, card, language, command };
}
