import type { Indicator, Plan, RosterPerson } from "../../src/domain/plan.ts";
import { indicator, planOf } from "../../tests/support/build.ts";

/** Figures each owner owes. */
const each = 5;

/** The address of the owner of that number. */
const ownerNamed = (number: number) => `o${number}@cluster.example`;

/** A plan of so many owners with five indicators each, and a pair of referents. */
export function planOfOwners(owners: number): Plan {
  const person = (email: string, referent: RosterPerson["referent"] = null): RosterPerson => ({
    ...{ email, name: email, role: referent === null ? "owner" : "referent", referent, language: null },
  });
  const indicators: Indicator[] = [];
  for (let number = 0; number < owners * each; number += 1)
    indicators.push(indicator(`compteur-${number}`, { owner: ownerNamed(number % owners) }));
  return {
    ...planOf(),
    indicators,
    collectFrom: "2026-T3",
    people: [
      person("technique@cluster.example", "technical"),
      person("politique@cluster.example", "political"),
      ...Array.from({ length: owners }, (_, number) => person(ownerNamed(number))),
    ],
  };
}
