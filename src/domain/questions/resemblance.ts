import type { HumanQuestion } from "../human-question.ts";
import { isOneEditAway } from "../name-match.ts";
import { stemsOf } from "./words.ts";

/** Words that most questions have, and that make none resemble another. */
const idle: ReadonlySet<string> = new Set(
  [
    "le la les l un une des de du d au aux ce cet cette ces et ou en y a as ai est sont ont on nous vous je tu il elle",
    "que qu qui quoi quel quelle quels quelles quand comment pourquoi combien ou est-ce se s n ne pas plus par pour",
    "dans sur avec sans nos notre votre mes mon ma faut peut peut-on doit avons",
    "the an of to in on at for is are do does did we you i it this that what which who when how why and or with our",
    "can should have has be",
  ].flatMap((words) => stemsOf(words)),
);

/** A letter may be wrong in a word of that many. */
const forgivingFrom = 5;

/** The least that two questions have in common to be offered one for the other, and a search for a result. */
const alike = 0.5;

function telling(text: string): string[] {
  return [...new Set(stemsOf(text))].filter((stem) => !idle.has(stem));
}

function isSame(one: string, other: string): boolean {
  const isLong = one.length >= forgivingFrom && other.length >= forgivingFrom;
  return one === other || (isLong && isOneEditAway(one, other));
}

function inCommon(words: readonly string[], others: readonly string[]): number {
  return words.filter((word) => others.some((other) => isSame(word, other))).length;
}

/**
 * How much two questions have in common, from 0 to 1: twice the words that tell something and stand in both, over
 * the words of each (Dice 1945). Case, accents, plurals and a slip in a long word do not count.
 */
export function resemblance(one: string, other: string): number {
  const [words, others] = [telling(one), telling(other)];
  const all = words.length + others.length;
  if (all === 0) return stemsOf(one).join(" ") === stemsOf(other).join(" ") ? 1 : 0;
  return (inCommon(words, others) + inCommon(others, words)) / all;
}

type Scored = { readonly question: HumanQuestion; readonly score: number };

/** The best first; of equals, the newest answer. */
function ranked(scored: readonly Scored[]): HumanQuestion[] {
  const answeredAt = ({ question }: Scored) => question.answer?.at ?? "";
  return scored
    .filter(({ score }) => score >= alike)
    .toSorted((one, other) => other.score - one.score || (answeredAt(one) < answeredAt(other) ? 1 : -1))
    .map(({ question }) => question);
}

function answeredOnly(questions: readonly HumanQuestion[]): HumanQuestion[] {
  return questions.filter(({ state }) => state === "answered");
}

/** The answered questions that resemble `text`, the nearest first, at most `most`. */
export function resembling(text: string, questions: readonly HumanQuestion[], most: number): HumanQuestion[] {
  return ranked(
    answeredOnly(questions).map((question) => ({ question, score: resemblance(text, question.text) })),
  ).slice(0, most);
}

/**
 * The answered questions in which at least half of the words searched stand, in the question or in its answer, the
 * fullest first; all of them, the newest first, without words that tell something.
 */
export function searchAnswered(words: string, questions: readonly HumanQuestion[]): HumanQuestion[] {
  const wanted = telling(words);
  return ranked(
    answeredOnly(questions).map((question) => {
      const found = telling(`${question.text} ${question.answer?.text ?? ""}`);
      return { question, score: wanted.length === 0 ? 1 : inCommon(wanted, found) / wanted.length };
    }),
  );
}
