import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import type { Plan } from "../../src/domain/plan.ts";
import { quarterOf } from "../../src/domain/quarter.ts";
import { lexiconOf } from "../../src/domain/questions/lexicon.ts";
import type { ReadingInput } from "../../src/domain/questions/parse.ts";
import type { Query } from "../../src/domain/questions/query.ts";
import { nothingKnown, readPlan } from "../../src/store/apply-plan.ts";
import { shippedPlan } from "./cairn.ts";

/** A question, the day it is asked, and the query it means. */
export type QuestionCase = Query & { readonly text: string; readonly at: string };

type CaseFile =
  | "sample"
  | "own"
  | "held-out"
  | "held-out-2"
  | `blind-${3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21}`;

/** The cases of a file of tests/fixtures/questions. */
export function questionCases(name: CaseFile): QuestionCase[] {
  const file = fileURLToPath(new URL(`../fixtures/questions/${name}.jsonl`, import.meta.url));
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): QuestionCase => JSON.parse(line));
}

/** The plan that Cairn comes with. */
export async function planShipped(): Promise<Plan> {
  const reading = await readPlan(shippedPlan, nothingKnown);
  if (!reading.ok) throw new Error("The shipped plan is broken.");
  return reading.value.plan;
}

/** What reading needs: the words of a plan, on a day. */
export function readerOf(plan: Plan): (day: string) => ReadingInput {
  const lexicon = lexiconOf(plan);
  return (day) => {
    const { year, month } = Temporal.PlainDate.from(day);
    const current = quarterOf(Temporal.PlainDate.from({ year, month, day: 1 }));
    const first = plan.collectFrom ?? (`${plan.referenceYear}-T1` as const);
    return { lexicon, calendar: { current, month, referenceYear: plan.referenceYear, first } };
  };
}
