import { missingBlocks } from "../cards/balance-card.ts";
import { actions, type Card, type CardAction, note, text } from "../cards/card.ts";
import { questionLine, readingText, repairTexts } from "../cards/question-text.ts";
import type { Plan } from "../domain/plan.ts";
import { quarter, yearOf } from "../domain/quarter.ts";
import { openable, subjectOf } from "../domain/questions/figure.ts";
import { readFollowUp } from "../domain/questions/follow-up.ts";
import { type Lexicon, lexiconOf } from "../domain/questions/lexicon.ts";
import type { Calendar } from "../domain/questions/named-span.ts";
import type { ReadingInput } from "../domain/questions/parse.ts";
import type { Query } from "../domain/questions/query.ts";
import { type Reading, readQuestion } from "../domain/questions/read.ts";
import { ok } from "../domain/refusal.ts";
import { subjectName } from "../domain/subject.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { forgetAsked, keepAsked, lastAsked, type Place } from "../store/asked-questions.ts";
import { allProjects } from "../store/projects.ts";
import { recordedNow } from "./avancement.ts";
import type { JsonObject } from "./json.ts";
import { peopleNames } from "./people-names.ts";
import { proposedQuery } from "./proposed-query.ts";
import { querySchema } from "./query-schema.ts";
import { compareAnswer, explainAnswer } from "./question-compare.ts";
import type { Answered, Asked } from "./question-facts.ts";
import { answerJson, rankAnswer, trendAnswer, valueAnswer } from "./question-figures.ts";
import {
  actionAnswer,
  deadlineAnswer,
  factorAnswer,
  missingAnswer,
  ownerAnswer,
  targetAnswer,
} from "./question-plan.ts";
import { forwardBlocks, questionHelp, unknownAnswer } from "./question-unknown.ts";
import type { Context, Outcome } from "./request.ts";

const lexicons = new WeakMap<Plan, Lexicon>();

/** The plan's words, prepared once for as long as the plan is in force. */
function lexiconFor(plan: Plan): Lexicon {
  const known = lexicons.get(plan);
  if (known !== undefined) return known;
  const lexicon = lexiconOf(plan);
  lexicons.set(plan, lexicon);
  return lexicon;
}

/** The day that a question is read on. */
export function calendarOf({ plan, now, current }: Pick<Context, "plan" | "now" | "current">): Calendar {
  return {
    current,
    month: dateIn(now, plan.timeZone).month,
    referenceYear: plan.referenceYear,
    first: plan.collectFrom ?? quarter(plan.referenceYear, 1),
  };
}

/** Answers a query that is understood, by the domain's own functions. */
function answerOf(asked: Asked): Answered {
  const { query } = asked;
  const { intent, measure, period } = query;
  if (intent === "missing") return missingAnswer(asked);
  if (intent === "deadline") return deadlineAnswer(asked);
  if (intent === "owner") return ownerAnswer(asked);
  if (intent === "factor") return factorAnswer(asked);
  if (intent === "action" || measure === null || period === null) return actionAnswer(asked);
  const on = { ...asked, measure, period };
  if (intent === "trend") return trendAnswer(on);
  if (intent === "rank") return rankAnswer(on);
  if (intent === "target") return targetAnswer(on);
  if (intent === "compare") return compareAnswer(on);
  return intent === "explain" ? explainAnswer(on) : valueAnswer(on);
}

/** The line that opens the figure down to its entries; null where it has none to open. */
function whyLine({ query, facts, context }: Asked): string | null {
  const { intent, measure, period } = query;
  const isFigure =
    intent === "value" ||
    intent === "trend" ||
    intent === "rank" ||
    intent === "compare" ||
    intent === "explain";
  if (!isFigure || measure === null || period === null) return null;
  const subject = subjectOf(measure.startsWith("ghg.") ? "ghg" : measure, facts);
  const opened = openable(period, context) ?? `${yearOf(period.to)}`;
  return subject === null || subject === "ressources"
    ? null
    : `/cairn pourquoi ${subjectName(subject)} ${opened}`;
}

/** One or two questions that come next. */
function followUps({ query, context }: Asked): CardAction[] {
  const { follow } = context.messages.questions;
  const next: readonly (readonly [string, Query])[] = [
    [follow.lastYear, { ...query, intent: "compare", against: "previous_year" }],
    [follow.trend, { ...query, intent: "trend", against: null }],
    [follow.rank, { ...query, intent: "rank", against: null }],
    [follow.aim, { ...query, intent: "compare", against: "target" }],
  ];
  const isSplit = query.measure === "ghg" || query.measure === "waste";
  return next
    .filter(
      ([, { intent, against }]) =>
        intent !== query.intent && (intent !== "rank" || isSplit) && against !== "target",
    )
    .flatMap(([label, asked]) => {
      const line = query.period === null ? null : questionLine(asked, context.messages);
      return line === null ? [] : [{ label, line }];
    })
    .slice(0, 2);
}

