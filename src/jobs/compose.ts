import { Temporal } from "temporal-polyfill";
import { type Card, note } from "../cards/card.ts";
import { reportCard } from "../cards/delivery-card.ts";
import { reminderCard } from "../cards/reminder-card.ts";
import type { Cairn } from "../commands/request.ts";
import { mostUrgent } from "../domain/calendar.ts";
import {
  type Checking,
  checkChannelMessage,
  checkingAt,
  checkReminder,
  type Verdict,
} from "../domain/delivery-check.ts";
import { isMonth } from "../domain/month.ts";
import { remembering } from "../domain/remembering.ts";
import { isSendingTime } from "../domain/sending-hours.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import type { Drawing } from "../platforms/platform.ts";
import type { BatchFacts } from "../store/batch-facts.ts";
import { deliveryStory } from "../store/delivery-stories.ts";
import { postedDigest } from "../store/digests.ts";
import { figuresOf } from "../store/item-figures.ts";
import type { OpenDelivery, Reader } from "../store/open-deliveries.ts";
import { chartFrom } from "./posted-digest.ts";
import {
  answerMessage,
  type QuestionsThen,
  questionsMessage,
  questionsThen,
  reminderEnd,
} from "./question-messages.ts";
import { cardFrom } from "./stored-card.ts";

/** A message ready to leave. */
export type Composed = { readonly card: Card } & Drawing;

/** What is known when a batch leaves. */
export type Situation = Checking & { readonly cairn: Cairn; readonly asked: QuestionsThen };

/** Reads once what all the deliveries of a batch say, from what is known of the batch. */
export async function situationOf(
  cairn: Cairn,
  deliveries: readonly OpenDelivery[],
  { planId, absences, hasQuestions }: Pick<BatchFacts, "planId" | "absences" | "hasQuestions">,
  now: Temporal.Instant,
): Promise<Situation> {
  const { db } = cairn;
  const items = deliveries.flatMap((delivery) => [...delivery.items, ...delivery.copies]);
  const plan = await cairn.plan(planId);
  const [entries, asked] = await Promise.all([figuresOf(db, items), questionsThen(db, plan, hasQuestions)]);
  return { cairn, asked, ...checkingAt({ plan, entries, absences, now }) };
}

function wordsOf({ language, numberProfile }: Reader, { cairn }: Situation) {
  const spoken = language ?? cairn.language;
  return { language: spoken, messages: messagesFor(spoken, numberProfile ?? spoken) };
}

const days = remembering<Temporal.PlainDate>();

function reminder(delivery: OpenDelivery, reader: Reader, situation: Situation): Verdict<Composed> {
  const kept = {
    to: reader.email,
    day: days(delivery.day, () => Temporal.PlainDate.from(delivery.day)),
    items: delivery.items,
    copies: delivery.copies,
  };
  const verdict = checkReminder(kept, reader.settings, situation);
  if (verdict.kind !== "send") return verdict;
  const { items, copies } = verdict.message;
  const stage = mostUrgent([...items, ...copies].map((item) => item.stage));
  if (stage === null) return { kind: "give_up", cause: "given" };
  const { language, messages } = wordsOf(reader, situation);
  const card = reminderCard(situation.plan, { ...kept, items, copies, stage, cc: [] }, messages);
  const end = reminderEnd(reader.email, situation.plan, situation.asked, messages);
  // What is owed stands for the reminder only where it says nothing else.
  const renewal = copies.length === 0 && end.length === 0 ? { renewedBy: "/cairn echeances" } : {};
  return {
    kind: "send",
    message: { card: { ...card, blocks: [...card.blocks, ...end] }, language, ...renewal },
  };
}

/** A digest that leaves after its day says so. */
function dated(card: Card, day: string, today: string, { deliveries }: Messages): Card {
  if (day >= today) return card;
  return { ...card, blocks: [note(deliveries.late(day)), ...card.blocks] };
}

/** The chart of the digest that was posted for that month, frozen with its figures. */
async function frozenChart({ db }: Cairn, month: string | null): Promise<Pick<Drawing, "chart">> {
  const posted = month !== null && isMonth(month) ? await postedDigest(db, month) : null;
  return posted === null ? {} : { chart: chartFrom(posted.chart, "digest.chart") };
}

async function digest(delivery: OpenDelivery, situation: Situation): Promise<Verdict<Composed>> {
  const { day, card, period } = delivery;
  const { plan, now, cairn } = situation;
  const verdict = checkChannelMessage(day, plan, now);
  if (verdict.kind !== "send") return verdict;
  const { language } = cairn;
  const today = dateIn(now, plan.timeZone).toString();
  const shown = dated(cardFrom(card, "message.card"), day, today, messagesFor(language));
  return { kind: "send", message: { card: shown, language, ...(await frozenChart(cairn, period)) } };
}

/** What a referent is told of another delivery, as long as it waits for them. */
async function report(
  { about }: OpenDelivery,
  { cairn }: Situation,
  messages: Messages,
): Promise<Verdict<Card>> {
  const story = about === null ? null : await deliveryStory(cairn.db, about);
  const waits = story !== null && ["unknown", "refused"].includes(story.delivery.state);
  if (!waits) return { kind: "give_up", cause: "seen" };
  return { kind: "send", message: reportCard(story.delivery, messages) };
}

/** What is told to one person beside reminders, in their hours. */
async function told(
  delivery: OpenDelivery,
  reader: Reader,
  situation: Situation,
): Promise<Verdict<Composed>> {
  const { plan, now, asked } = situation;
  const timeZone = reader.settings.timeZone ?? plan.timeZone;
  const hours = { timeZone, firstHour: reader.settings.hour };
  if (!isSendingTime(now, hours, plan.calendar)) return { kind: "wait", afterMs: 10 * 60_000 };
  const { language, messages } = wordsOf(reader, situation);
  const today = dateIn(now, timeZone).toString();
  const verdict =
    delivery.kind === "answer"
      ? answerMessage(delivery, asked, messages)
      : delivery.kind === "questions"
        ? questionsMessage(delivery, today, asked, messages)
        : await report(delivery, situation, messages);
  return verdict.kind === "send" ? { kind: "send", message: { card: verdict.message, language } } : verdict;
}

/** Whether a planned delivery leaves now, and as what. */
export async function compose(delivery: OpenDelivery, situation: Situation): Promise<Verdict<Composed>> {
  const { kind, reader } = delivery;
  if (reader === null) return await digest(delivery, situation);
  return kind === "reminder"
    ? reminder(delivery, reader, situation)
    : await told(delivery, reader, situation);
}
