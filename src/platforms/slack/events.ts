import type { App } from "@slack/bolt";
import { once } from "../../commands/once.ts";
import { requestKey } from "./accepted.ts";
import { conversationIn } from "./address.ts";
import { type Answer, answerMember, identify, unwelcomeAnswer } from "./answer.ts";
import { messageLine } from "./line.ts";
import type { Listening } from "./requests.ts";
import { patiently, postAnswer } from "./surely.ts";
import { whisper } from "./web.ts";

/** A message to Cairn. */
type Spoken = {
  readonly account: string;
  /** The workspace that the event comes through. */
  readonly teamId: string | undefined;
  readonly channel: string;
  readonly ts: string;
  /** The message whose thread the answer goes to; null for the conversation itself. */
  readonly thread: string | null;
  readonly text: string;
  readonly isDirect: boolean;
};

/** Sends the answer of a message: where it was said, or to its author alone when it is a refusal in a channel. */
async function send(listening: Listening, spoken: Spoken, answer: Answer): Promise<void> {
  const { channel, thread: ts, account, isDirect } = spoken;
  const { card, language, shared } = answer;
  if (shared || isDirect) return await postAnswer(listening, { channel, ts }, answer);
  await patiently(() => whisper(listening.client, { channel, ts, account }, card, { language }));
}

/** Answers each message once, however often and through however many processes it is delivered. */
function answerOnce(listening: Listening): (spoken: Spoken, botUserId: string | null) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  /** Strangers leave nothing in the database: for them, what this process remembers must do. */
  const turnedAway = new Set<string>();

  const turnAway = (key: string, spoken: Spoken, answer: Answer) => {
    if (turnedAway.has(key)) return;
    if (turnedAway.size >= 1_000) turnedAway.clear();
    turnedAway.add(key);
    listening.later(send(listening, spoken, answer));
  };

  const answer = async (key: string, spoken: Spoken, botUserId: string | null) => {
    const identity = await identify(listening, spoken);
    if (identity.kind === "unwelcome") {
      // Two bots that answer each other never stop; and another workspace's conversations cannot be written to.
      if (identity.reason === "bot" || identity.reason === "deleted" || spoken.teamId !== listening.teamId)
        return;
      return turnAway(key, spoken, unwelcomeAnswer(identity.reason, listening.cairn.language));
    }
    const state = await once(listening.cairn, key, listening.now, async () => {
      const asked = messageLine(spoken.text, botUserId);
      const shared = { ...asked, shared: true, ...conversationIn(spoken.channel, spoken.thread) };
      const reply = await answerMember(listening, identity.email, shared, requestKey("message", key));
      listening.later(send(listening, spoken, reply));
    });
    if (state === "under_way") throw new Error("another process is answering this event");
  };

  return async (spoken, botUserId) => {
    const key = `${spoken.channel} ${spoken.ts}`;
    const first = underWay.get(key);
    if (first !== undefined) return await first;
    const work = answer(key, spoken, botUserId);
    underWay.set(key, work);
    try {
      await work;
    } finally {
      underWay.delete(key);
    }
  };
}

/** What both kinds of events say of a message; the rest of them is left aside. */
type MessageEvent = {
  readonly subtype?: string | undefined;
  readonly bot_id?: string;
  readonly user?: string;
  readonly text?: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
};

/** What of an event's envelope says through whom it comes. */
type Envelope = {
  readonly team_id?: string;
  readonly authorizations?: readonly { readonly user_id: string }[];
};

/** Messages with a file are still words to Cairn; edits, deletions, arrivals and the like are not. */
const spokenSubtypes: readonly (string | undefined)[] = [undefined, "file_share", "thread_broadcast"];

function spokenIn(event: MessageEvent, { team_id }: Envelope, isDirect: boolean): Spoken | null {
  const { user, bot_id, subtype, channel, ts, thread_ts = null, text = "" } = event;
  if (user === undefined || bot_id !== undefined || !spokenSubtypes.includes(subtype)) return null;
  const thread = isDirect ? thread_ts : (thread_ts ?? ts);
  return { account: user, teamId: team_id, channel, ts, thread, text, isDirect };
}

/** Answers direct messages and mentions. */
export function listenToMessages(app: App, listening: Listening): void {
  const answer = answerOnce(listening);
  const hear = async (event: MessageEvent, envelope: Envelope, isDirect: boolean) => {
    const spoken = spokenIn(event, envelope, isDirect);
    const [authorization] = envelope.authorizations ?? [];
    const self = authorization?.user_id ?? null;
    if (spoken !== null && spoken.account !== self) await answer(spoken, self);
  };
  app.event("app_mention", ({ event, body }) => hear(event, body, false));
  app.event("message", async ({ event, body }) => {
    if (event.channel_type === "im") await hear(event, body, true);
  });
}
