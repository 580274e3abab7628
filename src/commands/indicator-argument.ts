import { longestName, matchName, type NamedCandidate } from "../domain/name-match.ts";
import type { Indicator, Plan } from "../domain/plan.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
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

/** The indicator that begins `words`, and what follows it. An unambiguous beginning is enough; a near miss is offered. */
export function takeIndicator(
  plan: Plan,
  words: string,
): Result<{ indicator: Indicator; rest: string }, "unknown_indicator" | "ambiguous_indicator"> {
  const tokens = wordsOf(words);
  const { match, taken } = longestName(tokens, candidatesOf(plan));
  const typed = tokens.slice(0, Math.max(taken, 1)).join(" ");
  switch (match.kind) {
    case "exact":
    case "prefix": {
      const indicator = plan.indicators.find(({ slug }) => slug === match.key);
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

/** The indicator of that exact slug or name, for files: no beginnings, no near misses taken. */
export function indicatorNamed(
  plan: Plan,
  name: string,
): Result<Indicator, "unknown_indicator" | "ambiguous_indicator"> {
  const match = matchName(name, candidatesOf(plan));
  const indicator =
    match.kind === "exact" ? plan.indicators.find(({ slug }) => slug === match.key) : undefined;
  if (indicator !== undefined) return ok(indicator);
  const suggestions = match.kind === "near" || match.kind === "ambiguous" ? match.keys : [];
  return refuse("unknown_indicator", { typed: name, suggestions });
}
