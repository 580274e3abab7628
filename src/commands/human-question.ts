import { createHash, randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import {
  type HumanQuestion,
  nextEvents,
  type QuestionEvent,
  type QuestionStep,
  questionsFrom,
} from "../domain/human-question.ts";
import { ok, type Refusal, type Result, refuse } from "../domain/refusal.ts";
import { isoText } from "../domain/wall-clock.ts";
import {
  allQuestionEvents,
  appendQuestionEvent,
  forgetQuestionPlace,
  keepQuestionPlace,
  lockQuestions,
  questionOfRequest,
} from "../store/human-questions.ts";
import type { Schema } from "../store/schema.ts";
import type { JsonObject } from "./json.ts";
import type { Context } from "./request.ts";

/** The longest question and the longest answer, in characters: with its verb, each fits in a line. */
export const questionLimit = 1000;
export const answerLimit = 1500;

/** Every question to the referents. */
export async function questionsNow(db: Kysely<Schema>): Promise<HumanQuestion[]> {
  return questionsFrom(await allQuestionEvents(db));
}

/** A text, or the refusal of one that is longer than `limit` characters. */
export function bounded(text: string, limit: number): Result<string, "too_long"> {
  const { length } = [...text];
  return length > limit ? refuse("too_long", { length, limit }) : ok(text);
}

/** What to write about a question: an event, or nothing because it stands so already. */
type Decision =
  | { readonly append: Pick<QuestionEvent, "number" | "position" | "kind" | "text"> }
  | { readonly stands: number };

/** The question after a line, and whether the line changed anything. */
export type Written = { readonly question: HumanQuestion; readonly isNew: boolean };

/** What is kept of a request to know it again: who asks and its key, as a digest that tells nothing. */
function requestDigest({ key, person }: Context): string | null {
  if (key === null) return null;
  return createHash("sha256")
    .update(JSON.stringify([person.id, "question", key]))
    .digest("hex");
}

async function questionNumbered(trx: Transaction<Schema>, number: number): Promise<HumanQuestion> {
  const question = (await questionsNow(trx)).find((each) => each.number === number);
  if (question === undefined) throw new Error("A question that was just written is not there.");
  return question;
}

/** The platform's own conversation, as an address; null where the person has one only. */
function placeIn({ conversation }: Context): string | null {
  // A conversation's name is cut there: what is cut is no address.
  return /^(?:slack|teams|terminal):/u.test(conversation) && conversation.length < 200 ? conversation : null;
}

async function append(
  trx: Transaction<Schema>,
  context: Context,
  event: Pick<QuestionEvent, "number" | "position" | "kind" | "text">,
): Promise<void> {
  const { person, platform, now } = context;
  const at = isoText(now);
  const whole = { ...event, id: randomUUID(), personId: person.id, platform, at };
  await appendQuestionEvent(trx, whole, requestDigest(context));
  const { number, kind } = event;
  if (kind === "withdrawn") await forgetQuestionPlace(trx, number);
  const place = kind === "asked" ? placeIn(context) : null;
  if (place !== null) await keepQuestionPlace(trx, { number, personId: person.id, place });
}

/**
 * Writes what `decide` makes of all the questions, in one transaction that nobody else's can come between. The same
 * request again writes nothing and is answered as it was.
 */
async function write(
  context: Context,
  decide: (questions: readonly HumanQuestion[]) => Result<Decision>,
): Promise<Result<Written>> {
  return await context.db.transaction().execute(async (trx): Promise<Result<Written>> => {
    await lockQuestions(trx);
    const request = requestDigest(context);
    const written = request === null ? null : await questionOfRequest(trx, request);
    if (written !== null) return ok({ question: await questionNumbered(trx, written), isNew: true });
    const decided = decide(await questionsNow(trx));
    if (!decided.ok) return decided;
    const { value } = decided;
    if ("stands" in value) return ok({ question: await questionNumbered(trx, value.stands), isNew: false });
    await append(trx, context, value.append);
    return ok({ question: await questionNumbered(trx, value.append.number), isNew: true });
  });
}

/** Opens a question to the referents. The same words of the same person, while they wait, are the same question. */
export async function ask(context: Context, text: string): Promise<Result<Written>> {
  return await write(context, (questions) => {
    const same = questions.find(
      (each) => each.state === "open" && each.askerId === context.person.id && each.text === text,
    );
    if (same !== undefined) return ok({ stands: same.number });
    const number = Math.max(0, ...questions.map((each) => each.number)) + 1;
    return ok({ append: { number, position: 1, kind: "asked", text } });
  });
}

/** No question has that number, or it is not for this step any more. */
export function noQuestion(number: number): { readonly ok: false; readonly refusal: Refusal<"not_found"> } {
  return refuse("not_found", { what: "question", typed: String(number) });
}

/** Answers a question, corrects its answer, or withdraws it (`text` null). */
export async function take(
  context: Context,
  number: number,
  {
    step,
    text,
    mayTake,
  }: {
    readonly step: QuestionStep;
    readonly text: string | null;
    readonly mayTake: (question: HumanQuestion) => Result<null>;
  },
): Promise<Result<Written>> {
  return await write(context, (questions) => {
    const question = questions.find((each) => each.number === number);
    if (question === undefined) return noQuestion(number);
    const allowed = mayTake(question);
    if (!allowed.ok) return allowed;
    const isSaid = step === "answer" && question.answer?.text === text;
    const isDone = step === "withdraw" && question.state === "withdrawn";
    if (isSaid || isDone) return ok({ stands: number });
    const kind = nextEvents[question.state][step];
    if (kind === null) return noQuestion(number);
    return ok({ append: { number, position: question.history.length + 1, kind, text } });
  });
}

/** A question as the contract's JSON; people by their names, null once they are erased. */
export function questionJson(
  { number, state, text, askerId, askedAt, answer, history }: HumanQuestion,
  nameOf: (personId: string) => string | null,
): JsonObject {
  return {
    ...{ number, state, text, by: nameOf(askerId), at: askedAt },
    answer: answer === null ? null : { text: answer.text, by: nameOf(answer.personId), at: answer.at },
    history: history.map(({ kind, text: said, personId, at }) => ({
      ...{ kind, text: said, by: nameOf(personId), at },
    })),
  };
}
