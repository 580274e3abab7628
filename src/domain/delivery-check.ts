import { Temporal } from "temporal-polyfill";
import type { DeliveryCause } from "./delivery.ts";
import { figureStates } from "./given.ts";
import { postingMoment } from "./month.ts";
import type { Plan } from "./plan.ts";
import { indexOf } from "./plan-index.ts";
import type { ReaderSettings, Reminder, ReminderItem } from "./reminder.ts";
import {
  type AudienceInput,
  type CopyReaders,
  copyReaders,
  knownAbsences,
  whoAnswersOn,
} from "./reminder-audience.ts";
import { isSendingTime } from "./sending-hours.ts";
import { dateIn, wallClock } from "./wall-clock.ts";

/** What is to be done with a message right before it leaves: send what is left of it, wait, or give it up. */
export type Verdict<T> =
  | { readonly kind: "send"; readonly message: T }
  | { readonly kind: "wait"; readonly afterMs: number }
  | { readonly kind: "give_up"; readonly cause: DeliveryCause };

/** A reminder as the ledger keeps it, without what was withdrawn from it since. */
export type KeptReminder = Pick<Reminder, "to" | "day" | "items" | "copies">;

/** How long a digest is still worth posting after its day. */
export const digestLastsDays = 10;

/** How long until the hours are looked at again. */
const waitMs = 10 * 60_000;

/** What a batch of reminders is checked against, worked out once for all of them. */
export type Checking = Pick<AudienceInput, "plan" | "now"> & {
  readonly isMissing: (item: ReminderItem) => boolean;
  /** Who answers for the figure; null while nobody does. */
  readonly answers: (item: ReminderItem) => string | null;
  readonly copyReaders: CopyReaders;
};

/** Works out what reminders are checked against at `now`. */
export function checkingAt(input: AudienceInput): Checking {
  const { plan, entries, now } = input;
  const absences = knownAbsences(input);
  const stateOf = figureStates(entries, plan.timeZone);
  const answering = whoAnswersOn(absences, dateIn(now, plan.timeZone));
  const { indicators } = indexOf(plan);
  return {
    plan,
    now,
    isMissing: ({ indicator, period }) => indicators.has(indicator) && stateOf(indicator, period) !== "given",
    answers: ({ indicator }) => answering(indicators.get(indicator)?.owner ?? ""),
    copyReaders: copyReaders({ ...input, absences }),
  };
}

function stillAsked({ to, items, copies }: KeptReminder, checking: Checking) {
  const missing = { items: items.filter(checking.isMissing), copies: copies.filter(checking.isMissing) };
  return {
    missing: missing.items.length + missing.copies.length,
    items: missing.items.filter((item) => checking.answers(item) === to),
    copies: missing.copies.filter(({ stage }) => checking.copyReaders(stage).includes(to)),
  };
}

/**
 * Whether a planned reminder still leaves, and what is left of it: on the reader's day and in their hours, what is not
 * given, and asked of them still. What is given up after its day, the planner says again at the stage reached.
 */
export function checkReminder(
  reminder: KeptReminder,
  settings: ReaderSettings,
  checking: Checking,
): Verdict<KeptReminder> {
  const { plan, now } = checking;
  const timeZone = settings.timeZone ?? plan.timeZone;
  const today = dateIn(now, timeZone);
  const { snoozedUntil, hour: firstHour } = settings;
  if (snoozedUntil !== null && Temporal.PlainDate.compare(today, snoozedUntil) < 0)
    return { kind: "give_up", cause: "snoozed" };
  const { missing, items, copies } = stillAsked(reminder, checking);
  if (missing === 0) return { kind: "give_up", cause: "given" };
  if (items.length + copies.length === 0) return { kind: "give_up", cause: "not_asked" };
  const days = Temporal.PlainDate.compare(today, reminder.day);
  const isOver = wallClock(now, timeZone).hour >= plan.calendar.hours.to;
  if (days > 0 || (days === 0 && isOver)) return { kind: "give_up", cause: "too_late" };
  if (days < 0 || !isSendingTime(now, { timeZone, firstHour }, plan.calendar))
    return { kind: "wait", afterMs: waitMs };
  return { kind: "send", message: { ...reminder, items, copies } };
}

/** Whether a channel's message, due on `day` (ISO 8601), still leaves at `now`: within the plan's hours, not too late. */
export function checkChannelMessage(
  day: string,
  { calendar, timeZone }: Pick<Plan, "calendar" | "timeZone">,
  now: Temporal.Instant,
): Verdict<null> {
  const last = Temporal.PlainDate.from(day).add({ days: digestLastsDays });
  if (Temporal.PlainDate.compare(dateIn(now, timeZone), last) > 0)
    return { kind: "give_up", cause: "too_late" };
  if (!isSendingTime(now, { timeZone, firstHour: null }, calendar)) return { kind: "wait", afterMs: waitMs };
  return { kind: "send", message: null };
}

/** Whether the digest of the month whose posting moment this is may be posted at `now`: not before, nor too late. */
export function isDigestDue(
  month: Parameters<typeof postingMoment>[0],
  plan: Pick<Plan, "calendar" | "timeZone">,
  now: Temporal.Instant,
): boolean {
  const moment = postingMoment(month, plan);
  if (Temporal.Instant.compare(now, moment.toInstant()) < 0) return false;
  return checkChannelMessage(moment.toPlainDate().toString(), plan, now).kind === "send";
}
