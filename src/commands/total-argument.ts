import { type NamedCandidate, wholeName } from "../domain/name-match.ts";
import type { Plan } from "../domain/plan.ts";
import { indicatorsOf } from "../domain/subject.ts";

const gases = ["gaz a effet de serre", "greenhouse gas", "greenhouse gases"];

/** The totals people name, under the names they are kept by. */
export const totals = [
  {
    key: "ges",
    names: ["ges", "ghg", ...gases, "emissions", "emission", "co2", "carbone", "carbon"],
  },
  { key: "dechets", names: ["dechets", "dechet", "waste"] },
  { key: "ressources", names: ["ressources", "ressource", "resources", "resource"] },
] as const;
export type Total = (typeof totals)[number]["key"];

const families: readonly NamedCandidate[] = [
  {
    key: "travel",
    names: ["travel", "deplacements", "deplacement", "voyages", "voyage", "transports", "transport"],
  },
];

/** The total that begins `tokens` by its whole name, and how many words it takes; null when none does. */
export function leadingTotal(
  tokens: readonly string[],
): { readonly total: Total; readonly taken: number } | null {
  const named = wholeName(tokens, totals);
  if (named?.match.kind !== "exact") return null;
  const { key: wanted } = named.match;
  const total = totals.find(({ key }) => key === wanted);
  return total === undefined ? null : { total: total.key, taken: named.taken };
}

/** The indicators that a total or a family gathers, and how many words name it. */
export type Group = { readonly slugs: readonly string[]; readonly taken: number };

/**
 * The indicators of the total or family that begins `tokens` by its whole name, and how many words it takes;
 * null when none does. None is listed for all emissions, too many to choose from.
 */
export function leadingGroup(tokens: readonly string[], plan: Plan): Group | null {
  const named = leadingTotal(tokens);
  if (named !== null) {
    const members = named.total === "ges" ? [] : indicatorsOf(named.total, plan);
    return { slugs: members.map(({ slug }) => slug), taken: named.taken };
  }
  const family = wholeName(tokens, families);
  if (family?.match.kind !== "exact") return null;
  const travels = plan.indicators.filter(({ family }) => family === "travel");
  return { slugs: travels.map(({ slug }) => slug), taken: family.taken };
}
