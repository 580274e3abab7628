import { plainShare } from "./amortisation.ts";
import { type BalanceInput, emissionLines, emittingIndicators } from "./balance.ts";
import { type Decimal, decimal, sum } from "./decimal.ts";
import type { StandingEntry } from "./entry.ts";
import type { ChosenFactor } from "./factor-choice.ts";
import { type MissingFigure, missingFigures } from "./missing.ts";
import type { Period } from "./period.ts";
import type { Indicator } from "./plan.ts";

/** One addend of a figure: an entry, the factor it was multiplied by (if any), and the result. */
export type Step = {
  readonly entry: StandingEntry;
  readonly indicator: Indicator;
  readonly factor: ChosenFactor | null;
  /** The share of the entry that belongs to the period: 1, or an asset's amortised part. */
  readonly share: Decimal;
  /** kgCO2e counted per unit: the factor, less what the nomenclature leaves out; null without a factor. */
  readonly countedPerUnit: Decimal | null;
  readonly result: Decimal;
};

/** A figure opened down to its entries: its value is the sum of the steps' results. */
export type Explanation = {
  readonly value: Decimal;
  /** "kgCO2e", or the unit of the quantities added. */
  readonly unit: string;
  readonly steps: readonly Step[];
  readonly missing: readonly MissingFigure[];
};

/** A zero of another period, such as a quarter without any purchase amortised since, explains nothing. */
function matters({ value, period }: StandingEntry, explained: Period): boolean {
  return !value.eq(0) || !plainShare(period, explained).eq(0);
}

/** How the emissions of a period are made, of every indicator or of one. */
export function explainEmissions(input: BalanceInput, slug: string | null): Explanation {
  const concerned = (indicator: { slug: string }) => slug === null || indicator.slug === slug;
  const steps = emissionLines(input)
    .filter(({ indicator, entry }) => concerned(indicator) && matters(entry, input.period))
    .map(({ entry, indicator, factor, share, placedPerUnit, kgCo2e }) => ({
      entry,
      indicator,
      factor,
      share,
      countedPerUnit: placedPerUnit,
      result: kgCo2e,
    }));
  return {
    value: sum(steps.map(({ result }) => result)),
    unit: "kgCO2e",
    steps,
    missing: missingFigures(emittingIndicators(input.plan).filter(concerned), input),
  };
}

/** How a quantity of a period is made: the figures of those indicators, which share a unit, added up. */
export function explainQuantity(
  input: Omit<BalanceInput, "factors">,
  indicators: readonly Indicator[],
): Explanation {
  const steps = indicators.flatMap((indicator) =>
    input.entries
      .filter((entry) => entry.indicator === indicator.slug && !plainShare(entry.period, input.period).eq(0))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
      .map((entry) => ({
        entry,
        indicator,
        factor: null,
        share: decimal(1),
        countedPerUnit: null,
        result: entry.value,
      })),
  );
  return {
    value: sum(steps.map(({ result }) => result)),
    unit: indicators[0]?.unit ?? "",
    steps,
    missing: missingFigures(indicators, input),
  };
}
