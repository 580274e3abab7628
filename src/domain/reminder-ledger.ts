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
  const days = new Map<string, Set<string>>();
  const figures = new Map<string, Said>();
  for (const { to, day, items, copies } of sent) {
    days.set(to, (days.get(to) ?? new Set()).add(day));
    for (const { indicator, period, stage } of items) {
      const { asked } = saidOf(figures, indicator, period);
      asked.set(`${period} ${stage}`, later(day, asked.get(`${period} ${stage}`)));
    }
    for (const { indicator, period, stage } of copies)
      saidOf(figures, indicator, period).told.add(`${period} ${stage} ${to}`);
  }
  return {
    hasMessage: (to, day) => days.get(to)?.has(day) ?? false,
    wasAsked: ({ indicator, period, stage }, since) => {
      const said = figures.get(indicator);
      return said !== undefined && (said.asked.get(`${period} ${stage}`) ?? "") >= (since ?? "0");
    },
    wasTold: ({ indicator, period, stage }, referent) =>
      figures.get(indicator)?.told.has(`${period} ${stage} ${referent}`) ?? false,
    hasBegun: (indicator, period) => figures.get(indicator)?.begun.has(period) ?? false,
  };
}

/** What was said of an indicator: its quarters begun, "quarter stage" by the last day asked, "quarter stage referent". */
type Said = {
  readonly begun: Set<string>;
  readonly asked: Map<string, string>;
  readonly told: Set<string>;
};

/** What was said of an indicator, of which that quarter has begun. */
function saidOf(figures: Map<string, Said>, indicator: string, period: string): Said {
  const said = figures.get(indicator) ?? { begun: new Set(), asked: new Map(), told: new Set() };
  figures.set(indicator, said);
  said.begun.add(period);
  return said;
}

/** The later of two days, ISO 8601. */
function later(day: string, other: string | undefined): string {
  return other === undefined || day > other ? day : other;
}
