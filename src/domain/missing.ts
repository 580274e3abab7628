import type { StandingEntry } from "./entry.ts";
import type { Period, Quarter } from "./period.ts";
import type { Indicator } from "./plan.ts";
import { compareQuarters, isQuarter, quartersOfYear, yearOf } from "./quarter.ts";

/** A figure that a total lacks. */
export type MissingFigure = { readonly indicator: string; readonly period: Quarter };

/** Where to look for what is missing. `current` is the quarter under way, included. */
export type MissingInput = {
  readonly plan: { readonly collectFrom: Quarter | null };
  readonly entries: readonly StandingEntry[];
  readonly period: Period;
  readonly current: Quarter;
};

/** The quarters of a period whose figures can exist: begun, and not before collection began. */
export function expectedQuarters({ plan, period, current }: Omit<MissingInput, "entries">): Quarter[] {
  const quarters = isQuarter(period) ? [period] : quartersOfYear(yearOf(period));
  return quarters.filter(
    (quarter) =>
      compareQuarters(quarter, current) <= 0 &&
      (plan.collectFrom === null || compareQuarters(quarter, plan.collectFrom) >= 0),
  );
}

/**
 * The figures of those indicators that a total of `period` lacks. An annual figure stands for the four
 * quarters of its year in an annual total, and for none of them in a quarterly one.
 */
export function missingFigures(indicators: readonly Indicator[], input: MissingInput): MissingFigure[] {
  const given = new Set(input.entries.map(({ indicator, period }) => `${indicator} ${period}`));
  return indicators
    .filter(({ slug }) => isQuarter(input.period) || !given.has(`${slug} ${input.period}`))
    .flatMap(({ slug }) =>
      expectedQuarters(input)
        .filter((quarter) => !given.has(`${slug} ${quarter}`))
        .map((period) => ({ indicator: slug, period })),
    );
}
