import type { TurnContext } from "botbuilder";
import { once } from "../../commands/once.ts";
import { PlatformError } from "../platform.ts";
import { type Answering, failedCard, keyOf, unwelcomeCard } from "./answer.ts";
import { pressedOf } from "./forms/typed.ts";
import type { Incoming } from "./incoming.ts";
import { messageLine } from "./line.ts";
import { pressSubmitted } from "./presses.ts";
import { respond, respondPrivately } from "./respond.ts";
import { seen } from "./tracking.ts";

/** Answers a message of a member, once however often it is delivered. */
async function answerMember(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  email: string,
): Promise<void> {
  const { cairn, now, log } = answering;
  const key = keyOf(incoming);
  const state = await once(cairn, key, now, async () => {
    try {
      const pressed = incoming.value === undefined ? null : pressedOf(incoming.value);
      if (pressed?.verb != null) await pressSubmitted(answering, context, incoming, email);
      else await respond(answering, context, { ...messageLine(incoming), email, incoming, key });
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      const card = failedCard(answering, error);
      await respondPrivately(answering, context, incoming, { card, language: cairn.language });
    }
  });
  if (state === "under_way") log.info("a message is being answered already");
}

/** Answers a message, or a button that only knows how to send one. */
export async function hear(answering: Answering, context: TurnContext, incoming: Incoming): Promise<void> {
  const { cairn, identify } = answering;
  const identity = await identify(incoming);
  if (identity.kind === "member") {
    await seen(answering, incoming, identity.email);
    return await answerMember(answering, context, incoming, identity.email);
  }
  // Two bots that answer each other never stop.
  if (identity.reason === "bot") return;
  const { language } = cairn;
  await respondPrivately(answering, context, incoming, {
    card: unwelcomeCard(identity.reason, language),
    language,
  });
}
