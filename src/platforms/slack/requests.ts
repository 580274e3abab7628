import type { App, BlockButtonAction, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { messagesFor } from "../../messages/messages.ts";
import { type Accepting, requestKey, type Soon, soonOrKept } from "./accepted.ts";
import { conversationIn } from "./address.ts";
import { type Asker, answerLine, askerIn, failedAnswer } from "./answer.ts";
import { drawMessage } from "./draw.ts";
import { lineOf, runPrefix } from "./elements.ts";
import { opensForm } from "./forms-lines.ts";
import { type Asked, commandLine } from "./line.ts";
import { responsePlace } from "./response-url.ts";
import { response, sendLater } from "./sending.ts";
import { withShareButton } from "./share-button.ts";
import { listenToSharing } from "./sharing.ts";

/** What listening takes: how to answer, now or after, and whose response_urls are followed. */
export type Listening = Accepting & { readonly apiUrl: string | null };

/** A line that waits for its acknowledgement. */
type Waiting = {
  readonly asker: Asker;
  readonly asked: Asked;
  /** What Slack gives each request of its own: the same in every delivery of one. */
  readonly id: string | undefined;
  readonly channel: string | null;
  readonly responseUrl: string | undefined;
};

/** Answers in the acknowledgement when there is time, else after it. `ack` says whether the answer was told in it. */
export async function answerSoon(
  listening: Listening,
  { asker, asked, id, channel, responseUrl }: Waiting,
  ack: (soon: Soon) => Promise<"told" | "to tell">,
): Promise<void> {
  const { account } = asker;
  const place = responsePlace(responseUrl, listening.apiUrl, listening.now());
  const key = requestKey(id ?? crypto.randomUUID(), account, asked.line);
  const response = { responseUrl: place?.url ?? null, responseUntil: place?.until ?? null };
  const { line, shared } = asked;
  const accepted = { key, account, channel, line, shared, ...response };
  const work = answerLine(listening, asker, asked, key);
  const soon = await soonOrKept(listening, accepted, work).catch(
    (error: unknown): Soon => ({ kind: "answered", answer: failedAnswer(listening, error) }),
  );
  const state = await ack(soon).catch((error: unknown) => {
    listening.log.warn({ err: error }, "an acknowledgement did not reach Slack; its answer follows");
    return "to tell" as const;
  });
  if (state === "to tell" && soon.kind !== "kept")
    listening.later(sendLater(listening, accepted, soon.answer));
}

/** The slash commands of the manifest. */
const commands: ReadonlySet<string> = new Set(["/cairn", "/saisir", "/question"]);

/** Answers a slash command. */
async function answerCommand(
  listening: Listening,
  { command: slash, ack }: SlackCommandMiddlewareArgs,
): Promise<void> {
  const { command, user_id, team_id, text, channel_id, trigger_id, response_url } = slash;
  const asker = { account: user_id, teamId: team_id };
  const request = { channel: channel_id ?? null, id: trigger_id ?? response_url, responseUrl: response_url };
  const asked = { ...commandLine(command, text ?? ""), ...conversationIn(channel_id, null) };
  const waiting = { asker, asked, ...request };
  if (opensForm(listening, asked.line, { ...waiting, triggerId: trigger_id })) return await ack();
  await answerSoon(listening, waiting, async (soon) => {
    if (soon.kind === "kept") {
      const { working } = messagesFor(listening.cairn.language).slack;
      await ack({ response_type: "ephemeral", text: working });
      return "told";
    }
    const { answer } = soon;
    const message = drawMessage(answer.card, answer);
    await ack(response(withShareButton(message, answer, request.channel), answer));
    return "told";
  });
}

/**
 * Answers the slash commands, before Bolt goes through its listeners: it runs all of them, for whatever they listen to,
 * on each request, and a figure waits meanwhile.
 */
function listenToCommands(app: App, listening: Listening): void {
  app.use(async (given) => {
    const isOurs = "command" in given && commands.has(given.command.command);
    await (isOurs ? answerCommand(listening, given) : given.next());
  });
}

/** The thread that a pressed message is in; null for the conversation itself. */
function threadOf({ message, container }: BlockButtonAction): string | null {
  const thread: unknown = message?.["thread_ts"] ?? container["thread_ts"];
  return typeof thread === "string" ? thread : null;
}

/** Answers a button: pressing it is typing its line. */
function listenToButtons(app: App, listening: Listening): void {
  const constraints = { type: "block_actions", action_id: new RegExp(`^${runPrefix}`, "u") } as const;
  app.action<BlockButtonAction>(constraints, async ({ body, action, ack }) => {
    const { channel, trigger_id, response_url } = body;
    const asker = askerIn(body);
    const there = conversationIn(channel?.id, threadOf(body));
    const asked = { line: lineOf(action.value ?? ""), shared: false, ...there };
    const request = { channel: channel?.id ?? null, id: trigger_id, responseUrl: response_url };
    const where = { asker, ...request, triggerId: trigger_id };
    if (opensForm(listening, asked.line, where)) return await ack();
    // Slack shows nothing of what acknowledges a press: the answer always follows it.
    await answerSoon(listening, { asker, asked, ...request }, async () => {
      await ack();
      return "to tell";
    });
  });
}

/** Answers the slash commands and the buttons. */
export function listenToRequests(app: App, listening: Listening): void {
  listenToCommands(app, listening);
  listenToButtons(app, listening);
  listenToSharing(app, listening);
}
