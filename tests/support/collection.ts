import { Temporal } from "temporal-polyfill";
import type { Absence } from "../../src/domain/absence.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Plan, RosterPerson } from "../../src/domain/plan.ts";
import type { ReaderSettings, Reminder, SentReminder } from "../../src/domain/reminder.ts";
import { planReminders } from "../../src/domain/reminders.ts";
import { indicator, planOf } from "./build.ts";

function person(
  name: string,
  role: RosterPerson["role"],
  referent: RosterPerson["referent"] = null,
): RosterPerson {
  return { email: `${name}@x`, name, role, referent, language: null };
}

/** A small plan: eau and gaz are energie's, train is mobilite's; technique and politique are the pair. */
export const collection: Plan = {
  ...planOf(
    indicator("eau", { owner: "energie@x" }),
    indicator("gaz", { owner: "energie@x" }),
    indicator("train", { owner: "mobilite@x" }),
  ),
  people: [
    person("technique", "referent", "technical"),
    person("politique", "referent", "political"),
    person("energie", "owner"),
    person("mobilite", "owner"),
    person("membre", "reader"),
  ],
};

/** Days away. */
export function away(name: string, from: string, to: string, delegate: string | null = null): Absence {
  return {
    person: `${name}@x`,
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
    delegate: delegate === null ? null : `${delegate}@x`,
  };
}

/** What a test of reminders changes. */
export type Setting = {
  plan?: Plan;
  entries?: readonly StandingEntry[];
  absences?: readonly Absence[];
  settings?: Readonly<Record<string, Partial<ReaderSettings>>>;
};

/** A ledger that remembers: each call plans at an instant and records what it gives. */
export function remembering(): (now: string, setting?: Setting) => Reminder[] {
  const sent: SentReminder[] = [];
  return (now, { plan = collection, entries = [], absences = [], settings = {} } = {}) => {
    const defaults: ReaderSettings = { timeZone: null, hour: null, snoozedUntil: null };
    const reminders = planReminders({
      plan,
      entries,
      absences,
      settings: new Map(
        Object.entries(settings).map(([name, own]) => [`${name}@x`, { ...defaults, ...own }]),
      ),
      sent,
      now: Temporal.Instant.from(now),
    });
    sent.push(...reminders.map((reminder) => ({ ...reminder, day: reminder.day.toString() })));
    return reminders;
  };
}

/** "energie: eau 2026-T3 opening + gaz 2026-T3 opening; cc technique; copies …", one a message. */
export function summary(reminders: readonly Pick<Reminder, "to" | "items" | "cc" | "copies">[]): string[] {
  const list = (items: Reminder["items"]) =>
    items.map(({ indicator: slug, period, stage }) => `${slug} ${period} ${stage}`).join(" + ");
  const bare = (email: string) => email.replace("@x", "");
  return reminders.map(({ to, items, cc, copies }) =>
    [
      `${bare(to)}: ${list(items)}`.trimEnd(),
      ...(cc.length === 0 ? [] : [`cc ${cc.map(bare).join(" ")}`]),
      ...(copies.length === 0 ? [] : [`copies ${list(copies)}`]),
    ].join("; "),
  );
}
