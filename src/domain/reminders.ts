import { Temporal } from "temporal-polyfill";
import { mostUrgent, type Stage, stageReached, stages } from "./calendar.ts";
import type { Quarter } from "./period.ts";
import { openQuarter } from "./quarter.ts";
import type { ReaderSettings, Reminder, ReminderItem, SentReminder } from "./reminder.ts";
import {
  type AudienceInput,
  type CopyReaders,
  copyReaders,
  knownAbsences,
  type OwedFigure,
  owedFigures,
} from "./reminder-audience.ts";
import { type Ledger, ledgerOf } from "./reminder-ledger.ts";
import { isSendingTime } from "./sending-hours.ts";
import { dateIn } from "./wall-clock.ts";

/** Everything that decides who is reminded of what at `now`. `settings` are by address. */
export type ReminderInput = AudienceInput & {
  readonly settings: ReadonlyMap<string, ReaderSettings>;
  readonly sent: readonly SentReminder[];
};

/** A day of some reader, with its name in ISO 8601: the same object for all who share it. */
type Day = { readonly date: Temporal.PlainDate; readonly iso: string };

/** The stage a quarter has reached on a day; null before the first. */
type StageOn = (period: Quarter, day: Day) => Stage | null;

/** The day at `now` in a reader's zone, and whether that is within the hours they take messages in. */
type DayOf = (timeZone: string, firstHour: number | null) => { readonly day: Day; readonly isOpen: boolean };

/** What holds for every reader. */
type Situation = {
  readonly input: ReminderInput;
  readonly ledger: Ledger;
  readonly owed: readonly OwedFigure[];
  /** The figures owed, by who is asked for them. */
  readonly asked: ReadonlyMap<string | null, readonly OwedFigure[]>;
  /** The last quarter ended. */
  readonly open: Quarter;
  readonly copyReaders: CopyReaders;
  readonly stageOn: StageOn;
  readonly dayOf: DayOf;
};

const noSettings: ReaderSettings = { timeZone: null, hour: null, snoozedUntil: null };

/** Counting business days is the long part, and all figures of a quarter share theirs. */
function stagesOnce({ plan }: ReminderInput): StageOn {
  const known = new Map<Day, Map<Quarter, Stage | null>>();
  return (period, day) => {
    const stages = known.get(day) ?? new Map<Quarter, Stage | null>();
    known.set(day, stages);
    const stage = stages.get(period);
    if (stage !== undefined) return stage;
    const reached = stageReached(period, day.date, plan.calendar);
    stages.set(period, reached);
    return reached;
  };
}

