import { type Lexicon, periodWords } from "./lexicon.ts";
import { isAsideWord } from "./occasions.ts";
import { notMisspelt } from "./real-words.ts";
import { repaired, singled } from "./repair.ts";
import { isPlainWord, plainLongWords, plainStems } from "./vocabulary.ts";
import { singular, stemOf, type Word } from "./words.ts";

/** A word that was misspelt, and what it was read as. */
export type Repair = { readonly typed: string; readonly meant: string };

/** What a typed word was taken for: more than one where an apostrophe lacked. */
export type Mended = { readonly words: readonly string[]; readonly repair: Repair | null };

const elidedStart = /^(?:l|d|qu|s|j|n|m)(?=[aeiouyh])/;

/** A word made known: as it is, without the apostrophe it lacks ("deau"), or without its slip of the keys. */
function mended(word: Word, { known, repairable, measureStems, meaningOf }: Lexicon): Mended {
  const { folded, stem, typed } = word;
  const whole = wholePeriodWord(word);
  if (whole !== null) return { words: [whole], repair: { typed, meant: whole } };
  // "Papié": the ending that is said alike.
  const inEr = `${folded}r`;
  const isEar = folded.endsWith("e") && measureStems.has(stem) && !notMisspelt.has(folded);
  if (isEar && repairable.includes(inEr) && !repairable.includes(folded))
    return { words: [inEr], repair: { typed, meant: inEr } };
  if (
    known.has(stem) ||
    isPlainWord(folded, stem) ||
    isAsideWord(folded) ||
    /^[\d%.]/.test(folded) ||
    periodLike.test(folded)
  )
    return { words: [folded], repair: null };
  const rest = folded.replace(elidedStart, "");
  if (rest !== folded && isElided(word, rest, { known, repairable, measureStems }))
    return { words: [folded.slice(0, folded.length - rest.length), rest], repair: null };
  const meant = repaired(folded, repairable, meaningOf) ?? plainBySingle.get(singled(folded)) ?? null;
  return meant === null ? { words: [folded], repair: null } : { words: [meant], repair: { typed, meant } };
}

/** The words that change nothing to a question, by how they are without doubled letters: "consomé". */
const plainBySingle = new Map(plainLongWords.map((word) => [singled(word), word]));

/** Whether a word lacks its apostrophe: "deau", "lobjectif", "soccupe". */
function isElided(
  { folded }: Word,
  rest: string,
  { known, repairable, measureStems }: Pick<Lexicon, "known" | "repairable" | "measureStems">,
): boolean {
  if (rest.length < 3 || notMisspelt.has(folded)) return false;
  const isMeasure = measureStems.has(stemOf(rest)) && /^(?:l|d|qu)/.test(folded);
  return (
    isMeasure ||
    (rest.length >= 5 &&
      repairable.includes(rest) &&
      known.has(stemOf(rest)) &&
      !plainStems.has(stemOf(rest)))
  );
}

/** Words that only the reading of periods knows. */
const periodLike =
  /^(?:[tqsh][1-4]|\d.*|janv?|fevr?|feb|mars|march|avr|april|apr|mai|may|juin|june|juil|july|jul|aout|aug|august|sept?|oct|nov|dec|janvier|january|fevrier|february|avril|juillet|septembre|september|octobre|october|novembre|november|decembre|december|trims?|tri|tr|quarters?|qtr|half|ytd|vs|versus|contre|than|rapport|reference|baseline|compar\w*|against|relative|base|zero|premiere?|deuxieme|troisieme|quatrieme|seconde?|first|second|third|fourth|derniere?s?|last|previous|past|prior|precedente?s?|passee?s?|ecoulee?s?|d|ago|before|avant|debut|start|beginning|origine|fin|autant|more|less|same|memes?|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|one|two|three|four|five|eight|ten|twelve|semestre|civile|courante?|semestres|trimestres?|toujours|ref)$/;

/** The words of periods, which patterns read letter by letter, by the stem that a cut-off one would share. */
const wholeByStem = new Map(
  [...periodWords, "moins", "mieux", "plus"]
    .reverse()
    .filter(
      (word) =>
        (word.length >= 5 || word === "plus") &&
        !/^(?:ecoule|compar|passe|cours|meme|annee|years?$)/u.test(word),
    )
    .map((word) => [stemOf(word), word]),
);

/** The word of a period that another of the same stem stands for: "depui", "dernie"; null for other words. */
function wholePeriodWord({ folded, stem }: Word): string | null {
  const isWhole =
    notMisspelt.has(folded) ||
    periodLike.test(folded) ||
    periodWords.includes(singular(folded)) ||
    periodWords.includes(folded);
  const whole = isWhole ? null : (wholeByStem.get(stem) ?? null);
  return whole === folded ? null : whole;
}

/** The words with the parts of a compound as one, where the plan writes it so: "bio-déchets". */
function compounded(words: readonly Word[], { phrases, measureStems }: Lexicon): readonly Word[] {
  const whole = (one: Word, two: Word | undefined): Word | null => {
    const [folded, typed] = [`${one.folded}${two?.folded ?? ""}`, `${one.typed}-${two?.typed ?? ""}`];
    const stem = stemOf(folded);
    const isWord = plainStems.has(one.stem) || phrases.get(one.stem)?.some(({ stems }) => stems.length === 1);
    const isWhole = two !== undefined && isWord !== true && measureStems.has(stem);
    return isWhole ? { typed, folded, stem } : null;
  };
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    if (before !== undefined && whole(before, word) !== null) return [];
    return [whole(word, words[at + 1]) ?? word];
  });
}

/** The words of a text, each made known as far as it can be. */
export function mendedWords(words: readonly Word[], lexicon: Lexicon): Mended[] {
  return compounded(words, lexicon).map((word) => mended(word, lexicon));
}
