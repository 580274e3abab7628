import { matchName } from "../domain/name-match.ts";
import type { Plan, RosterPerson } from "../domain/plan.ts";

/** The person a line names, or the addresses it may have meant. */
export type PersonNamed =
  | { readonly found: RosterPerson }
  | { readonly found: null; readonly suggestions: readonly string[] };

/** The person of the plan that `words` name: by address, by what stands before its @, or by name. */
export function personNamed({ people }: Plan, words: string): PersonNamed {
  const typed = words.trim().replace(/^@/u, "");
  const candidates = people.map(({ email, name }) => ({
    key: email,
    names: [email, email.slice(0, email.indexOf("@")), name],
  }));
  const match = matchName(typed, candidates);
  const key = match.kind === "exact" || match.kind === "prefix" ? match.key : null;
  const found = people.find(({ email }) => email === key);
  if (found !== undefined) return { found };
  const suggestions = match.kind === "near" || match.kind === "ambiguous" ? match.keys : [];
  return { found: null, suggestions };
}
