import { matchName, type NamedCandidate } from "../domain/name-match.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import type { Verb } from "./request.ts";

const candidateLists = new WeakMap<readonly Verb[], readonly NamedCandidate[]>();

/** Each verb's names, in both languages. */
function candidatesOf(verbs: readonly Verb[]): readonly NamedCandidate[] {
  const list =
    candidateLists.get(verbs) ?? verbs.map(({ name, aliases }) => ({ key: name, names: [name, ...aliases] }));
  candidateLists.set(verbs, list);
  return list;
}

/** The verb of that name, whole or begun, in either language; near and ambiguous ones are offered, not run. */
export function findVerb(verbs: readonly Verb[], typed: string): Result<Verb, "unknown_command"> {
  const match = matchName(typed, candidatesOf(verbs));
  if (match.kind === "exact" || match.kind === "prefix") {
    const verb = verbs.find(({ name }) => name === match.key);
    if (verb !== undefined) return ok(verb);
  }
  const suggestions = match.kind === "near" || match.kind === "ambiguous" ? match.keys : [];
  return refuse("unknown_command", { typed, suggestions });
}
