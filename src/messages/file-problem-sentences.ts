import type { FactorProblemData } from "../domain/factor-problem.ts";
import type { FigureProblemData } from "../domain/figure-problem.ts";
import type { PlanProblemData } from "../domain/plan-problem.ts";

type Sentences<Data> = { readonly [Code in keyof Data]: (data: Data[Code]) => string };

/** One sentence for each thing that can be wrong in a plan file. */
export type PlanProblemSentences = Sentences<PlanProblemData>;

/** One sentence for each thing that can be wrong in a file of emission factors. */
export type FactorProblemSentences = Sentences<FactorProblemData>;

/** One sentence for each thing that can be wrong in a file of figures, as a file. */
export type FigureProblemSentences = Sentences<FigureProblemData>;

/** A problem of a closed list: its code with its own facts. */
type Problem<Data> = { [Code in keyof Data]: { readonly code: Code; readonly data: Data[Code] } }[keyof Data];

/** The sentence of a problem. */
export function problemSentence<Data, Code extends keyof Data>(
  sentences: Sentences<Data>,
  problem: Problem<Data> & { readonly code: Code; readonly data: Data[Code] },
): string {
  return sentences[problem.code](problem.data);
}
