import { Temporal } from "temporal-polyfill";
import type { Period, Quarter } from "./period.ts";
import { compareQuarters, currentQuarter, isQuarter, yearOf } from "./quarter.ts";

/** Whether a period is over while `current` is the quarter under way. */
export function hasEnded(period: Period, current: Quarter): boolean {
  return isQuarter(period) ? compareQuarters(period, current) < 0 : yearOf(period) < yearOf(current);
}

/** True when the figure was given before its period ended: it is partial, and its reminder still comes. */
export function isPartial(period: Period, at: Temporal.Instant, timeZone: string): boolean {
  return !hasEnded(period, currentQuarter(at, timeZone));
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
  return isPartial(period, Temporal.Instant.from(at), timeZone) && !isPartial(period, now, timeZone);
}
