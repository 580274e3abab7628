import type { Temporal } from "temporal-polyfill";
import { refuse } from "../domain/refusal.ts";
import { type Language, messagesFor } from "../messages/messages.ts";
import { type Sentence, sentenceOf } from "../messages/refusal-sentences.ts";
import { contextFor } from "./handle.ts";
import type { Cairn, Context } from "./request.ts";

/** Who asks something that is not a line, as a platform hands it over once it has verified the address. */
export type Asking = {
  readonly email: string;
  readonly now: Temporal.Instant;
  readonly platform: string;
};

/** Why somebody is not answered, in the language that Cairn speaks with them. */
export type Denied = { readonly kind: "denied"; readonly sentence: Sentence; readonly language: Language };

/**
 * What a verb would have of somebody who asks; null for somebody who is not of the plan. `indicator` is what
 * they say they write a figure of: what it holds is read with who they are.
 */
export async function contextOf(
  cairn: Cairn,
  asking: Asking & { readonly key?: string },
  line: string,
  indicator: string | null = null,
): Promise<Context | null> {
  return (await contextFor(cairn, { ...asking, line }, indicator)).context;
}

/** The refusal of somebody who is not of the plan. */
export function deniedStranger(cairn: Cairn, { email }: Asking): Denied {
  const { refusal } = refuse("unknown_person", { as: email.slice(0, 200) });
  const { language } = cairn;
  return { kind: "denied", sentence: sentenceOf(messagesFor(language).refusals, refusal), language };
}

/** The refusal of somebody to whom giving figures is closed altogether. */
export function deniedFigures(context: Context): Denied {
  const { language, messages } = context;
  const { refusal } = refuse("not_allowed", { verb: "saisir", indicator: null, owner: null });
  return { kind: "denied", sentence: sentenceOf(messages.refusals, refusal), language };
}
