import { createHash } from "node:crypto";
import { refusalCard } from "../../cards/refusal-card.ts";
import type { Accepted, Inbox } from "../../commands/inbox.ts";
import { messagesFor } from "../../messages/messages.ts";
import type { Answer } from "./answer.ts";
import { type Sending, sendLater } from "./sending.ts";

/** How long an acknowledgement waits for its answer: Slack gives three seconds, its own way here and back included. */
const answerWithinMs = 2_000;

/** How long it then waits for the request to be kept. */
const keepWithinMs = 600;

/** What answering after an acknowledgement takes. */
export type Accepting = Sending & {
  readonly inbox: Inbox;
  /** Remembers work that goes on after its acknowledgement, to be waited for at the end. */
  readonly later: (work: Promise<void>) => void;
};

/** What to acknowledge a request with: its answer, that it is being worked on, or that it could not be kept. */
export type Soon =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "kept" }
  | { readonly kind: "not_kept"; readonly answer: Answer };

/** What makes two deliveries of a request the same, whatever they say of it: a digest that tells nothing. */
export function requestKey(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** What the work comes to if that takes less than `ms`, else null; the wait never outlives it. */
export async function inTime<T>(work: Promise<T>, ms = answerWithinMs): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is said when a request could not be kept. */
function notKept({ cairn }: Accepting): Answer {
  const { language } = cairn;
  return { card: refusalCard(messagesFor(language).slack.notKept, []), language, shared: false };
}

/** Sends the answer of a request that is kept, then forgets it; what fails is left for the next sweep. */
async function answerKept(accepting: Accepting, accepted: Accepted, work: Promise<Answer>): Promise<void> {
  try {
    await sendLater(accepting, accepted, await work);
  } catch (error) {
    accepting.inbox.leave(accepted.key);
    throw error;
  }
  await accepting.inbox.finish(accepted.key);
}

/**
 * The answer, where `work` gives it within two seconds. Else the request is kept, so that any process finishes it,
 * and its answer follows: at the response_url while it takes one, else as a direct message. `work` rejects when
 * the installation is broken; within the two seconds that is thrown on.
 */
export async function soonOrKept(
  accepting: Accepting,
  accepted: Accepted,
  work: Promise<Answer>,
): Promise<Soon> {
  const answer = await inTime(work);
  if (answer !== null) return { kind: "answered", answer };
  const keeping = accepting.inbox.keep(accepted).then(
    () => true,
    (error: unknown) => {
      accepting.log.error({ err: error }, "a request from Slack could not be kept");
      return false;
    },
  );
  const isKept = await inTime(keeping, keepWithinMs);
  accepting.later(answerKept(accepting, accepted, work));
  return isKept === true ? { kind: "kept" } : { kind: "not_kept", answer: notKept(accepting) };
}
