import type { Temporal } from "temporal-polyfill";
import { dueDay } from "./calendar.ts";
import { dueFigures } from "./due.ts";
import type { StandingEntry } from "./entry.ts";
import type { Quarter } from "./period.ts";
import type { Plan } from "./plan.ts";
import { nextQuarter } from "./quarter.ts";
import { dateIn } from "./wall-clock.ts";

/** The next day figures are due, from `today` on, and how far it is. */
export type NextDue = { readonly period: Quarter; readonly due: Temporal.PlainDate; readonly days: number };

/** The state of a quarter's collection on a day. */
export type Collection = {
  readonly period: Quarter;
  readonly due: Temporal.PlainDate;
  readonly received: number;
  readonly expected: number;
  /** Figures of this quarter and the ones before whose due day is past. */
  readonly late: number;
  readonly next: NextDue;
};

function nextDue(period: Quarter, today: Temporal.PlainDate, plan: Plan): NextDue {
  const due = dueDay(period, plan.calendar);
  const { days } = today.until(due);
  return days >= 0 ? { period, due, days } : nextDue(nextQuarter(period), today, plan);
}

/**
 * The collection of a quarter that has ended, as it stands at `now`. A figure given before its quarter
 * ended is not received yet, as in `/cairn echeances`.
 */
export function collectionOf(
  period: Quarter,
  { plan, entries, now }: { plan: Plan; entries: readonly StandingEntry[]; now: Temporal.Instant },
): Collection {
  const figures = dueFigures({ plan, entries, absences: [], now });
  const own = figures.filter((figure) => figure.period === period);
  const late = figures.filter((figure) => figure.status === "late" && figure.period <= period);
  return {
    period,
    due: dueDay(period, plan.calendar),
    received: own.filter(({ status }) => status === "done").length,
    expected: own.length,
    late: late.length,
    next: nextDue(period, dateIn(now, plan.timeZone), plan),
  };
}
