import type { App, BlockButtonAction } from "@slack/bolt";
import { note } from "../../cards/card.ts";
import { verbOf } from "../../commands/handle.ts";
import { messagesFor } from "../../messages/messages.ts";
import type { Accepting } from "./accepted.ts";
import {
  type Answer,
  type Asker,
  answerMember,
  askerIn,
  failedAnswer,
  identify,
  unwelcomeAnswer,
} from "./answer.ts";
import { lineOf } from "./elements.ts";
import { responsePlace } from "./response-url.ts";
import { sendLater } from "./sending.ts";
import { isShareable, shareAction } from "./share-button.ts";

/**
 * The answer of a reading line, asked again as the person who shares it, with who that is; null for a line that
 * writes, which sharing never runs.
 */
async function sharedAnswer(accepting: Accepting, asker: Asker, line: string): Promise<Answer | null> {
  const identity = await identify(accepting, asker);
  if (identity.kind === "unwelcome") return unwelcomeAnswer(identity.reason, accepting.cairn.language);
  const verb = verbOf(line);
  if (verb === null || !isShareable(verb)) return null;
  const answer = await answerMember(accepting, identity.email, { line, shared: true });
  if (!answer.shared) return answer;
  const { people } = await accepting.cairn.plan();
  const email = identity.email.toLowerCase();
  const name = people.find((person) => person.email.toLowerCase() === email)?.name ?? identity.email;
  const said = note(messagesFor(answer.language).slack.sharedBy(name, line));
  return { ...answer, card: { ...answer.card, blocks: [said, ...answer.card.blocks] } };
}

/** Answers "Partager dans le canal": the card goes to the conversation where its answer was shown. */
export function listenToSharing(app: App, accepting: Accepting & { readonly apiUrl: string | null }): void {
  const constraints = { type: "block_actions", action_id: shareAction } as const;
  app.action<BlockButtonAction>(constraints, async ({ body, action, ack }) => {
    const { user, channel, response_url } = body;
    const place = responsePlace(response_url, accepting.apiUrl, accepting.now());
    const destination = {
      account: user.id,
      channel: channel?.id ?? null,
      responseUrl: place?.url ?? null,
      responseUntil: place?.until ?? null,
    };
    const asker = askerIn(body);
    const share = async () => {
      const answer = await sharedAnswer(accepting, asker, lineOf(action.value ?? "")).catch(
        (error: unknown) => failedAnswer(accepting, error),
      );
      if (answer !== null) await sendLater(accepting, destination, answer);
    };
    await ack();
    accepting.later(share());
  });
}
