import { fold } from "./name-match.ts";
import { nearest } from "./nearest.ts";
import type { Emission, Plan } from "./plan.ts";
import { type PlanPath, type PlanProblem, planProblem } from "./plan-problem.ts";

type NamedFactor = { readonly path: PlanPath; readonly id: string };

/** Every factor id of an emission and where the plan file names it. */
function factorsOf({ factor, cutOffFactor }: Emission, path: PlanPath): NamedFactor[] {
  const main =
    factor.kind === "standing"
      ? [{ path: [...path, "factor"], id: factor.id }]
      : [...factor.byYear].map(([year, id]) => ({ path: [...path, "factor", String(year)], id }));
  return cutOffFactor === null ? main : [...main, { path: [...path, "cut_off"], id: cutOffFactor }];
}

function factorProblems(emission: Emission, path: PlanPath, known: ReadonlySet<string>): PlanProblem[] {
  return factorsOf(emission, path)
    .filter(({ id }) => !known.has(id))
    .map(({ path: at, id }) =>
      planProblem(at, "unknown_reference", { what: "factor", typed: id, nearest: nearest(id, known) }),
    );
}

function amortisationProblems({ activity, amortisationYears }: Emission, path: PlanPath): PlanProblem[] {
  if (activity === "asset") {
    return amortisationYears === null ? [planProblem(path, "asset_without_amortisation", {})] : [];
  }
  if (amortisationYears === null) return [];
  return [planProblem([...path, "amortisation_years"], "amortisation_without_asset", { activity })];
}

function cutOffProblems({ activity, cutOffFactor }: Emission, path: PlanPath): PlanProblem[] {
  if (cutOffFactor === null || activity === "waste" || activity === "end-of-life") return [];
  return [planProblem([...path, "cut_off"], "cut_off_without_waste", { activity })];
}

/** What is wrong in how the indicators emit: factors, amortisation, cut-off. */
export function emissionProblems(plan: Plan, factorIds: ReadonlySet<string> | null): PlanProblem[] {
  return plan.indicators.flatMap(({ emission }, index) => {
    if (emission === null) return [];
    const path = ["indicators", index, "emission"];
    const { factor } = emission;
    const empty = factor.kind === "series" && factor.byYear.size === 0;
    return [
      ...(empty ? [planProblem([...path, "factor"], "empty_series", {})] : []),
      ...(factorIds === null ? [] : factorProblems(emission, path, factorIds)),
      ...amortisationProblems(emission, path),
      ...cutOffProblems(emission, path),
    ];
  });
}

/**
 * The factors of the plan whose unit is not their indicator's: kilowatt-hours of gas counted by net or
 * gross calorific value differ by a tenth, cubic metres by ten. `unitOf` gives the unit of each factor id.
 */
export function factorUnitProblems(plan: Plan, unitOf: ReadonlyMap<string, string>): PlanProblem[] {
  return plan.indicators.flatMap(({ unit, emission }, index) => {
    if (emission === null) return [];
    return factorsOf(emission, ["indicators", index, "emission"]).flatMap(({ path, id }) => {
      const factorUnit = unitOf.get(id);
      if (factorUnit === undefined || fold(factorUnit) === fold(unit)) return [];
      return [planProblem(path, "factor_unit_mismatch", { factor: id, factorUnit, unit })];
    });
  });
}
