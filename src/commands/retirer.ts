import { withdrawnCard } from "../cards/human-question-card.ts";
import { takeQuestionNumber } from "../domain/human-question.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { annuler } from "./annuler.ts";
import { noQuestion, questionJson, take } from "./human-question.ts";
import { peopleNames } from "./people-names.ts";
import type { Context, Outcome, Verb } from "./request.ts";

async function withdraw(context: Context, number: number): Promise<Outcome> {
  const { db, person, messages } = context;
  const written = await take(context, number, {
    step: "withdraw",
    text: null,
    // Whose it is stays between its asker and the referents: to anybody else it is not there.
    mayTake: ({ askerId }) => (askerId === person.id ? ok(null) : noQuestion(number)),
  });
  if (!written.ok) return written;
  const { question, isNew } = written.value;
  const data = { question: questionJson(question, await peopleNames(db)), duplicate: !isNew };
  return ok({ data, card: withdrawnCard(question, messages) });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.retirer;
  if (words === "") return refuse("missing_argument", { argument: "line", usage });
  const taken = takeQuestionNumber(words);
  if (taken !== null && taken.rest === "") return await withdraw(context, taken.number);
  // "Retirer" is also said of a figure, which begins with its indicator.
  return await annuler.run(context, words);
}

/** `/cairn retirer`: whoever asked the referents takes their question back, as long as it is not answered. */
export const retirer: Verb = { name: "retirer", aliases: ["withdraw"], run };
