import { nearest } from "./nearest.ts";
import type { Plan } from "./plan.ts";
import { calendarProblems } from "./plan-check-calendar.ts";
import { emissionProblems } from "./plan-check-emission.ts";
import { nameProblems, totalSubjects } from "./plan-check-names.ts";
import { type PlanPath, type PlanProblem, planProblem } from "./plan-problem.ts";

function unknown(
  what: "action" | "subject",
  named: readonly string[],
  known: ReadonlySet<string>,
  pathOf: (index: number) => PlanPath,
): PlanProblem[] {
  return named.flatMap((typed, index) => {
    if (known.has(typed)) return [];
    const data = { what, typed, nearest: nearest(typed, known) };
    return [planProblem(pathOf(index), "unknown_reference", data)];
  });
}

function references(plan: Plan): PlanProblem[] {
  const codes = new Set(plan.actions.map(({ code }) => code));
  const slugs = plan.indicators.map(({ slug }) => slug);
  const subjects = new Set<string>([...totalSubjects, ...slugs]);
  const actions = plan.indicators.map(({ action }) => action);
  const targets = plan.targets.map(({ subject }) => subject);
  return [
    ...unknown("action", actions, codes, (index) => ["indicators", index, "action"]),
    ...unknown("subject", targets, subjects, (index) => ["targets", index, "subject"]),
  ];
}

function ownerProblems({ indicators, people }: Plan): PlanProblem[] {
  return indicators.flatMap(({ owner }, index): PlanProblem[] => {
    const path = ["indicators", index, "owner"];
    const person = people.find(({ email }) => email === owner);
    if (person?.role === "reader") return [planProblem(path, "owner_is_reader", { email: owner })];
    if (person !== undefined) return [];
    const near = nearest(
      owner,
      people.map(({ email }) => email),
    );
    return [planProblem(path, "unknown_reference", { what: "person", typed: owner, nearest: near })];
  });
}

function referentProblems({ people }: Plan): PlanProblem[] {
  return people.flatMap(({ email, role, referent }, index) =>
    referent === null || role === "referent"
      ? []
      : [planProblem(["people", index, "role"], "referent_without_role", { email, role })],
  );
}

function unitProblems({ indicators }: Plan): PlanProblem[] {
  return indicators.flatMap(({ unit, units }, index) =>
    [...units.keys()]
      .filter((other) => other.toLowerCase() === unit.toLowerCase())
      .map((other) => planProblem(["indicators", index, "units", other], "unit_is_own", { unit: other })),
  );
}

/**
 * What is wrong in a well-formed plan, in no particular order; empty when it can be applied. Paths have
 * the keys of the plan file. Factor ids are checked when the set of known ones is given.
 */
export function checkPlan(plan: Plan, factorIds: ReadonlySet<string> | null): PlanProblem[] {
  return [
    ...nameProblems(plan),
    ...references(plan),
    ...ownerProblems(plan),
    ...referentProblems(plan),
    ...unitProblems(plan),
    ...emissionProblems(plan, factorIds),
    ...calendarProblems(plan),
  ];
}
