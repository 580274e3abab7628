import { Temporal } from "temporal-polyfill";
import { digestDay } from "./calendar.ts";
import type { Quarter } from "./period.ts";
import type { Plan } from "./plan.ts";
import { quarterOf } from "./quarter.ts";
import { dateIn } from "./wall-clock.ts";

/** A civil month, "2026-09". */
export type Month = `${number}-${number}`;

/** True for "2026-09", and nothing looser. */
export function isMonth(text: string): text is Month {
  return /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(text);
}

function textOf(month: Temporal.PlainYearMonth): Month {
  const text = month.toString();
  if (!isMonth(text)) throw new RangeError(`${text} is not a month of four-digit years`);
  return text;
}

/** The month's place in its year, 1 to 12. */
export function monthNumber(month: Month): number {
  return Temporal.PlainYearMonth.from(month).month;
}

/** The quarter that holds a month. */
export function quarterOfMonth(month: Month): Quarter {
  return quarterOf(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }));
}

/** The month before. */
export function previousMonth(month: Month): Month {
  return textOf(Temporal.PlainYearMonth.from(month).subtract({ months: 1 }));
}

/** The last month that is over at `now` in `timeZone` (IANA name). */
export function lastMonthEnded(now: Temporal.Instant, timeZone: string): Month {
  const today = dateIn(now, timeZone);
  return textOf(today.toPlainYearMonth().subtract({ months: 1 }));
}

/** True while a month has not begun at `now` in `timeZone` (IANA name). */
export function isFutureMonth(month: Month, now: Temporal.Instant, timeZone: string): boolean {
  const current = dateIn(now, timeZone).toPlainYearMonth();
  return Temporal.PlainYearMonth.compare(Temporal.PlainYearMonth.from(month), current) > 0;
}

/** The moment the digest of a month is posted: a business day of the next month, at the plan's hour. */
export function postingMoment(
  month: Month,
  { calendar, timeZone }: Pick<Plan, "calendar" | "timeZone">,
): Temporal.ZonedDateTime {
  const hour = calendar.digest.hour;
  return digestDay(month, calendar).toZonedDateTime({ timeZone, plainTime: { hour } });
}
