import type { Temporal } from "temporal-polyfill";
import { isBusinessDay } from "./calendar.ts";
import type { CalendarSettings } from "./plan.ts";
import { wallClock } from "./wall-clock.ts";

/** When a reader takes messages: their zone (IANA name), and the first hour they want one; null for the plan's. */
export type ReadingHours = { readonly timeZone: string; readonly firstHour: number | null };

/**
 * Whether a message may leave at `now`: on a business day, within the plan's hours as the reader's clock
 * shows them, and not before the hour the reader chose. A chosen hour that the plan no longer allows
 * becomes its last one.
 */
export function isSendingTime(
  now: Temporal.Instant,
  { timeZone, firstHour }: ReadingHours,
  { hours }: Pick<CalendarSettings, "hours">,
): boolean {
  const { date, hour } = wallClock(now, timeZone);
  const from = Math.min(Math.max(hours.from, firstHour ?? hours.from), hours.to - 1);
  return hour >= from && hour < hours.to && isBusinessDay(date);
}
