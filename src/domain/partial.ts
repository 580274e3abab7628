import type { Temporal } from "temporal-polyfill";
import type { Period } from "./period.ts";
import { compareQuarters, currentQuarter, isQuarter, yearOf } from "./quarter.ts";

/** True when the figure was given before its period ended: it is partial, and its reminder still comes. */
export function isPartial(period: Period, at: Temporal.Instant, timeZone: string): boolean {
  const current = currentQuarter(at, timeZone);
  return isQuarter(period) ? compareQuarters(period, current) >= 0 : yearOf(period) >= yearOf(current);
}
