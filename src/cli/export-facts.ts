import { Temporal } from "temporal-polyfill";
import type { Cairn } from "../commands/request.ts";
import { type Balance, computeBalance, emittingIndicators } from "../domain/balance.ts";
import { type StandingEntry, standingEntries } from "../domain/entry.ts";
import { type ChosenFactor, chooseFactor } from "../domain/factor-choice.ts";
import type { Year } from "../domain/period.ts";
import { currentQuarter, yearOf } from "../domain/quarter.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";

/** A factor as one indicator uses it for one year's activity. */
export type UsedFactor = {
  readonly indicator: string;
  readonly activityYear: number;
  readonly chosen: ChosenFactor;
};

function yearsOf(entries: readonly StandingEntry[]): number[] {
  return [...new Set(entries.map(({ period }) => yearOf(period)))].sort((a, b) => a - b);
}

/** Each factor that an entry's year uses, once for each indicator and year. */
export async function usedFactors({ db, plan }: Cairn): Promise<UsedFactor[]> {
  const entries = standingEntries(await allEntries(db));
  const factors = await currentFactors(db);
  return emittingIndicators(await plan()).flatMap(({ slug, emission }) =>
    yearsOf(entries.filter(({ indicator }) => indicator === slug)).map((activityYear) => ({
      indicator: slug,
      activityYear,
      chosen: chooseFactor(emission.factor, activityYear, factors),
    })),
  );
}

/** The balance of each year that has a figure, in the plan's nomenclature. */
export async function yearlyBalances(cairn: Cairn): Promise<Balance[]> {
  const plan = await cairn.plan();
  const entries = standingEntries(await allEntries(cairn.db));
  const factors = await currentFactors(cairn.db);
  const current = currentQuarter(Temporal.Now.instant(), plan.timeZone);
  return yearsOf(entries).map((year) => {
    const period: Year = `${year}`;
    return computeBalance({ plan, factors, entries, current, period, nomenclature: plan.nomenclature });
  });
}
