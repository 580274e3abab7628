import { askedCard, forwardedCard, similarCard } from "../cards/human-question-card.ts";
import { openQuestions } from "../domain/human-question.ts";
import { resembling } from "../domain/questions/resemblance.ts";
import { ok } from "../domain/refusal.ts";
import { ask, bounded, questionJson, questionLimit, questionsNow } from "./human-question.ts";
import { peopleNames } from "./people-names.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { takeConfirmation } from "./words.ts";

/** Answered questions offered before one is forwarded. */
const mostOffered = 2;

/** The person's own questions that wait. */
async function own(context: Context): Promise<Outcome> {
  const { db, person, messages, plan } = context;
  const mine = openQuestions(await questionsNow(db)).filter(({ askerId }) => askerId === person.id);
  const nameOf = await peopleNames(db);
  return ok({
    data: { questions: mine.map((question) => questionJson(question, nameOf)) },
    card: askedCard(mine, plan.timeZone, messages),
  });
}

async function forward(context: Context, text: string): Promise<Outcome> {
  const { db, messages } = context;
  const written = await ask(context, text);
  if (!written.ok) return written;
  const { question, isNew } = written.value;
  const data = { question: questionJson(question, await peopleNames(db)), duplicate: !isNew };
  return ok({ data, card: forwardedCard(question, messages) });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { db, messages } = context;
  const { words: typed, confirmed } = takeConfirmation(words);
  if (typed === "") return await own(context);
  const read = bounded(typed, questionLimit);
  if (!read.ok) return read;
  const known = confirmed ? [] : resembling(typed, await questionsNow(db), mostOffered);
  if (known.length === 0) return await forward(context, typed);
  const similar = known.map(({ number, text, answer }) => ({ number, text, answer: answer?.text ?? null }));
  return ok({ data: { question: null, similar }, card: similarCard(typed, known, messages) });
}

/** `/cairn transmettre`: a question that goes to the referents, once what they answered before is offered. */
export const transmettre: Verb = { name: "transmettre", aliases: ["forward", "escalate"], run };
