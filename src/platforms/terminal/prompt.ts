import { createInterface, type Interface } from "node:readline/promises";
import { Temporal } from "temporal-polyfill";
import { handle } from "../../commands/handle.ts";
import type { Cairn } from "../../commands/request.ts";
import type { RosterPerson } from "../../domain/plan.ts";
import { type Messages, messagesFor } from "../../messages/messages.ts";
import { drawCard } from "./draw.ts";

/** Writes text for the person at the terminal. */
export type Write = (text: string) => void;

/** A conversation at the terminal: one person at a time, who may change with `/moi ADDRESS`. */
export type Conversation = {
  readonly answer: (line: string) => Promise<void>;
  readonly isOver: () => boolean;
};

function speaker(person: RosterPerson, messages: Messages): string {
  return messages.localMode.speakingAs(person.name, person.email);
}

/** Starts talking as that person; `answer` writes what each line comes to. */
export function converse(cairn: Cairn, first: RosterPerson, write: Write): Conversation {
  const messages = messagesFor(cairn.language);
  const { quitWords, whoWords } = messages.localMode;
  let person = first;
  let over = false;
  const change = async (email: string) => {
    const { people } = await cairn.plan();
    const found = people.find((each) => each.email.toLowerCase() === email.toLowerCase());
    if (found === undefined) return write(messages.refusals.unknown_person({ as: email }).message);
    person = found;
    write(speaker(person, messages));
  };
  const answer = async (line: string) => {
    const [word = "", email] = line.trim().split(/\s+/u);
    if (word === "") return;
    if (quitWords.includes(word)) {
      over = true;
      return;
    }
    if (whoWords.includes(word))
      return email === undefined ? write(speaker(person, messages)) : await change(email);
    const reply = await handle(cairn, {
      email: person.email,
      line,
      now: Temporal.Now.instant(),
      platform: "terminal",
    });
    write(`\n${drawCard(reply.card)}\n`);
  };
  return { answer, isOver: () => over };
}

/** Talks at a prompt until the person leaves or the input ends. `signal` ends it from outside. */
export async function prompt(
  conversation: Conversation,
  { text, signal }: { text: string; signal: AbortSignal },
): Promise<void> {
  const lines: Interface = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  signal.addEventListener("abort", () => lines.close(), { once: true });
  lines.on("SIGINT", () => lines.close());
  lines.setPrompt(text);
  lines.prompt();
  for await (const line of lines) {
    await conversation.answer(line);
    if (conversation.isOver()) break;
    lines.prompt();
  }
  lines.close();
}

/** Answers the lines of a pipe, until it ends. */
export async function answerPipe(conversation: Conversation, signal: AbortSignal): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  signal.addEventListener("abort", () => lines.close(), { once: true });
  for await (const line of lines) {
    await conversation.answer(line);
    if (conversation.isOver()) break;
  }
  lines.close();
}
