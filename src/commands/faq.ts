import { faqCard } from "../cards/human-question-card.ts";
import { searchAnswered } from "../domain/questions/resemblance.ts";
import { ok } from "../domain/refusal.ts";
import { questionsNow } from "./human-question.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** Who asked and who answered stay out of it: what was said is everybody's. */
async function run({ db, messages, plan }: Context, words: string): Promise<Outcome> {
  const found = searchAnswered(words, await questionsNow(db));
  const questions = found.map(({ number, text, answer }) => ({
    ...{ number, text, answer: answer?.text ?? null, at: answer?.at ?? null },
  }));
  return ok({ data: { questions }, card: faqCard(words, found, plan.timeZone, messages) });
}

/** `/cairn faq`: what the referents answered, searched by words. */
export const faq: Verb = { name: "faq", aliases: ["faqs", "foire"], run };
