import { Temporal } from "temporal-polyfill";
import { isPublicHoliday } from "./holidays.ts";
import type { Quarter } from "./period.ts";
import type { CalendarSettings } from "./plan.ts";
import { lastDay } from "./quarter.ts";
import { remembering } from "./remembering.ts";

/** What is sent for a quarter, from the least to the most urgent. */
export const stages = ["opening", "reminder", "eve", "overdue", "escalation"] as const;
export type Stage = (typeof stages)[number];

/** Neither a Saturday, a Sunday, nor a French public holiday. */
export function isBusinessDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isPublicHoliday(date);
}

/** The business day `count` business days after `date`, or before when negative; `date` itself for 0. */
export function addBusinessDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const days = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add({ days });
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** `date` if it is a business day, else the first one after it. */
export function nextBusinessDay(date: Temporal.PlainDate): Temporal.PlainDate {
  return isBusinessDay(date) ? date : addBusinessDays(date, 1);
}

const dueDays = remembering<Temporal.PlainDate>();
const stageDays = remembering<Temporal.PlainDate>();

/** The day the figures of a quarter are due: a day of the month after it, moved to the next business day. */
export function dueDay(quarter: Quarter, calendar: CalendarSettings): Temporal.PlainDate {
  const { dueDay: days } = calendar;
  return dueDays(`${quarter} ${days}`, () => nextBusinessDay(lastDay(quarter).add({ days })));
}

/** The day a stage of a quarter falls on: business days after the quarter for `opening`, else from the due day. */
export function stageDay(quarter: Quarter, stage: Stage, calendar: CalendarSettings): Temporal.PlainDate {
  const days = calendar.stages[stage];
  return stageDays(`${quarter} ${calendar.dueDay} ${stage} ${days}`, () => {
    const from = stage === "opening" ? lastDay(quarter) : dueDay(quarter, calendar);
    return addBusinessDays(from, days);
  });
}

/** The most urgent stage of a quarter reached on that day; null before the first. */
export function stageReached(
  quarter: Quarter,
  day: Temporal.PlainDate,
  calendar: CalendarSettings,
): Stage | null {
  const reached = (stage: Stage) => Temporal.PlainDate.compare(stageDay(quarter, stage, calendar), day) <= 0;
  return stages.findLast(reached) ?? null;
}

/** The most urgent of those stages; null of none. */
export function mostUrgent(reached: Iterable<Stage>): Stage | null {
  const seen = new Set(reached);
  return stages.findLast((stage) => seen.has(stage)) ?? null;
}

/** The day the digest of a month ("2026-09") is posted: a business day of the month after it. Throws on no month. */
export function digestDay(month: string, calendar: CalendarSettings): Temporal.PlainDate {
  const lastOfMonth = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 });
  return addBusinessDays(lastOfMonth.subtract({ days: 1 }), calendar.digest.businessDay);
}
