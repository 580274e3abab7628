import type { Temporal } from "temporal-polyfill";
import type { Period, Quarter } from "./period.ts";
import { compareQuarters, isQuarter, lastDay, quarter, yearOf } from "./quarter.ts";
import { remembering } from "./remembering.ts";

/** Whether a period is over while `current` is the quarter under way. */
export function hasEnded(period: Period, current: Quarter): boolean {
  return isQuarter(period) ? compareQuarters(period, current) < 0 : yearOf(period) < yearOf(current);
}

const ends = remembering<number>();

/** When a period is over in a time zone (IANA name), in ms since 1970: the first moment of the one after it. */
function endMs(period: Period, timeZone: string): number {
  const last = isQuarter(period) ? period : quarter(yearOf(period), 4);
  return ends(
    `${last} ${timeZone}`,
    () => lastDay(last).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  );
}

/**
 * True when the figure was given before its period ended: it is partial, and its reminder still comes. `at` is the
 * moment, or its ISO 8601 text.
 */
export function isPartial(period: Period, at: Temporal.Instant | string, timeZone: string): boolean {
  const atMs = typeof at === "string" ? Date.parse(at) : at.epochMilliseconds;
  return atMs < endMs(period, timeZone);
}

/**
 * True when a figure recorded while its period was under way is confirmed at `now`, the period being over:
 * the same value again is then news, and makes it complete.
 */
export function completes(
  recorded: { readonly period: Period; readonly at: string },
  now: Temporal.Instant,
  timeZone: string,
): boolean {
  const { period, at } = recorded;
  return isPartial(period, at, timeZone) && !isPartial(period, now, timeZone);
}
