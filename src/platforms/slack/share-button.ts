import type { Reply } from "../../commands/request.ts";
import type { VerbName } from "../../domain/rights.ts";
import { messagesFor } from "../../messages/messages.ts";
import type { Answer } from "./answer.ts";
import type { SlackMessage } from "./draw.ts";
import { button, buttonRow } from "./elements.ts";
import { limits } from "./limits.ts";

/** The action_id of the button that shares an answer. */
export const shareAction = "share";

/** A longer line is not worth its place in the message. */
const longestLine = 300;

/** Verbs that only read, and whose answers are of the cluster, not of one person. */
const shareable: ReadonlySet<string> = new Set<VerbName>([
  "avancement",
  "bilan",
  "historique",
  "plan",
  "pourquoi",
  "question",
]);

/** Whether answers of that verb may be shared by asking again: it writes nothing. */
export function isShareable(verb: string): boolean {
  return shareable.has(verb);
}

/** The line that shares what a line was answered; null where nothing is to be shared. */
export function shareLineOf(reply: Reply, line: string): string | null {
  // A question that was not understood has nothing to tell others.
  if (!reply.ok || !isShareable(reply.command) || reply.data["answer"] === null) return null;
  return reply.again === undefined ? line : reply.again;
}

/** Whether others are there to share with: direct messages begin with D. */
function isChannel(channel: string | null): boolean {
  return channel !== null && !channel.startsWith("D");
}

/** The message, with a button that shares the answer where there are others and its line only reads. */
export function withShareButton(message: SlackMessage, answer: Answer, channel: string | null): SlackMessage {
  const { shareLine, language, shared } = answer;
  const { blocks } = message;
  const hasRoom = blocks.length < limits.message.blocks;
  if (shareLine === undefined || shared || !isChannel(channel) || !hasRoom) return message;
  if (shareLine.length > longestLine) return message;
  const { share } = messagesFor(language).slack;
  const pressed = { ...button({ label: share, line: shareLine }, 0), action_id: shareAction };
  return { ...message, blocks: [...blocks, buttonRow([pressed])] };
}
