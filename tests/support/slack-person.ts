import { type Screen, type ShownView, screenOf } from "./slack-modal.ts";
import { messagesOf } from "./slack-person-messages.ts";
import { viewsOf } from "./slack-person-views.ts";
import type { Self, Surroundings } from "./slack-self.ts";
import { fields, type Json, list } from "./slack-texts.ts";
import type { StrictSlack } from "./strict-slack.ts";
import { appId, strictTeamId } from "./strict-slack-peer.ts";
import { structured } from "./strict-slack-refusals.ts";

/** A message that a person can see, and where; `ts` is null for one shown to them alone. */
export type Seen = {
  readonly text: string;
  readonly blocks: unknown;
  readonly channel: string;
  readonly ts: string | null;
};

/** What a person does in Slack. All of it throws when the bot answers what Slack would refuse. */
export type Person = {
  readonly name: string;
  readonly id: string;
  /** Their direct messages with the bot. */
  readonly direct: string;
  readonly screen: Screen;
  /** Types a slash command in the channel; gives what the acknowledgement shows. */
  readonly slash: (command: string, text?: string) => Promise<Seen>;
  /** Presses a button of a message; gives the response_url that it came with. */
  readonly press: (message: Seen, label: string) => Promise<string>;
  /** What was answered at a response_url, once it is. */
  readonly answer: (responseUrl: string) => Promise<Seen>;
  readonly shortcut: (callbackId: string) => Promise<void>;
  /** Opens the bot's Home; gives it once it is shown. */
  readonly openHome: () => Promise<ShownView>;
  /** Presses a button of the modal, or of the Home when no modal is open. */
  readonly pressInView: (label: string) => Promise<void>;
  /** Types in the field under that label. */
  readonly type: (label: string, text: string) => void;
  /** Chooses in the menu under that label, by a part of the option's label; `searched` is what is typed in it first. */
  readonly choose: (label: string, option: string, searched?: string) => Promise<void>;
  /** What the menu under that label offers to somebody who types that in it. */
  readonly offered: (label: string, searched: string) => Promise<string[]>;
  /** What sending the modal would send. */
  readonly submission: () => Promise<Json>;
  /** Sends the modal; gives the errors shown under its fields, by block_id. */
  readonly submit: () => Promise<Json>;
  /** Closes the modal. */
  readonly close: () => Promise<void>;
  /** Writes to the bot in direct messages; gives the message's ts. */
  readonly say: (text: string) => Promise<string>;
  /** Names the bot in a channel, in a thread if told; gives the message's ts. */
  readonly mention: (text: string, where: { channel: string; thread?: string }) => Promise<string>;
  /** Slack sends what was last said to the bot once more, as after an answer that it did not hear. */
  readonly repeat: () => Promise<void>;
};

/** A member of the workspace, by name, at their keyboard. */
export async function personIn({ slack, sending }: Surroundings, name: string): Promise<Person> {
  const id = slack.peer.userIds.get(name);
  if (id === undefined) throw new Error(`nobody called ${name}`);
  const opened = await slack.peer.ask(null, "conversations.open", { users: id });
  const direct = String(fields(opened["channel"])["id"]);
  const [room = ""] = slack.joined;
  const screen = screenOf(slack, id);
  const user = { id, username: name, name, team_id: strictTeamId };
  const who = { api_app_id: appId, team: { id: strictTeamId, domain: "cluster" }, user };
  const self: Self = { slack, sending, name, id, direct, room, screen, who };
  return { name, id, direct, screen, ...messagesOf(self), ...viewsOf(self) };
}

/** The messages of a conversation that the bot posted, or of one of its threads, oldest first. */
export function postedIn({ accepted }: StrictSlack, channel: string, thread?: string): Seen[] {
  return accepted
    .filter(({ method, answer, asked }) => {
      const isThere =
        answer["channel"] === channel && (thread === undefined || asked["thread_ts"] === thread);
      return method === "chat.postMessage" && isThere;
    })
    .map(({ asked, answer }) => ({
      text: String(asked["text"]),
      blocks: list(structured(asked["blocks"])),
      channel,
      ts: String(answer["ts"]),
    }));
}
