import type { ReminderItem, SentReminder } from "./reminder.ts";

type Told = Pick<ReminderItem, "indicator" | "period" | "stage">;

/** What was sent already, ready to be asked. Days are ISO 8601. */
export type Ledger = {
  readonly hasMessage: (to: string, day: string) => boolean;
  /** Whether anybody was asked for that figure at that stage, on that day or after when one is given. */
  readonly wasAsked: (item: Told, since: string | null) => boolean;
  /** Whether that referent was told of that figure at that stage. */
  readonly wasTold: (item: Told, referent: string) => boolean;
  /** Whether any stage of that figure was sent to anybody. */
  readonly hasBegun: (indicator: string, period: string) => boolean;
};

/** The ledger of those messages. */
export function ledgerOf(sent: readonly SentReminder[]): Ledger {
  const messages = new Set<string>();
  const lastAsked = new Map<string, string>();
  const told = new Set<string>();
  const begun = new Set<string>();
  const key = ({ indicator, period, stage }: Told) => `${indicator} ${period} ${stage}`;
  for (const { to, day, items, copies } of sent) {
    messages.add(`${to} ${day}`);
    for (const item of items) lastAsked.set(key(item), later(day, lastAsked.get(key(item))));
    for (const item of copies) told.add(`${key(item)} ${to}`);
    for (const { indicator, period } of [...items, ...copies]) begun.add(`${indicator} ${period}`);
  }
  return {
    hasMessage: (to, day) => messages.has(`${to} ${day}`),
    wasAsked: (item, since) => (lastAsked.get(key(item)) ?? "") >= (since ?? "0"),
    wasTold: (item, referent) => told.has(`${key(item)} ${referent}`),
    hasBegun: (indicator, period) => begun.has(`${indicator} ${period}`),
  };
}

/** The later of two days, ISO 8601. */
function later(day: string, other: string | undefined): string {
  return other === undefined || day > other ? day : other;
}
