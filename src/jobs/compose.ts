import { Temporal } from "temporal-polyfill";
import { type Card, note } from "../cards/card.ts";
import { reportCard } from "../cards/delivery-card.ts";
import { reminderCard } from "../cards/reminder-card.ts";
import type { Cairn } from "../commands/request.ts";
import { mostUrgent } from "../domain/calendar.ts";
import { checkChannelMessage, checkReminder, type Verdict } from "../domain/delivery-check.ts";
import type { AudienceInput } from "../domain/reminder-audience.ts";
import { dateIn, isSendingTime } from "../domain/sending-hours.ts";
import { type Language, type Messages, messagesFor } from "../messages/messages.ts";
import { absencesFrom } from "../store/absences.ts";
import { deliveryStory } from "../store/delivery-stories.ts";
import { figuresOf } from "../store/item-figures.ts";
import type { OpenDelivery, Reader } from "../store/open-deliveries.ts";
import { cardFrom } from "./stored-card.ts";

/** A message ready to leave. */
export type Composed = { readonly card: Card; readonly language: Language };

/** What is known when a batch leaves. */
export type Situation = AudienceInput & { readonly cairn: Cairn };

/** Reads once what all the deliveries of a batch depend on. */
export async function situationOf(
  cairn: Cairn,
  deliveries: readonly OpenDelivery[],
  now: Temporal.Instant,
): Promise<Situation> {
  const plan = await cairn.plan();
  const entries = await figuresOf(
    cairn.db,
    deliveries.flatMap(({ items, copies }) => [...items, ...copies]),
  );
  return { cairn, plan, entries, absences: await absencesFrom(cairn.db, dateIn(now, plan.timeZone)), now };
}

function wordsOf({ language, numberProfile }: Reader, { cairn }: Situation) {
  const spoken = language ?? cairn.language;
  return { language: spoken, messages: messagesFor(spoken, numberProfile ?? spoken) };
}

function reminder(delivery: OpenDelivery, reader: Reader, situation: Situation): Verdict<Composed> {
  const kept = {
    to: reader.email,
    day: Temporal.PlainDate.from(delivery.day),
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
  return { kind: "send", message: { card, language } };
}

/** A digest that leaves after its day says so. */
function dated(card: Card, day: string, today: string, { deliveries }: Messages): Card {
  if (day >= today) return card;
  return { ...card, blocks: [note(deliveries.late(day)), ...card.blocks] };
}

function digest({ day, card }: OpenDelivery, { plan, now, cairn }: Situation): Verdict<Composed> {
  const verdict = checkChannelMessage(day, plan, now);
  if (verdict.kind !== "send") return verdict;
  const { language } = cairn;
  const today = dateIn(now, plan.timeZone).toString();
  const shown = dated(cardFrom(card, "message.card"), day, today, messagesFor(language));
  return { kind: "send", message: { card: shown, language } };
}

/** What a referent is told of another delivery, as long as it waits for them. */
async function report(
  { about }: OpenDelivery,
  reader: Reader,
  situation: Situation,
): Promise<Verdict<Composed>> {
  const { plan, now, cairn } = situation;
  const hours = { timeZone: reader.settings.timeZone ?? plan.timeZone, firstHour: reader.settings.hour };
  if (!isSendingTime(now, hours, plan.calendar)) return { kind: "wait", afterMs: 10 * 60_000 };
  const story = about === null ? null : await deliveryStory(cairn.db, about);
  const waits = story !== null && ["unknown", "refused"].includes(story.delivery.state);
  if (!waits) return { kind: "give_up", cause: "seen" };
  const { language, messages } = wordsOf(reader, situation);
  return { kind: "send", message: { card: reportCard(story.delivery, messages), language } };
}

/** Whether a planned delivery leaves now, and as what. */
export async function compose(delivery: OpenDelivery, situation: Situation): Promise<Verdict<Composed>> {
  const { kind, reader } = delivery;
  if (reader === null) return digest(delivery, situation);
  return kind === "report"
    ? await report(delivery, reader, situation)
    : reminder(delivery, reader, situation);
}
