import type { Lexicon, Meaning, Phrase } from "./lexicon.ts";
import { isPlainWord, type Signal } from "./vocabulary.ts";
import { singular, stemOf } from "./words.ts";

/** What the words of a text mean. */
export type Annotated = {
  readonly mentions: Meaning[];
  readonly signals: Set<Signal>;
  readonly strange: string[];
  joins: boolean;
};

const joints: ReadonlySet<string> = new Set(["et", "and", "+", "&", "ou", "or", "ni", "plus", "ainsi"]);

/** Whether a word is the name it has the stem of, but for its plural: "traîne" is no "train". */
function isForm({ forms }: { readonly forms: ReadonlySet<string> | null }, word: string): boolean {
  return forms === null || forms.has(singular(word));
}

/** Articles, and the auxiliary that questions put between a noun and its participle: "ressources avons-nous publiées". */
const links: ReadonlySet<string> = new Set(
  "de d du des la le l les en il elle ils elles avons nous a t on ont ete est sont se s avez vous have we did been were was has"
    .split(" ")
    .map(stemOf),
);

/** How many words a phrase takes from there; zero where it is not what they say. A name may be said with other articles, or cut by an auxiliary. */
export function taken({ stems, names }: Phrase, said: readonly string[], from: number): number {
  let at = from;
  for (const stem of stems) {
    while (names.length > 0 && at > from && said[at] !== stem && links.has(said[at] ?? "")) at += 1;
    if (said[at] === stem) at += 1;
    else if (names.length === 0 || !links.has(stem)) return 0;
  }
  return at - from;
}

/** Says of each word what it means, the longest phrases first. */
export function annotate(words: readonly string[], { phrases }: Lexicon): Annotated {
  const stems = words.map(stemOf);
  const result: Annotated = { mentions: [], signals: new Set(), strange: [], joins: false };
  let isJoint = false;
  for (let at = 0; at < stems.length; ) {
    const stem = stems[at] ?? "";
    const phrase = phrases
      .get(stem)
      ?.find((each) => taken(each, stems, at) > 0 && isForm(each, words[at] ?? ""));
    if (phrase === undefined) {
      isJoint ||= result.mentions.length > 0 && joints.has(words[at] ?? "");
      if (!isPlainWord(words[at] ?? "", stem) && stem !== "") result.strange.push(words[at] ?? "");
      at += 1;
      continue;
    }
    for (const signal of phrase.signals) result.signals.add(signal);
    if (phrase.names.length > 0 || phrase.within.length > 0) {
      result.joins ||= isJoint && phrase.names.length > 0;
      result.mentions.push(phrase);
    }
    at += taken(phrase, stems, at);
  }
  return result;
}
