import type { Temporal } from "temporal-polyfill";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import { handle } from "../../commands/handle.ts";
import type { Cairn, Reply } from "../../commands/request.ts";
import type { Log } from "../../log.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import type { Identity, Unwelcome } from "../platform.ts";
import { withFormButton } from "./form-button.ts";
import type { Asked } from "./line.ts";
import { shareLineOf } from "./share-button.ts";

/** What is answered. */
export type Answer = {
  readonly card: Card;
  readonly language: Language;
  /** Whether everybody in the conversation may see it. */
  readonly shared: boolean;
  /** The line that shows the same to others; left out where there is none, as for one that writes. */
  readonly shareLine?: string;
};

/** Who asks, through which workspace. */
export type Asker = { readonly account: string; readonly teamId: string | undefined };

/** Who does something, out of any payload of Slack's. */
export function askerIn({
  user,
  team,
}: {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string } | null | undefined;
}): Asker {
  return { account: user.id, teamId: team?.id ?? user.team_id };
}

/** What answering takes. */
export type Answering = {
  readonly cairn: Cairn;
  readonly whois: (account: string) => Promise<Identity>;
  /** The only workspace served. */
  readonly teamId: string;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
  /** Told the address of whoever's figures or preferences changed. */
  readonly changed?: (email: string) => void;
};

/** The verbs after which something of their author's is no longer as it was. */
const changing: ReadonlySet<string> = new Set([
  "saisir",
  "corriger",
  "annuler",
  "retirer",
  "repondre",
  "transmettre",
  "absence",
  "rappels",
]);

/** The polite refusal of somebody who is not served. */
export function unwelcomeAnswer(reason: Unwelcome, language: Language): Answer {
  return { card: refusalCard(messagesFor(language).slack.unwelcome[reason], []), language, shared: false };
}

/** Who asks: nobody is looked up who comes through another workspace. */
export async function identify({ whois, teamId }: Answering, asker: Asker): Promise<Identity> {
  if (asker.teamId !== teamId) return { kind: "unwelcome", reason: "other_workspace" };
  return await whois(asker.account);
}

/**
 * What a member's line comes to; refusals are never shared. `key` is what makes two deliveries of the request the
 * same: a figure is written once for it.
 */
export async function answerMember(
  { cairn, now, changed }: Answering,
  email: string,
  { line, shared, conversation }: Asked,
  key?: string,
): Promise<Answer> {
  const asked = {
    ...{ email, line, now: now(), platform: "slack" },
    ...(key === undefined ? {} : { key }),
    ...(conversation === undefined ? {} : { conversation }),
  };
  const reply = await handle(cairn, asked);
  const { ok, language, command } = reply;
  const lacksValue = !reply.ok && reply.error.code === "missing_argument";
  const card = lacksValue ? withFormButton(reply.card, line, { now, language }) : reply.card;
  if (ok && changing.has(command)) changed?.(email);
  const answer = { card, language, shared: ok && shared };
  const shareLine = shareLineOf(reply, line);
  return shareLine === null ? answer : { ...answer, shareLine };
}

/** What is said when answering failed, which the log tells. */
export function failedAnswer({ cairn, log }: Answering, error: unknown): Answer {
  log.error({ err: error }, "a request from Slack failed");
  const { language } = cairn;
  return { card: refusalCard(messagesFor(language).slack.failed, []), language, shared: false };
}

/** What a line comes to, whoever sends it. Throws when the installation is broken, or Slack gives no answer. */
export async function answerLine(
  answering: Answering,
  asker: Asker,
  asked: Asked,
  key?: string,
): Promise<Answer> {
  const identity = await identify(answering, asker);
  if (identity.kind === "member") return await answerMember(answering, identity.email, asked, key);
  return unwelcomeAnswer(identity.reason, answering.cairn.language);
}

/** What a line comes to, without its card being drawn for a conversation; null for somebody who is not served. */
export async function runLine(answering: Answering, asker: Asker, line: string): Promise<Reply | null> {
  const identity = await identify(answering, asker);
  if (identity.kind === "unwelcome") return null;
  const { cairn, now } = answering;
  return await handle(cairn, { email: identity.email, line, now: now(), platform: "slack" });
}
