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

/** A plan never changes: what is made of it is made once, when it is first asked for. */
function once<T extends object>(make: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, T>();
  return (plan) => {
    const found = known.get(plan);
    if (found !== undefined) return found;
    const made = make(plan);
    known.set(plan, made);
    return made;
  };
}

const indicatorsIn = once(
  ({ indicators }) => new Map(indicators.map((indicator) => [indicator.slug, indicator])),
);
const peopleIn = once(({ people }) => new Map(people.map((person) => [person.email, person])));
const pairIn = once(({ people }) => {
  const half = (wanted: RosterPerson["referent"]) =>
    people.find(({ referent }) => referent === wanted) ?? null;
  return { technical: half("technical"), political: half("political") };
});

const indexIn = once(
  (plan): PlanIndex => ({
    get indicators() {
      return indicatorsIn(plan);
    },
    get people() {
      return peopleIn(plan);
    },
    get technical() {
      return pairIn(plan).technical;
    },
    get political() {
      return pairIn(plan).political;
    },
  }),
);

/** The index of a plan. */
export function indexOf(plan: Plan): PlanIndex {
  return indexIn(plan);
}
