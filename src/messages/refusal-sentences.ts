import type { ErrorCode, Refusal, RefusalData } from "../domain/refusal.ts";

/** What a refusal says: what happened, and what to do next. */
export type Sentence = { readonly message: string; readonly hint: string };

/** One sentence for each code of the closed list. */
export type RefusalSentences = { readonly [Code in ErrorCode]: (data: RefusalData[Code]) => Sentence };

/** The sentence of a refusal in the language of `sentences`. */
export function sentenceOf<Code extends ErrorCode>(
  sentences: RefusalSentences,
  refusal: Refusal<Code>,
): Sentence {
  const say: (data: RefusalData[Code]) => Sentence = sentences[refusal.code];
  return say(refusal.data);
}

const longestQuote = 60;

/** What somebody typed, short enough to be repeated in a sentence. */
export function shortened(typed: string): string {
  const letters = [...typed];
  return letters.length <= longestQuote ? typed : `${letters.slice(0, longestQuote - 1).join("")}…`;
}
