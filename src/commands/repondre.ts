import { answeredCard, openCard, questionCard } from "../cards/human-question-card.ts";
import { openQuestions, takeQuestionNumber } from "../domain/human-question.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { answerLimit, bounded, noQuestion, questionJson, questionsNow, take } from "./human-question.ts";
import { peopleNames } from "./people-names.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** What waits for the referents. */
async function list(context: Context): Promise<Outcome> {
  const { db, messages, plan } = context;
  const open = openQuestions(await questionsNow(db));
  const nameOf = await peopleNames(db);
  return ok({
    data: { questions: open.map((question) => questionJson(question, nameOf)) },
    card: openCard(open, { nameOf, timeZone: plan.timeZone }, messages),
  });
}

/** One question whole, with how to answer it. */
async function show(context: Context, number: number): Promise<Outcome> {
  const { db, messages, plan } = context;
  const question = (await questionsNow(db)).find((each) => each.number === number);
  if (question === undefined) return noQuestion(number);
  const nameOf = await peopleNames(db);
  const card = questionCard(question, { nameOf, timeZone: plan.timeZone }, messages);
  return ok({ data: { question: questionJson(question, nameOf) }, card });
}

async function answer(context: Context, number: number, typed: string): Promise<Outcome> {
  const { db, messages } = context;
  const read = bounded(typed, answerLimit);
  if (!read.ok) return read;
  const mayTake = () => ok(null);
  const written = await take(context, number, { step: "answer", text: read.value, mayTake });
  if (!written.ok) return written;
  const { question, isNew } = written.value;
  const nameOf = await peopleNames(db);
  return ok({
    data: { question: questionJson(question, nameOf), duplicate: !isNew },
    card: answeredCard(question, nameOf(question.askerId), messages),
  });
}

async function run(context: Context, words: string): Promise<Outcome> {
  if (words === "") return await list(context);
  const taken = takeQuestionNumber(words);
  if (taken === null) return refuse("not_found", { what: "question", typed: words });
  const { number, rest } = taken;
  return rest === "" ? await show(context, number) : await answer(context, number, rest);
}

/** `/cairn repondre`: the referents answer a question, or correct what they answered. */
export const repondre: Verb = { name: "repondre", aliases: ["answer", "reply"], run };
