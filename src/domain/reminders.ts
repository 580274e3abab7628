import type { Temporal } from "temporal-polyfill";
import { type Absence, whoAnswers } from "./absence.ts";
import { dueDay, mostUrgent, type Stage, stageReached, stages } from "./calendar.ts";
import { owedQuarters } from "./due.ts";
import type { StandingEntry } from "./entry.ts";
import { figureStates } from "./given.ts";
import type { Quarter } from "./period.ts";
import type { Plan } from "./plan.ts";
import { openQuarter } from "./quarter.ts";
import type { ReaderSettings, Reminder, ReminderItem, SentReminder } from "./reminder.ts";
import { type Ledger, ledgerOf } from "./reminder-ledger.ts";
import { dateIn, isSendingTime } from "./sending-hours.ts";

/** Everything that decides who is reminded of what at `now`. `settings` are by address. */
export type ReminderInput = {
  readonly plan: Plan;
  readonly entries: readonly StandingEntry[];
  readonly absences: readonly Absence[];
  readonly settings: ReadonlyMap<string, ReaderSettings>;
  readonly sent: readonly SentReminder[];
  readonly now: Temporal.Instant;
};

/** A figure that is owed, and who answers for it now: null when its owner is away without a stand-in. */
type Owed = {
  readonly indicator: string;
  readonly period: Quarter;
  readonly due: string;
  readonly asked: string | null;
};

/** Who is told of late figures: by stage, the referents or who stands in for them. */
type CopyReaders = (stage: Stage) => readonly string[];

/** What holds for every reader. */
type Situation = {
  readonly input: ReminderInput;
  readonly ledger: Ledger;
  readonly owed: readonly Owed[];
  readonly copyReaders: CopyReaders;
};

/** Absences as they count: a delegate who has left the plan stands in for nobody. */
function knownAbsences({ plan, absences }: ReminderInput): Absence[] {
  const people = new Set(plan.people.map(({ email }) => email));
  return absences.map((absence) =>
    absence.delegate === null || people.has(absence.delegate) ? absence : { ...absence, delegate: null },
  );
}

/**
 * The figures still owed that messages may go on about: those of the last quarter ended, and older ones
 * whose stages had begun. What was never asked in its time is for `/cairn echeances`: a new installation
 * must not escalate years of holes at once.
 */
function owedFigures({ plan, entries, now }: ReminderInput, absences: readonly Absence[], ledger: Ledger): Owed[] {
  const stateOf = figureStates(entries, plan.timeZone);
  const open = openQuarter(now, plan.timeZone);
  const today = dateIn(now, plan.timeZone);
  return owedQuarters(plan, now).flatMap((period) => {
    const due = dueDay(period, plan.calendar).toString();
    return plan.indicators
      .filter(({ slug }) => period === open || ledger.hasBegun(slug, period))
      .filter(({ slug }) => stateOf(slug, period) !== "given")
      .map(({ slug, owner }) => ({ indicator: slug, period, due, asked: whoAnswers(owner, absences, today) }));
  });
}

/** The technical referent from `overdue`, both from `escalation`; the other half of the pair when one is away alone. */
function copyReadersOf({ plan, now }: ReminderInput, absences: readonly Absence[]): CopyReaders {
  const today = dateIn(now, plan.timeZone);
  const pair = (["technical", "political"] as const).map((half) => {
    const person = plan.people.find(({ referent }) => referent === half);
    return person === undefined ? null : whoAnswers(person.email, absences, today);
  });
  const present = [...new Set(pair.filter((email) => email !== null))];
  const first = present.slice(0, 1);
  return (stage) => (stage === "escalation" ? present : stage === "overdue" ? first : []);
}

function stageItem({ indicator, period, due }: Owed, stage: Stage): ReminderItem {
  return { indicator, period, due, stage };
}

function mostUrgentFirst(one: ReminderItem, other: ReminderItem): number {
  return stages.indexOf(other.stage) - stages.indexOf(one.stage) || (one.due < other.due ? -1 : 1);
}

/** What the reader is asked for and told of on that day, whatever was sent before it. */
function itemsFor(reader: string, day: Temporal.PlainDate, situation: Situation): Pick<Reminder, "items" | "copies"> {
  const { input, ledger, owed, copyReaders } = situation;
  const items: ReminderItem[] = [];
  const copies: ReminderItem[] = [];
  for (const figure of owed) {
    const stage = stageReached(figure.period, day, input.plan.calendar);
    if (stage === null) continue;
    const item = stageItem(figure, stage);
    if (figure.asked === reader) {
      if (!ledger.wasAsked(item)) items.push(item);
    } else if (copyReaders(stage).includes(reader) && !ledger.wasTold(item, reader)) copies.push(item);
  }
  return { items: items.toSorted(mostUrgentFirst), copies: copies.toSorted(mostUrgentFirst) };
}

function mayReach(settings: ReaderSettings | undefined, day: Temporal.PlainDate, { plan, now }: ReminderInput): boolean {
  const { timeZone, hour, snoozedUntil } = settings ?? { timeZone: null, hour: null, snoozedUntil: null };
  if (snoozedUntil !== null && snoozedUntil.since(day).sign > 0) return false;
  return isSendingTime(now, { timeZone: timeZone ?? plan.timeZone, firstHour: hour }, plan.calendar);
}

function reminderFor(reader: string, situation: Situation): Reminder | null {
  const { input, ledger, copyReaders } = situation;
  const settings = input.settings.get(reader);
  const day = dateIn(input.now, settings?.timeZone ?? input.plan.timeZone);
  if (!mayReach(settings, day, input) || ledger.hasMessage(reader, day.toString())) return null;
  const { items, copies } = itemsFor(reader, day, situation);
  const stage = mostUrgent([...items, ...copies].map((item) => item.stage));
  if (stage === null) return null;
  const cc = new Set(items.flatMap((item) => copyReaders(item.stage)));
  cc.delete(reader);
  return { to: reader, day, stage, cc: [...cc], items, copies };
}

/**
 * The messages that leave at `now`: one a person and a day at most, in the order of the plan's people. Each
 * stage of a figure is sent once, on its day or late while it is still the current stage, and nothing once
 * the figure is given. A figure whose owner is away is asked of the delegate; without one, only the
 * referents are told of it, at their stages.
 */
export function planReminders(input: ReminderInput): Reminder[] {
  const absences = knownAbsences(input);
  const ledger = ledgerOf(input.sent);
  const owed = owedFigures(input, absences, ledger);
  const situation = { input, ledger, owed, copyReaders: copyReadersOf(input, absences) };
  return input.plan.people
    .map(({ email }) => reminderFor(email, situation))
    .filter((reminder) => reminder !== null);
}

/**
 * The reminders as the command line lists them: a copy is the `cc` of the message it copies, and an item of
 * its own only where no message of the list asks for that figure.
 */
export function listedReminders(reminders: readonly Reminder[]): Omit<Reminder, "copies">[] {
  const key = ({ indicator, period }: ReminderItem) => `${indicator} ${period}`;
  const asked = new Set(reminders.flatMap(({ items }) => items.map(key)));
  return reminders.flatMap(({ copies, ...reminder }) => {
    const items = [...reminder.items, ...copies.filter((item) => !asked.has(key(item)))];
    const stage = mostUrgent(items.map((item) => item.stage));
    return stage === null ? [] : [{ ...reminder, stage, items: items.toSorted(mostUrgentFirst) }];
  });
}
