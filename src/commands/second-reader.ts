import type { Measure } from "../domain/questions/query.ts";

/** All that a language model is told: never a figure, a note, an address or a name. */
export type ModelQuestion = {
  /** The question, without what may say who somebody is. */
  readonly text: string;
  /** What can be asked for, and how the plan calls it. */
  readonly measures: readonly { readonly measure: Measure; readonly label: string }[];
  /** The quarter under way: "2026-T4". */
  readonly today: string;
  /** The year that changes are counted from. */
  readonly referenceYear: number;
};

/** Reads a question that the rules could not: what it gives back is checked as if anybody had sent it. Null when it has nothing in time. */
export type SecondReader = (question: ModelQuestion) => Promise<unknown>;
