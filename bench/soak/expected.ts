import type { Temporal } from "temporal-polyfill";
import type { Absence } from "../../src/domain/absence.ts";
import { isDigestDue } from "../../src/domain/delivery-check.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import { lastMonthEnded } from "../../src/domain/month.ts";
import type { Quarter } from "../../src/domain/period.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Reminder, SentReminder } from "../../src/domain/reminder.ts";
import { planReminders } from "../../src/domain/reminders.ts";
import { entry } from "../../tests/support/build.ts";

/** A message that must arrive: to whom (null for the channel), of which day, and the figures it names. */
export type Due = { readonly to: string | null; readonly day: string; readonly figures: readonly string[] };

/**
 * What is due over a season, told day by day by the planner alone, without database, queue or clock: what it said
 * before, and what was given since, is all that it is told.
 */
export type Replay = {
  readonly dues: readonly Due[];
  /** A figure comes in at `at`. */
  readonly give: (indicator: string, period: Quarter, at: Temporal.Instant) => void;
  /** What is due at `now` and was not before; it then counts as said. */
  readonly dueAt: (now: Temporal.Instant) => readonly Due[];
};

function dueOf({ to, day, items, copies }: Reminder): Due {
  return { to, day: day.toString(), figures: [...items, ...copies].map(({ indicator }) => indicator) };
}

/** A replay of that plan and those absences. */
export function replayOf(plan: Plan, absences: readonly Absence[]): Replay {
  const dues: Due[] = [];
  const sent: SentReminder[] = [];
  const entries: StandingEntry[] = [];
  const digests = new Set<string>();
  const digestsAt = (now: Temporal.Instant): Due[] => {
    const month = lastMonthEnded(now, plan.timeZone);
    if (digests.has(month) || !isDigestDue(month, plan, now)) return [];
    digests.add(month);
    return [{ to: null, day: now.toZonedDateTimeISO(plan.timeZone).toPlainDate().toString(), figures: [] }];
  };
  return {
    dues,
    give: (indicator, period, at) => {
      entries.push(entry(indicator, period, "12", { at: at.toString({ fractionalSecondDigits: 3 }) }));
    },
    dueAt: (now) => {
      const reminders = planReminders({ plan, entries, absences, settings: new Map(), sent, now });
      sent.push(...reminders.map((reminder) => ({ ...reminder, day: reminder.day.toString() })));
      const found = [...reminders.map(dueOf), ...digestsAt(now)];
      dues.push(...found);
      return found;
    },
  };
}
