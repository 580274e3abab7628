import type { Temporal } from "temporal-polyfill";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import { handle } from "../../commands/handle.ts";
import type { Cairn } from "../../commands/request.ts";
import type { Log } from "../../log.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import type { Identity, Unwelcome } from "../platform.ts";
import type { Asked } from "./line.ts";

/** What is answered: the card, its language, and whether everybody in the conversation may see it. */
export type Answer = { readonly card: Card; readonly language: Language; readonly shared: boolean };

/** Who asks, through which workspace. */
export type Asker = { readonly account: string; readonly teamId: string | undefined };

/** What answering takes. */
export type Answering = {
  readonly cairn: Cairn;
  readonly whois: (account: string) => Promise<Identity>;
  /** The only workspace served. */
  readonly teamId: string;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
};

/** The polite refusal of somebody who is not served. */
export function unwelcomeAnswer(reason: Unwelcome, language: Language): Answer {
  return { card: refusalCard(messagesFor(language).slack.unwelcome[reason], []), language, shared: false };
}

/** Who asks: nobody is looked up who comes through another workspace. */
export async function identify({ whois, teamId }: Answering, asker: Asker): Promise<Identity> {
  if (asker.teamId !== teamId) return { kind: "unwelcome", reason: "other_workspace" };
  return await whois(asker.account);
}

/** What a member's line comes to; refusals are never shared. */
export async function answerMember(
  { cairn, now }: Answering,
  email: string,
  { line, shared }: Asked,
): Promise<Answer> {
  const { ok, card, language } = await handle(cairn, { email, line, now: now(), platform: "slack" });
  return { card, language, shared: ok && shared };
}

/** What is said when answering failed, which the log tells. */
export function failedAnswer({ cairn, log }: Answering, error: unknown): Answer {
  log.error({ err: error }, "a request from Slack failed");
  const { language } = cairn;
  return { card: refusalCard(messagesFor(language).slack.failed, []), language, shared: false };
}

/** What a line comes to, whoever sends it and whatever happens. */
export async function answerLine(answering: Answering, asker: Asker, asked: Asked): Promise<Answer> {
  try {
    const identity = await identify(answering, asker);
    if (identity.kind === "member") return await answerMember(answering, identity.email, asked);
    return unwelcomeAnswer(identity.reason, answering.cairn.language);
  } catch (error) {
    return failedAnswer(answering, error);
  }
}
