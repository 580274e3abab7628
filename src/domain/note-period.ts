import { leadingPeriods, type TypedAt } from "./period-text.ts";
import { periodWords, withoutLinks } from "./period-words.ts";

/** A quarter typed as a letter and a figure, alone or with more after a sign: "T2", "T1-T3", "q2/26". */
const symbolQuarter = /^[tq][1-4](?![\p{L}\p{N}])/iu;

/**
 * The first period among the words of a note, as typed; null when they name none. A year counts only at the
 * end ("facture 2025"), where a period is written; elsewhere it is part of the note ("2025 feuilles").
 */
export function periodInNote(words: readonly string[], at: TypedAt): string | null {
  for (let start = 0; start < words.length; start++) {
    const taken = periodLength(words.slice(start), at);
    if (taken > 0) return withoutMarks(words.slice(start, start + taken).join(" "));
  }
  return null;
}

/** How many of the first words are a period that counts; 0 when none. */
function periodLength(words: readonly string[], at: TypedAt): number {
  const [first = ""] = words;
  if (withoutLinks(periodWords(first)).length === 0) return 0;
  const longest = leadingPeriods(words, at).find(
    ({ kind, taken }) => kind !== "year" || words.slice(taken).every(isMark),
  );
  return longest?.taken ?? (symbolQuarter.test(withoutMarks(first)) ? 1 : 0);
}

function isMark(word: string): boolean {
  return periodWords(word).join("") === "";
}

/** Without the brackets, quotes and stops around. */
function withoutMarks(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
