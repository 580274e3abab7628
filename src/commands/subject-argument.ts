import { longestName, type NamedCandidate } from "../domain/name-match.ts";
import type { Action, Plan } from "../domain/plan.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import { type Subject, subjectNamed } from "../domain/subject.ts";
import { candidatesOf } from "./indicator-argument.ts";
import { totals } from "./total-argument.ts";
import { afterWords, wordsOf } from "./words.ts";

/** What a line is about: a subject, or an action of the plan. */
export type Chosen =
  | { readonly kind: "subject"; readonly subject: Subject }
  | { readonly kind: "action"; readonly action: Action };

export type SubjectCode = "unknown_indicator" | "ambiguous_indicator" | "not_found";

function actionNames({ actions }: Plan): NamedCandidate[] {
  return actions.map(({ code }) => ({
    key: code,
    names: [code, code.replace(".", ""), code.replace(".", " ")],
  }));
}

/** The subject or, where `withActions`, the action that begins `words`, and what follows it. */
export function takeSubject(
  plan: Plan,
  words: string,
  { withActions }: { readonly withActions: boolean },
): Result<{ readonly chosen: Chosen; readonly rest: string }, SubjectCode> {
  const tokens = wordsOf(words);
  const candidates = [...totals, ...(withActions ? actionNames(plan) : []), ...candidatesOf(plan)];
  const { match, taken } = longestName(tokens, candidates);
  const typed = tokens.slice(0, Math.max(taken, 1)).join(" ");
  if (match.kind === "exact" || match.kind === "prefix") {
    return ok({ chosen: chosenOf(match.key, plan), rest: afterWords(words, taken) });
  }
  if (match.kind === "ambiguous") return refuse("ambiguous_indicator", { typed, candidates: match.keys });
  if (withActions && /^\p{L}{1,3}\.\d{1,2}$/u.test(typed))
    return refuse("not_found", { what: "action", typed });
  return refuse("unknown_indicator", { typed, suggestions: match.kind === "near" ? match.keys : [] });
}

function chosenOf(key: string, plan: Plan): Chosen {
  const action = plan.actions.find(({ code }) => code === key);
  if (action !== undefined) return { kind: "action", action };
  const subject = subjectNamed(key, plan);
  if (subject === null) throw new Error(`The name list holds "${key}", which the plan does not.`);
  return { kind: "subject", subject };
}
