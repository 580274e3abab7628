import type { Indicator, Plan, RosterPerson } from "./plan.ts";

/** A plan's parts by their names, for what asks often: plans are large where owners are many. */
export type PlanIndex = {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** By address, which a plan keeps in small letters; in the plan's order. */
  readonly people: ReadonlyMap<string, RosterPerson>;
  /** The first person of each half of the pair; null where the plan names none. */
  readonly technical: RosterPerson | null;
  readonly political: RosterPerson | null;
};

/** A plan never changes: its index is made once. */
const known = new WeakMap<Plan, PlanIndex>();

function madeOf({ indicators, people }: Plan): PlanIndex {
  const half = (wanted: RosterPerson["referent"]) =>
    people.find(({ referent }) => referent === wanted) ?? null;
  return {
    indicators: new Map(indicators.map((indicator) => [indicator.slug, indicator])),
    people: new Map(people.map((person) => [person.email, person])),
    technical: half("technical"),
    political: half("political"),
  };
}

/** The index of a plan. */
export function indexOf(plan: Plan): PlanIndex {
  const index = known.get(plan) ?? madeOf(plan);
  known.set(plan, index);
  return index;
}
