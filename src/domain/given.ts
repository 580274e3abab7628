import type { NewEntry, StandingEntry } from "./entry.ts";
import { isPartial } from "./partial.ts";
import type { Quarter } from "./period.ts";
import { isQuarter, quartersOfYear, yearOf } from "./quarter.ts";

/**
 * How the figure of a quarter stands: `given` once a figure of the quarter, or of its whole year, was
 * recorded after the quarter ended; `partial` when it was recorded before; `missing` when there is none.
 */
export type FigureState = "given" | "partial" | "missing";

/** Tells how the figure of an indicator and quarter stands among `entries`. `timeZone` is the plan's. */
export function figureStates(
  entries: Iterable<StandingEntry>,
  timeZone: string,
): (indicator: string, quarter: Quarter) => FigureState {
  const recordedAt = new Map<string, Map<string, string>>();
  for (const { indicator, period, at } of entries) {
    const known = recordedAt.get(indicator) ?? new Map<string, string>();
    recordedAt.set(indicator, known.set(period, at));
  }
  return (indicator, quarter) => {
    const known = recordedAt.get(indicator);
    const at = known?.get(quarter) ?? known?.get(`${yearOf(quarter)}`);
    if (at === undefined) return "missing";
    return isPartial(quarter, at, timeZone) ? "partial" : "given";
  };
}

/** The quarters that a figure gives for good: none for a withdrawn one, nor for a quarter that was still under way. */
export function quartersGiven(
  { period, value, at }: Pick<NewEntry, "period" | "value" | "at">,
  timeZone: string,
): Quarter[] {
  if (value === null) return [];
  const quarters = isQuarter(period) ? [period] : quartersOfYear(yearOf(period));
  return quarters.filter((quarter) => !isPartial(quarter, at, timeZone));
}
