import type { z } from "zod";
import { nearest } from "../domain/nearest.ts";
import {
  type Expected,
  expectations,
  type Found,
  type PlanPath,
  type PlanProblem,
  planProblem,
} from "../domain/plan-problem.ts";

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { code: Code }>;

/** What the file has at a path; null when the key is not there. */
type FoundAt = (path: PlanPath) => Found | null;

/** What a failed check of plan-schema.ts says it expected. */
type Check = { readonly expected: Expected; readonly from: number | null; readonly to: number | null };

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function checkOf(issue: Issue | undefined): Check {
  const params = new Map<string, unknown>(issue?.code === "custom" ? Object.entries(issue.params ?? {}) : []);
  const expected = expectations.find((name) => name === params.get("expected")) ?? "text";
  return { expected, from: numberOrNull(params.get("from")), to: numberOrNull(params.get("to")) };
}

/** The shapes that the schema reader names itself. */
const shapes: ReadonlyMap<string, Expected> = new Map([
  ["object", "mapping"],
  ["record", "mapping"],
  ["array", "list"],
]);

function shape(expected: Expected): Check {
  return { expected, from: null, to: null };
}

function wrongValue(path: PlanPath, check: Check, foundAt: FoundAt): PlanProblem {
  const found = foundAt(path);
  if (found !== null) return planProblem(path, "wrong_value", { ...check, found });
  return planProblem(path.slice(0, -1), "missing_key", { key: String(path.at(-1) ?? "") });
}

function notInList(path: PlanPath, values: readonly unknown[], foundAt: FoundAt): PlanProblem {
  const found = foundAt(path);
  if (found?.kind !== "text") return wrongValue(path, shape("text"), foundAt);
  const allowed = values.map(String);
  const near = nearest(found.text, allowed);
  return planProblem(path, "not_in_list", { typed: found.text, nearest: near, allowed });
}

function unknownKeys(path: PlanPath, { keys, message }: IssueOf<"unrecognized_keys">): PlanProblem[] {
  const known = message.split(" ");
  return keys.map((key) =>
    planProblem([...path, key], "unknown_key", { key, nearest: nearest(key, known), known }),
  );
}

function wrongKey(path: PlanPath, { issues }: IssueOf<"invalid_key">): PlanProblem {
  const { expected } = checkOf(issues[0]);
  return planProblem(path, "wrong_key", { key: String(path.at(-1) ?? ""), expected });
}

/** A factor is an id or a series by year: reads the branch that the file has there. */
function unionProblems(path: PlanPath, issue: IssueOf<"invalid_union">, foundAt: FoundAt): PlanProblem[] {
  const kind = foundAt(path)?.kind;
  if (kind !== "mapping" && kind !== "text") return [wrongValue(path, shape("factor"), foundAt)];
  const branch = issue.errors[kind === "mapping" ? 1 : 0] ?? [];
  return branch.flatMap((inner) => problemsOfIssue(inner, [...path, ...planPath(inner.path)], foundAt));
}

function planPath(path: readonly PropertyKey[]): PlanPath {
  return path.map((key) => (typeof key === "number" ? key : String(key)));
}

function problemsOfIssue(issue: Issue, path: PlanPath, foundAt: FoundAt): PlanProblem[] {
  switch (issue.code) {
    case "invalid_type":
      return [wrongValue(path, shape(shapes.get(issue.expected) ?? "text"), foundAt)];
    case "unrecognized_keys":
      return unknownKeys(path, issue);
    case "invalid_value":
      return [notInList(path, issue.values, foundAt)];
    case "invalid_union":
      return unionProblems(path, issue, foundAt);
    case "invalid_key":
      return [wrongKey(path, issue)];
    case "too_small":
      return [wrongValue(path, shape("non-empty-list"), foundAt)];
    default:
      return [wrongValue(path, checkOf(issue), foundAt)];
  }
}

/** A misspelt key is not missing as well. */
function isMisspelt({ code, path, data }: PlanProblem, others: readonly PlanProblem[]): boolean {
  return (
    code === "missing_key" &&
    others.some(
      (other) =>
        other.code === "unknown_key" &&
        other.data.nearest === data.key &&
        other.path.slice(0, -1).join("\n") === path.join("\n"),
    )
  );
}

/** What the schema found wrong, in Cairn's own codes; `foundAt` tells what the file has at a path. */
export function problemsOf(issues: readonly Issue[], foundAt: FoundAt): PlanProblem[] {
  const problems = issues.flatMap((issue) => problemsOfIssue(issue, planPath(issue.path), foundAt));
  return problems.filter((problem) => !isMisspelt(problem, problems));
}
