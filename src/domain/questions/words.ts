import { fold } from "../name-match.ts";

/** A word of a question: as typed, folded (no case, no accent), and its stem, by which words are compared. */
export type Word = { readonly typed: string; readonly folded: string; readonly stem: string };

/** Plurals too short for the rule of stems, and spellings that mean the same. */
const equivalents: Readonly<Record<string, string>> = {
  ans: "an",
  eaux: "eau",
  kms: "km",
  pcs: "pc",
  electrique: "electricite",
  electriques: "electricite",
  electric: "electricite",
  reduction: "reduire",
  reductions: "reduire",
  co2e: "co2",
  co2eq: "co2",
  kgco2e: "co2",
  kgco2: "co2",
  tco2e: "co2",
  tco2: "co2",
  emis: "emettre",
  emise: "emettre",
  emises: "emettre",
  emet: "emettre",
  emets: "emettre",
  emettons: "emettre",
  emettent: "emettre",
  emitted: "emettre",
  emit: "emettre",
  emits: "emettre",
  pers: "personne",
  qte: "quantite",
  qtte: "quantite",
  qty: "quantity",
  nbr: "nombre",
};

/** Words that a stem would confuse with others. */
const unstemmed: ReadonlySet<string> = new Set([
  "emettre",
  "whats",
  "less",
  "trainee",
  "trainees",
  "plane",
  "trier",
  "triee",
  "triees",
  "planes",
  "mois",
  "moins",
  "repas",
  "temps",
  "conseil",
  "prix",
  "pays",
  ..."fille filles gens toner toners server servers shower showers charger chargers poster posters".split(
    " ",
  ),
  ..."officer officers buyer buyers leader leaders mercier livre livres".split(" "),
]);

/**
 * The form by which a folded word is compared with the vocabulary: without the ending of a plural, a feminine,
 * a participle or an infinitive of the first group. Not a dictionary form: it only has to be the same on both sides.
 */
export function stemOf(folded: string): string {
  const word = equivalents[folded] ?? folded;
  if (word.length < 4 || unstemmed.has(word)) return word;
  const one = word.replace(/[sx]$/, "");
  if (one.length <= 4) return one;
  const stem = one.replace(/e+$/, "").replace(/er$/, "").replace(/e+$/, "");
  return stem.length >= 3 ? stem : word;
}

/** A folded word without the ending of its plural. */
export function singular(folded: string): string {
  const word = equivalents[folded] ?? folded;
  return word.length < 4 || unstemmed.has(word) ? word : word.replace(/[sx]$/, "");
}

/** The letters that an apostrophe may follow; elsewhere ("aujourd'hui") it joins. */
const elided = /\b(l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)['’‘ʼ`´](?=\p{L})/giu;

/** Punctuation that separates words; dots and hyphens inside codes and compounds are seen to apart. */
const separators = /[^\p{L}\p{N}%.&+]+/gu;

function spaced(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(elided, "$1 ")
    .replace(/k\s?€/giu, " keur ")
    .replace(/€/gu, " euro ")
    .replace(/(?<=\d)\s+\/\s+(?=[tqs]?\d)/giu, " vs ")
    .replace(/\b(20\d\d)[-\s/]+([tqsh][1-4])\b/giu, "$2 $1")
    .replace(
      /\b(?:(20\d\d)\s*[-–—]\s*(?=20\d\d\b|[tqs][1-4]\b)|([tqs][1-4])\s*[-–—]\s*(?=[tqs][1-4]\b))/giu,
      "$1$2 a ",
    )
    .replace(/\bn\s?[-–—]\s?([1-9])\b/giu, " nmoins$1 ")
    .replace(/\bCO\s?2/giu, "co2")
    .replace(/\bkg\s+co2/giu, "kgco2")
    .replace(/\b(a[ie])[\s.-]?(\d)\b/giu, " $1.$2 ")
    .replace(/(\d)\s*%/gu, "$1 % ")
    .replace(/(?<!\d)\.|\.(?!\d)/gu, (dot, at: number, all: string) =>
      /\ba[ie]$/iu.test(all.slice(Math.max(0, at - 3), at)) ? dot : " ",
    )
    .replace(separators, " ");
}

/** The words of a text, in order. A code such as "AI.3" is one word; "T3-2025" and "l'eau" are two. */
export function wordsOfQuestion(text: string): Word[] {
  return spaced(text)
    .split(" ")
    .filter((typed) => typed !== "")
    .map((typed) => {
      const folded = fold(typed);
      return { typed, folded, stem: stemOf(folded) };
    })
    .filter(({ folded }) => folded !== "");
}

/** The stems of a phrase, in order. */
export function stemsOf(text: string): string[] {
  return wordsOfQuestion(text).map(({ stem }) => stem);
}
