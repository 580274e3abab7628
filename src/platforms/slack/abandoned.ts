import type { Abandoned } from "../../commands/inbox.ts";
import type { Accepting } from "./accepted.ts";
import { conversationIn } from "./address.ts";
import { answerLine, failedAnswer } from "./answer.ts";
import { formKept, takeForm } from "./forms-kept.ts";
import { sendLater } from "./sending.ts";

/** After as many tries, the person is told that it failed. */
const mostAttempts = 5;

/** Runs a request again, with its key, and sends its answer. */
async function answerAgain(accepting: Accepting, abandoned: Abandoned): Promise<void> {
  const { account, key, line } = abandoned;
  const asker = { account, teamId: accepting.teamId };
  const form = formKept(line, key);
  if (form !== null) {
    const { card, language } = await takeForm(accepting, asker, form);
    return await sendLater(accepting, abandoned, { card, language, shared: false });
  }
  const asked = { line, shared: abandoned.shared, ...conversationIn(abandoned.channel, null) };
  await sendLater(accepting, abandoned, await answerLine(accepting, asker, asked, key));
}

/** The last word on a request that fails each time. */
async function giveUp(accepting: Accepting, abandoned: Abandoned, error: unknown): Promise<void> {
  const answer = failedAnswer(accepting, error);
  await sendLater(accepting, abandoned, answer).catch((failure: unknown) => {
    accepting.log.error({ err: failure }, "that a request failed could not be told");
  });
}

async function finish(accepting: Accepting, abandoned: Abandoned): Promise<void> {
  const { inbox, log } = accepting;
  try {
    await answerAgain(accepting, abandoned);
  } catch (error) {
    if (abandoned.attempts < mostAttempts) {
      log.warn({ err: error, attempts: abandoned.attempts }, "a request that was taken over failed");
      return inbox.leave(abandoned.key);
    }
    await giveUp(accepting, abandoned, error);
  }
  await inbox.finish(abandoned.key);
}

/**
 * Says that this process is alive, and finishes what processes that no longer are left. An answer whose process
 * died between sending and forgetting it is sent twice; what it wrote is written once.
 */
export async function finishAbandoned(accepting: Accepting): Promise<void> {
  await accepting.inbox.renew();
  for (const abandoned of await accepting.inbox.takeOver()) accepting.later(finish(accepting, abandoned));
}
