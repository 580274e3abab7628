import { dirname, resolve } from "node:path";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Plan } from "../domain/plan.ts";
import { checkPlan } from "../domain/plan-check.ts";
import { planProblem } from "../domain/plan-problem.ts";
import { problemsOf } from "./plan-issues.ts";
import { planFromJson } from "./plan-json.ts";
import { type PlanFileContent, planFileSchema } from "./plan-schema.ts";
import { type PlanError, type PlanSource, planSource } from "./plan-source.ts";
import { syntaxErrors, wholeFile } from "./plan-syntax.ts";
import { readTextFile } from "./text-file.ts";

/** Some fifty times the shipped plan. */
const limitBytes = 1_048_576;

/**
 * A plan file as read. `factorsPath` is the emission-factor file it names, resolved from its own folder,
 * null when it names none; `source` places further problems, such as those of checkPlan with factor ids.
 */
export type PlanFile =
  | {
      readonly ok: true;
      readonly plan: Plan;
      readonly factorsPath: string | null;
      readonly source: PlanSource;
    }
  | { readonly ok: false; readonly errors: readonly PlanError[] };

/** The document's values, every scalar a text or null; throws on aliases that multiply without end. */
function checkShape(
  document: Document,
  source: PlanSource,
): { content: PlanFileContent } | { errors: PlanError[] } {
  let values: unknown;
  try {
    values = document.toJS();
  } catch (error) {
    const data = { reason: "RESOURCE_EXHAUSTION", detail: String(error) };
    return { errors: [{ code: "broken_yaml", data, ...wholeFile }] };
  }
  const read = planFileSchema.safeParse(values);
  if (read.success) return { content: read.data };
  return { errors: source.place(problemsOf(read.error.issues, source.foundAt)) };
}

/** Reads the text of a plan file; `path` is where it comes from, for the files it names. */
export function parsePlan(text: string, path: string): PlanFile {
  const lines = new LineCounter();
  // Scalars stay texts, so that 2.50 is exact and "no" is a word; only an empty value is null.
  const document = parseDocument(text, {
    schema: "failsafe",
    customTags: ["null"],
    stringKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const broken = syntaxErrors(document, lines);
  if (broken.length > 0) return { ok: false, errors: broken };
  const source = planSource(text, document, lines);
  if (source.foundAt([])?.kind === "nothing") {
    return { ok: false, errors: source.place([planProblem([], "empty_file", {})]) };
  }
  const shape = checkShape(document, source);
  if ("errors" in shape) return { ok: false, errors: shape.errors };
  const plan = planFromJson(shape.content);
  const problems = checkPlan(plan, null);
  if (problems.length > 0) return { ok: false, errors: source.place(problems) };
  const { factors } = shape.content;
  return { ok: true, plan, source, factorsPath: factors === null ? null : resolve(dirname(path), factors) };
}

/**
 * Reads and checks a YAML plan file of at most 1 MiB. Every error has its line and column; factor ids
 * are not checked here but by checkPlan, once the factors are known.
 */
export async function readPlanFile(path: string): Promise<PlanFile> {
  const file = await readTextFile(path, limitBytes);
  if (!file.ok) return { ok: false, errors: [{ ...file.problem, ...wholeFile }] };
  return parsePlan(file.text, path);
}