/** Whether the figures and the plan hold no answer, although the question is understood. */
function isUnanswered({ intent }: Query, { value, more }: Answered): boolean {
  if (intent === "owner" || intent === "factor") return value === null && Object.keys(more).length === 0;
  const asksFigure =
    intent === "value" ||
    intent === "compare" ||
    intent === "rank" ||
    intent === "target" ||
    intent === "explain";
  return asksFigure && value === null;
}

function cardOf(asked: Asked, answered: Answered, reading: Reading, words: string): Card {
  const { context, query } = asked;
  const { messages, plan, current } = context;
  const why = whyLine(asked);
  const isProgress = query.intent === "compare" || query.intent === "explain";
  const missing =
    answered.coverage === null || isProgress
      ? []
      : missingBlocks(answered.coverage.missing, { plan, current, empty: answered.value === null }, messages);
  const example = asked.facts.entries.some(({ platform }) => platform === "example");
  const buttons = [
    ...(why === null ? [] : [{ label: messages.questions.why, line: why }]),
    ...answered.follow,
    ...(isFollowed(query) ? followUps(asked) : []),
  ];
  return {
    title: messages.questions.title,
    blocks: [
      ...(example && answered.value !== null && !isProgress ? [note(messages.localMode.exampleLabel)] : []),
      text(answered.text),
      ...answered.blocks,
      ...missing,
      note(readingText(query, asked.asEmissions, plan, messages)),
      ...repairTexts(reading.repairs, messages).map(note),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
      ...(isUnanswered(query, answered) ? forwardBlocks(words, context) : []),
    ],
  };
}

/** Whether figures of other kinds follow from the query. */
function isFollowed({ intent, measure }: Query): boolean {
  const isTold = intent === "value" || intent === "compare" || intent === "trend" || intent === "rank";
  return isTold && measure !== null && measure !== "depenses" && !measure.includes("compensation");
}

function queryJson({ intent, measure, period, against }: Query): JsonObject {
  const span = (of: { from: string; to: string }) => ({ from: of.from, to: of.to });
  return {
    intent,
    measure,
    period: period === null ? null : span(period),
    against: against === null || typeof against === "string" ? against : span(against),
  };
}

/** How long a question may be followed up. */
const followedMinutes = 10;

function inputOf(context: Context): ReadingInput {
  return { lexicon: lexiconFor(context.plan), calendar: calendarOf(context) };
}

/** Reads a question, or what it changes in the last one asked in the same conversation. */
async function read(context: Context, words: string): Promise<Reading & { readonly follows: boolean }> {
  const { db, now } = context;
  const input = inputOf(context);
  const since = now.subtract({ minutes: followedMinutes }).toString();
  const kept = querySchema.safeParse(await lastAsked(db, placeOf(context), since));
  const followUp = readFollowUp(words, kept.data ?? null, input);
  return { ...(followUp ?? readQuestion(words, input)), follows: followUp !== null };
}

function placeOf({ person, conversation }: Context): Place {
  return { personId: person.id, conversation };
}

/** Keeps a query for what may follow it, and forgets those of yesterday. */
async function keep(context: Context, query: Query): Promise<void> {
  const { db, now } = context;
  await keepAsked(db, placeOf(context), { query, at: now.toString() });
  await forgetAsked(db, now.subtract({ hours: 24 }).toString());
}

/** The query of a question without words. */
const nothingAsked = { intent: "unknown", measure: null, period: null, against: null } as const;

/** Reads a question and answers it from the figures; never a guess. */
export async function answerQuestion(context: Context, words: string): Promise<Outcome> {
  if (words === "") {
    const { data, card } = questionHelp(context);
    return ok({ data: { query: { ...nothingAsked }, ...data }, card });
  }
  const reading = await read(context, words);
  const { query, asEmissions } = reading;
  if (query.intent === "unknown") {
    const isOpen = reading.candidates.length === 0;
    const proposed = isOpen ? await proposedQuery(words, inputOf(context), context) : null;
    const { data, card } = unknownAnswer(reading, { words, proposed }, context);
    return ok({ data: { query: queryJson(query), ...data }, card });
  }
  await keep(context, query);
  const recorded = await recordedNow(context);
  const facts = { ...recorded, projects: await allProjects(context.db) };
  const asked = { query, asEmissions, facts, context, nameOf: await peopleNames(context.db) };
  const answered = answerOf(asked);
  return ok({
    data: { query: queryJson(query), answer: answerJson(answered) },
    card: cardOf(asked, answered, reading, words),
    ...(reading.follows ? { again: questionLine(query, context.messages) } : {}),
  });
}
