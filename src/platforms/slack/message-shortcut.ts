import type { App, MessageShortcut } from "@slack/bolt";
import { conversationIn } from "./address.ts";
import { askerIn } from "./answer.ts";
import { questionLine } from "./line.ts";
import { answerSoon, type Listening } from "./requests.ts";
import { callbacks } from "./views/names.ts";

/**
 * Answers the question that a message asks, to whoever asks Cairn alone. Slack shows an answer for one person in a
 * thread only where there is one already: it is shown in the conversation.
 */
export function listenToMessageShortcut(app: App, listening: Listening): void {
  const constraints = { type: "message_action", callback_id: callbacks.question } as const;
  app.shortcut<MessageShortcut>(constraints, async ({ body, ack }) => {
    const { channel, message, message_ts, trigger_id, response_url } = body;
    const thread: unknown = message["thread_ts"];
    const there = conversationIn(channel.id, typeof thread === "string" ? thread : message_ts);
    const asked = { ...questionLine(message.text ?? ""), ...there };
    const request = { channel: channel.id, id: trigger_id, responseUrl: response_url };
    // Slack shows nothing of what acknowledges a shortcut: the answer always follows it.
    await answerSoon(listening, { asker: askerIn(body), asked, ...request }, async () => {
      await ack();
      return "to tell";
    });
  });
}
