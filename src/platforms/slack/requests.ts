import type { App, BlockButtonAction, webApi } from "@slack/bolt";
import { messagesFor } from "../../messages/messages.ts";
import { type Answer, type Answering, type Asker, answerLine } from "./answer.ts";
import { drawMessage, type SlackMessage } from "./draw.ts";
import { lineOf, runPrefix } from "./elements.ts";
import { type Asked, commandLine } from "./line.ts";
import { isFollowed, type Response, responder } from "./response-url.ts";
import { post, sendDrawn } from "./web.ts";

/** How long an acknowledgement waits for its answer: Slack gives three seconds, its own way here and back included. */
const answerWithinMs = 2_000;

/** What listening takes: how to answer, how to call Slack, and who waits for what goes on after. */
export type Listening = Answering & {
  readonly client: webApi.WebClient;
  readonly apiUrl: string | null;
  /** Remembers work that goes on after its acknowledgement, to be waited for at the end. */
  readonly later: (work: Promise<void>) => void;
};

function response(message: SlackMessage, shared: boolean): Response {
  return { response_type: shared ? "in_channel" : "ephemeral", replace_original: false, ...message };
}

/** The answer if it comes in time, else null; the wait never outlives it. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, answerWithinMs, null);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends an answer after its acknowledgement: to the response_url while it takes one, else in direct messages. */
async function sendLater(
  { client, apiUrl, now }: Listening,
  { account, responseUrl }: { readonly account: string; readonly responseUrl: string | undefined },
  { card, language, shared }: Answer,
): Promise<void> {
  if (responseUrl !== undefined && isFollowed(responseUrl, apiUrl)) {
    const respond = responder(responseUrl, () => now().epochMilliseconds);
    const isTaken = await sendDrawn(card, { language }, (message) => respond(response(message, shared)));
    if (isTaken) return;
  }
  await post(client, { channel: account, ts: null }, card, { language });
}

type Waiting = { readonly asker: Asker; readonly asked: Asked; readonly responseUrl: string | undefined };

/** Answers in the acknowledgement when there is time, else after it. `ack` takes null for "later". */
async function answerSoon(
  listening: Listening,
  { asker, asked, responseUrl }: Waiting,
  ack: (answer: Answer | null) => Promise<"told" | "to tell">,
): Promise<void> {
  const work = answerLine(listening, asker, asked);
  const state = await ack(await inTime(work));
  if (state === "told") return;
  const sending = work.then((answer) =>
    sendLater(listening, { account: asker.account, responseUrl }, answer),
  );
  listening.later(sending);
}

/** Answers a slash command. */
function listenToCommand(app: App, listening: Listening, name: string): void {
  app.command(name, async ({ command, ack }) => {
    const { user_id, team_id, text, response_url } = command;
    const asker = { account: user_id, teamId: team_id };
    const waiting = { asker, asked: commandLine(name, text ?? ""), responseUrl: response_url };
    await answerSoon(listening, waiting, async (answer) => {
      if (answer === null) {
        const { working } = messagesFor(listening.cairn.language).slack;
        await ack({ response_type: "ephemeral", text: working });
        return "to tell";
      }
      const { card, language, shared } = answer;
      await ack(response(drawMessage(card, { language }), shared));
      return "told";
    });
  });
}

/** Answers a button: pressing it is typing its line. */
function listenToButtons(app: App, listening: Listening): void {
  const constraints = { type: "block_actions", action_id: new RegExp(`^${runPrefix}`, "u") } as const;
  app.action<BlockButtonAction>(constraints, async ({ body, action, ack }) => {
    const asker = { account: body.user.id, teamId: body.team?.id ?? body.user.team_id };
    const asked = { line: lineOf(action.value ?? ""), shared: false };
    // Slack shows nothing of what acknowledges a press: the answer always follows it.
    await answerSoon(listening, { asker, asked, responseUrl: body.response_url }, async () => {
      await ack();
      return "to tell";
    });
  });
}

/** Answers the slash commands and the buttons. */
export function listenToRequests(app: App, listening: Listening): void {
  for (const name of ["/cairn", "/saisir"]) listenToCommand(app, listening, name);
  listenToButtons(app, listening);
}
