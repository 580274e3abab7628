import { longestName, matchName, type NamedCandidate } from "../domain/name-match.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { indexOf } from "../domain/plan-index.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import { type Group, leadingGroup } from "./total-argument.ts";
import { afterWords, wordsOf } from "./words.ts";

const candidateLists = new WeakMap<Plan, readonly NamedCandidate[]>();

/** Each indicator's names: its slug, its labels in every language, its aliases. */
export function candidatesOf(plan: Plan): readonly NamedCandidate[] {
  const known = candidateLists.get(plan);
  if (known !== undefined) return known;
  const list = plan.indicators.map(({ slug, label, aliases }) => {
    return { key: slug, names: [slug, label.fr, label.en, ...aliases] };
  });
  candidateLists.set(plan, list);
  return list;
}

/**
 * The indicator that begins `words`, and what follows it. An unambiguous beginning is enough; a near miss is
 * offered. The whole name of a total or of a family ("waste") is never taken for the beginning of one indicator's.
 */
export function takeIndicator(
  plan: Plan,
  words: string,
): Result<{ indicator: Indicator; rest: string }, "unknown_indicator" | "ambiguous_indicator"> {
  const tokens = wordsOf(words);
  const { match, taken } = namedIn(plan, tokens);
  const typed = tokens.slice(0, Math.max(taken, 1)).join(" ");
  switch (match.kind) {
    case "exact":
    case "prefix": {
      const indicator = indexOf(plan).indicators.get(match.key);
      if (indicator === undefined)
        throw new Error(`The name list holds "${match.key}", which the plan does not.`);
      return ok({ indicator, rest: afterWords(words, taken) });
    }
    case "ambiguous":
      return refuse("ambiguous_indicator", { typed, candidates: match.keys });
    case "near":
      return refuse("unknown_indicator", { typed, suggestions: match.keys });
    case "none":
      return refuse("unknown_indicator", { typed, suggestions: [] });
  }
}

/** The name that begins the words; a group named whole beats one indicator's beginning, and a shorter name. */
function namedIn(plan: Plan, tokens: readonly string[]): ReturnType<typeof longestName> {
  const named = longestName(tokens, candidatesOf(plan));
  const group = leadingGroup(tokens, plan);
  if (group === null) return named;
  if (named.match.kind === "none") return ofGroup(group);
  const isIndicator = named.match.kind === "exact" ? named.taken >= group.taken : named.taken > group.taken;
  return isIndicator ? named : ofGroup(group);
}

function ofGroup({ slugs, taken }: Group): ReturnType<typeof longestName> {
  return { match: slugs.length === 0 ? { kind: "none" } : { kind: "ambiguous", keys: slugs }, taken };
}

/** The indicator of that exact slug or name, for files: no beginnings, no near misses taken. */
export function indicatorNamed(
  plan: Plan,
  name: string,
): Result<Indicator, "unknown_indicator" | "ambiguous_indicator"> {
  const match = matchName(name, candidatesOf(plan));
  const indicator = match.kind === "exact" ? indexOf(plan).indicators.get(match.key) : undefined;
  if (indicator !== undefined) return ok(indicator);
  const suggestions = match.kind === "near" || match.kind === "ambiguous" ? match.keys : [];
  return refuse("unknown_indicator", { typed: name, suggestions });
}
