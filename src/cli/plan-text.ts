import type { JsonObject } from "../commands/json.ts";
import type { PlanChange } from "../domain/plan-diff.ts";
import { problemSentence } from "../messages/file-problem-sentences.ts";
import type { Messages } from "../messages/messages.ts";
import type { PlanDifference, PlanReading } from "../store/apply-plan.ts";
import type { FactorError } from "../store/factor-error.ts";
import type { PlanError } from "../store/plan-source.ts";

/** Everything wrong with a plan file or its factor file. */
export type FailedReading = Extract<PlanReading, { ok: false }>;

function planErrorLine({ fileProblems }: Messages, error: PlanError): string {
  const { place, planProblems } = fileProblems;
  const where = error.path === "" ? "" : ` (${error.path})`;
  const related = error.relatedLine === null ? "" : ` [${place(error.relatedLine, null)}]`;
  return `${place(error.line, error.column)}${where} : ${problemSentence(planProblems, error)}${related}`;
}

function factorErrorLine({ fileProblems }: Messages, error: FactorError): string {
  const { place, factorProblems } = fileProblems;
  return `${place(error.line, error.column)} : ${problemSentence(factorProblems, error)}`;
}

/** What is wrong, one line a problem, under the name of the file. */
export function planReadingText(reading: FailedReading, messages: Messages): string {
  const lines =
    "errors" in reading
      ? reading.errors.map((error) => planErrorLine(messages, error))
      : reading.factorErrors.map((error) => factorErrorLine(messages, error));
  return [`${reading.file} :`, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** The same as JSON. */
export function planReadingJson(reading: FailedReading, messages: Messages): JsonObject[] {
  if ("errors" in reading) {
    return reading.errors.map((error) => ({
      line: error.line,
      column: error.column,
      path: error.path,
      code: error.code,
      message: problemSentence(messages.fileProblems.planProblems, error),
    }));
  }
  return reading.factorErrors.map((error) => ({
    line: error.line,
    column: error.column,
    path: "",
    code: error.code,
    message: problemSentence(messages.fileProblems.factorProblems, error),
  }));
}

const signs = { added: "+", removed: "-", changed: "~" } as const;

function changeLine({ kind, path, before, after }: PlanChange): string {
  const value =
    kind === "changed" ? `${plain(before)} → ${plain(after)}` : plain(kind === "added" ? after : before);
  return `${signs[kind]} ${path.join(" › ")} : ${value}`;
}

/** A value on one line: whole items are named by their path, so only their size matters. */
function plain(value: PlanChange["after"]): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** The difference a plan makes, one line a change. */
export function differenceText(
  { changes, factorsAdded, factorsChanged }: PlanDifference,
  messages: Messages,
): string {
  const { planFile } = messages;
  if (changes.length === 0 && factorsAdded + factorsChanged === 0) return planFile.unchanged;
  return [...changes.map(changeLine), planFile.factors(factorsAdded, factorsChanged)].join("\n");
}
