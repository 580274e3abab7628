import type { Kysely } from "kysely";
import type { Card } from "../cards/card.ts";
import {
  answerCard,
  openBlocks,
  type QuestionView,
  questionsReminderCard,
} from "../cards/human-question-card.ts";
import { questionsNow } from "../commands/human-question.ts";
import { peopleNames } from "../commands/people-names.ts";
import type { Verdict } from "../domain/delivery-check.ts";
import { type HumanQuestion, openQuestions } from "../domain/human-question.ts";
import type { Plan } from "../domain/plan.ts";
import { indexOf } from "../domain/plan-index.ts";
import { mayDo } from "../domain/rights.ts";
import type { Messages } from "../messages/messages.ts";
import type { OpenDelivery } from "../store/open-deliveries.ts";
import type { Schema } from "../store/schema.ts";

/** The questions as they stand when a batch leaves, and what it takes to tell of them. */
export type QuestionsThen = QuestionView & { readonly questions: readonly HumanQuestion[] };

/** Reads them once for the batch, with everybody's name, which is much; nothing at all while there are none. */
export async function questionsThen(
  db: Kysely<Schema>,
  { timeZone }: Plan,
  hasQuestions: boolean,
): Promise<QuestionsThen> {
  if (!hasQuestions) return { questions: [], nameOf: () => null, timeZone };
  const [questions, nameOf] = await Promise.all([questionsNow(db), peopleNames(db)]);
  return { questions, nameOf, timeZone };
}

/** What a reminder ends with for those who answer questions: the open ones; nothing for others. */
export function reminderEnd(
  reader: string,
  plan: Plan,
  { questions, ...view }: QuestionsThen,
  messages: Messages,
): Card["blocks"] {
  const role = indexOf(plan).people.get(reader)?.role;
  const answers = role !== undefined && mayDo("repondre", role, false);
  return answers ? openBlocks(openQuestions(questions), view, messages) : [];
}

/** The answer to tell, unless a correction has taken its place: that one has a message of its own. */
export function answerMessage(
  { about }: OpenDelivery,
  { questions, ...view }: QuestionsThen,
  messages: Messages,
): Verdict<Card> {
  const question = questions.find(({ history }) => history.at(-1)?.id === about);
  if (question === undefined) return { kind: "give_up", cause: "not_asked" };
  return { kind: "send", message: answerCard(question, view, messages) };
}

/** The reminder of open questions, on its day, unless none is left. */
export function questionsMessage(
  { day }: OpenDelivery,
  today: string,
  { questions, ...view }: QuestionsThen,
  messages: Messages,
): Verdict<Card> {
  const open = openQuestions(questions);
  // One that is late is planned again, as of the day it is.
  if (open.length === 0 || day < today) return { kind: "give_up", cause: "not_asked" };
  return { kind: "send", message: questionsReminderCard(open, view, messages) };
}
