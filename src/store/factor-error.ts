import type { FactorProblem } from "../domain/factor-problem.ts";

/** An error of a factor file with its line, from 1, and the name of its column; null when it is about the whole line. */
export type FactorError = FactorProblem & { readonly line: number; readonly column: string | null };
