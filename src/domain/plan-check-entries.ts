import type { Plan } from "./plan.ts";
import { type PlanProblem, planProblem } from "./plan-problem.ts";

/**
 * The indicators whose unit is not that of the figures they already hold: recorded amounts never change, so
 * their unit cannot either. `recorded` gives the unit of each indicator's figures; another unit needs another
 * indicator.
 */
export function entryUnitProblems(plan: Plan, recorded: ReadonlyMap<string, string>): PlanProblem[] {
  return plan.indicators.flatMap(({ slug, unit }, index) => {
    const used = recorded.get(slug);
    if (used === undefined || used === unit) return [];
    return [planProblem(["indicators", index, "unit"], "unit_of_entries", { slug, unit, recorded: used })];
  });
}