/** Reading a clock in a time zone is long too, and few zones and hours serve many people. */
function daysOnce({ plan, now }: ReminderInput): DayOf {
  const known = new Map<string, ReturnType<DayOf>>();
  return (timeZone, firstHour) => {
    const key = `${timeZone} ${firstHour}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const date = dateIn(now, timeZone);
    const isOpen = isSendingTime(now, { timeZone, firstHour }, plan.calendar);
    const made = { day: { date, iso: date.toString() }, isOpen };
    known.set(key, made);
    return made;
  };
}

function mostUrgentFirst(one: ReminderItem, other: ReminderItem): number {
  return (
    stages.indexOf(other.stage) - stages.indexOf(one.stage) ||
    Number(one.due > other.due) - Number(one.due < other.due)
  );
}

/** One list for all who have nothing: owners are many, and lists of copies few. */
const noItems: readonly ReminderItem[] = [];

function sortedByUrgency(items: readonly ReminderItem[]): readonly ReminderItem[] {
  return items.length < 2 ? items : items.toSorted(mostUrgentFirst);
}

/** A figure owed at that stage; null before the first. */
function itemOf({ indicator, period, due, partial }: OwedFigure, stage: Stage | null): ReminderItem | null {
  return stage === null ? null : { indicator, period, due, stage, partial };
}

/**
 * What the reader is asked for that was not asked before. "Remind me on Monday" is a promise:
 * once a snooze is over, what was asked of the last quarter ended before that day is asked again.
 */
function itemsFor(
  reader: string,
  day: Day,
  snoozedUntil: Temporal.PlainDate | null,
  { ledger, asked, stageOn, open }: Situation,
): ReminderItem[] {
  const since = snoozedUntil?.toString() ?? null;
  const items: ReminderItem[] = [];
  for (const figure of asked.get(reader) ?? []) {
    const item = itemOf(figure, stageOn(figure.period, day));
    if (item !== null && !ledger.wasAsked(item, item.period === open ? since : null)) items.push(item);
  }
  return items;
}

/** What the reader is told of as a referent: asked of somebody else, or of nobody. */
function copiesFor(
  reader: string,
  day: Day,
  { ledger, owed, copyReaders, stageOn }: Situation,
): readonly ReminderItem[] {
  if (!stages.some((stage) => copyReaders(stage).includes(reader))) return noItems;
  return owed.flatMap((figure) => {
    const item = itemOf(figure, stageOn(figure.period, day));
    if (figure.asked === reader || item === null || !copyReaders(item.stage).includes(reader)) return [];
    return ledger.wasTold(item, reader) ? [] : [item];
  });
}

function reminderFor(reader: string, situation: Situation): Reminder | null {
  const { plan, settings } = situation.input;
  const { timeZone, hour, snoozedUntil } = settings.get(reader) ?? noSettings;
  const { day, isOpen } = situation.dayOf(timeZone ?? plan.timeZone, hour);
  const snoozed = snoozedUntil !== null && Temporal.PlainDate.compare(day.date, snoozedUntil) < 0;
  if (snoozed || !isOpen || situation.ledger.hasMessage(reader, day.iso)) return null;
  const items = sortedByUrgency(itemsFor(reader, day, snoozedUntil, situation));
  const copies = sortedByUrgency(copiesFor(reader, day, situation));
  const stage = mostUrgent([...items.slice(0, 1), ...copies.slice(0, 1)].map((item) => item.stage));
  if (stage === null) return null;
  const cc = new Set(items.flatMap((item) => situation.copyReaders(item.stage)));
  cc.delete(reader);
  return { to: reader, day: day.date, stage, cc: [...cc], items, copies };
}

/**
 * The messages that leave at `now`: at most one a person and a day, in the order of the plan's people. Each
 * stage of a figure is sent once, on its day, or late while it is still the current one; nothing once the
 * figure is given. A figure whose owner is away is asked of the delegate; without one, only the referents
 * are told of it, at their stages.
 */
export function planReminders(given: ReminderInput): Reminder[] {
  const input = { ...given, absences: knownAbsences(given) };
  const ledger = ledgerOf(input.sent);
  const owed = owedFigures(input, ledger);
  const situation: Situation = {
    ...{ input, ledger, owed, asked: Map.groupBy(owed, ({ asked }) => asked) },
    open: openQuarter(input.now, input.plan.timeZone),
    copyReaders: copyReaders(input),
    stageOn: stagesOnce(input),
    dayOf: daysOnce(input),
  };
  return input.plan.people
    .map(({ email }) => reminderFor(email, situation))
    .filter((reminder) => reminder !== null);
}

/**
 * The reminders as the command line lists them: a copy is the `cc` of the message it copies, and an item of
 * its own only where no message of the list asks for that figure.
 */
export function listedReminders(reminders: readonly Reminder[]): Omit<Reminder, "copies">[] {
  const figure = ({ indicator, period }: ReminderItem) => `${indicator} ${period}`;
  const asked = new Set(reminders.flatMap(({ items }) => items.map(figure)));
  return reminders.flatMap(({ copies, ...reminder }) => {
    const items = [...reminder.items, ...copies.filter((item) => !asked.has(figure(item)))];
    const stage = mostUrgent(items.map((item) => item.stage));
    return stage === null ? [] : [{ ...reminder, stage, items: items.toSorted(mostUrgentFirst) }];
  });
}
