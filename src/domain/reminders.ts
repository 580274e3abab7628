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
import { dateIn, isSendingTime } from "./sending-hours.ts";

/** Everything that decides who is reminded of what at `now`. `settings` are by address. */
export type ReminderInput = AudienceInput & {
  readonly settings: ReadonlyMap<string, ReaderSettings>;
  readonly sent: readonly SentReminder[];
};

/** The stage a quarter has reached on a day; null before the first. */
type StageOn = (period: Quarter, day: Temporal.PlainDate) => Stage | null;

/** What holds for every reader. */
type Situation = {
  readonly input: ReminderInput;
  readonly ledger: Ledger;
  readonly owed: readonly OwedFigure[];
  /** The last quarter ended. */
  readonly open: Quarter;
  readonly copyReaders: CopyReaders;
  readonly stageOn: StageOn;
};

const noSettings: ReaderSettings = { timeZone: null, hour: null, snoozedUntil: null };

/** Counting business days is the long part, and all figures of a quarter share theirs. */
function stagesOnce({ plan }: ReminderInput): StageOn {
  const known = new Map<string, Stage | null>();
  return (period, day) => {
    const key = `${period} ${day.toString()}`;
    const stage = known.get(key);
    if (stage !== undefined) return stage;
    const reached = stageReached(period, day, plan.calendar);
    known.set(key, reached);
    return reached;
  };
}

function mostUrgentFirst(one: ReminderItem, other: ReminderItem): number {
  return stages.indexOf(other.stage) - stages.indexOf(one.stage) || one.due.localeCompare(other.due);
}

/**
 * What the reader is asked for, and told of, that was not sent before. "Remind me on Monday" is a promise:
 * once a snooze is over, what was asked of the last quarter ended before that day is asked again.
 */
function itemsFor(
  reader: string,
  day: Temporal.PlainDate,
  snoozedUntil: Temporal.PlainDate | null,
  { ledger, owed, ...situation }: Situation,
): Pick<Reminder, "items" | "copies"> {
  const items: ReminderItem[] = [];
  const copies: ReminderItem[] = [];
  for (const { asked, ...figure } of owed) {
    const stage = situation.stageOn(figure.period, day);
    if (stage === null) continue;
    const item = { ...figure, stage };
    if (asked === reader) {
      const since = figure.period === situation.open ? snoozedUntil : null;
      if (!ledger.wasAsked(item, since?.toString() ?? null)) items.push(item);
    } else if (situation.copyReaders(stage).includes(reader) && !ledger.wasTold(item, reader)) {
      copies.push(item);
    }
  }
  return { items: items.toSorted(mostUrgentFirst), copies: copies.toSorted(mostUrgentFirst) };
}

function reminderFor(reader: string, situation: Situation): Reminder | null {
  const { plan, now, settings } = situation.input;
  const { timeZone, hour, snoozedUntil } = settings.get(reader) ?? noSettings;
  const zone = timeZone ?? plan.timeZone;
  const day = dateIn(now, zone);
  const snoozed = snoozedUntil !== null && Temporal.PlainDate.compare(day, snoozedUntil) < 0;
  if (snoozed || !isSendingTime(now, { timeZone: zone, firstHour: hour }, plan.calendar)) return null;
  if (situation.ledger.hasMessage(reader, day.toString())) return null;
  const { items, copies } = itemsFor(reader, day, snoozedUntil, situation);
  const stage = mostUrgent([...items, ...copies].map((item) => item.stage));
  if (stage === null) return null;
  const cc = new Set(items.flatMap((item) => situation.copyReaders(item.stage)));
  cc.delete(reader);
  return { to: reader, day, stage, cc: [...cc], items, copies };
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
  const situation: Situation = {
    input,
    ledger,
    owed: owedFigures(input, ledger),
    open: openQuarter(input.now, input.plan.timeZone),
    copyReaders: copyReaders(input),
    stageOn: stagesOnce(input),
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
