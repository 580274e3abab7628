import { fold } from "./name-match.ts";
import type { QuarterNumber } from "./quarter.ts";
import { remembering } from "./remembering.ts";

/** A civil year (1990 to 2100), or the number of years from the one under way. */
export type NamedYear = { readonly civil: number } | { readonly offset: number };

/** A period as people name it, before the calendar says which one it is. */
export type NamedPeriod =
  | { readonly kind: "quarter"; readonly number: QuarterNumber; readonly year: NamedYear | null }
  | { readonly kind: "relative-quarter"; readonly offset: number }
  | { readonly kind: "year"; readonly year: NamedYear };

/** "pour le premier trimestre de l annee 2026" is 8 words; nothing people type is longer than this. */
export const maxPeriodWords = 10;

const firstYear = 1990;
const lastYear = 2100;

/** What people call a quarter, and what follows its number ("1er", "3e", "2nd"), as patterns of folded text. */
export const quarterNoun = "(?:trimestre|trim|quarter|qtr)";
export const ordinalEnding = "(?:er|ere|ier|iere|e|eme|ieme|iem|nd|nde|d|st|rd|th|o|°)";
export const ordinalWords: ReadonlyMap<string, QuarterNumber> = new Map([
  ["premier", 1],
  ["first", 1],
  ["deuxieme", 2],
  ["second", 2],
  ["troisieme", 3],
  ["third", 3],
  ["quatrieme", 4],
  ["fourth", 4],
]);

const symbolQuarter = new RegExp(`^(?:[tq]|${quarterNoun}) ?([1-4])$`);
const ordinalQuarter = new RegExp(`^([1-4]) ?${ordinalEnding}? ${quarterNoun}$`);
const wordQuarter = new RegExp(`^(\\w+) ${quarterNoun}$`);
const numberFirst = /^([1-4])[tq]$/;
const lastOfYear = new RegExp(`^(?:dernier|last) ${quarterNoun}$`);

const links = new Set(
  "a au aux du de des d le la les l pour en sur dans pendant durant in for of on during the".split(" "),
);
const yearNouns = new Set(["annee", "an", "year", "exercice"]);

const relativeQuarters = offsets({
  0: [
    "ce trimestre",
    "ce trimestre ci",
    "trimestre en cours",
    "trimestre actuel",
    "this quarter",
    "current quarter",
  ],
  [-1]: [
    ...[
      "trimestre dernier",
      "dernier trimestre",
      "trimestre precedent",
      "precedent trimestre",
      "trimestre passe",
    ],
    ...["trimestre ecoule", "last quarter", "previous quarter", "past quarter"],
  ],
  [-2]: ["avant dernier trimestre"],
  1: ["trimestre prochain", "prochain trimestre", "trimestre suivant", "next quarter"],
});
const relativeYears = offsets({
  0: ["cette annee", "annee en cours", "annee courante", "this year", "current year"],
  [-1]: [
    ...["an dernier", "annee derniere", "derniere annee", "an passe", "annee passee", "annee precedente"],
    ...["last year", "previous year"],
  ],
  1: ["an prochain", "annee prochaine", "next year"],
});

/** `text` as its period words: folded, without punctuation, a year and a quarter typed as one set apart. */
export function periodWords(text: string): string[] {
  return fold(text)
    .replace(/[.,;:()[\]/]+/g, " ")
    .replace(/(?<!\w)(\d{4})([tq]\d)(?!\w)/g, "$1 $2")
    .replace(/(?<!\w)([tq]\d|\d[tq])(\d{4})(?!\w)/g, "$1 $2")
    .split(" ")
    .filter((word) => word !== "");
}

/** The words after the articles and prepositions that may lead to a period ("pour le", "in the"). */
export function withoutLinks(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !links.has(word));
  return start === -1 ? [] : words.slice(start);
}

const known = remembering<NamedPeriod | null>();

/** Longer than what names a period: not worth remembering. */
const longestKnown = 40;

/**
 * The period that `text` names, all of it; null when it is anything else. Remembered: one line is looked at from
 * several words on, by several readers, and people name few periods.
 */
export function periodNamed(text: string): NamedPeriod | null {
  const read = () => namedPeriod(periodWords(text));
  return text.length > longestKnown ? read() : known(text, read);
}

/** The period that these words name, all of them; null when they are anything else. */
function namedPeriod(words: readonly string[]): NamedPeriod | null {
  if (words.length > maxPeriodWords) return null;
  const core = withoutLinks(words);
  const offset = relativeQuarters.get(core.join(" "));
  if (offset !== undefined) return { kind: "relative-quarter", offset };
  const number = quarterNamed(core);
  if (number !== null) return { kind: "quarter", number, year: null };
  const year = yearNamed(core);
  return year === null ? datedQuarter(core) : { kind: "year", year };
}

/** A quarter and its year, in either order. */
function datedQuarter(words: readonly string[]): NamedPeriod | null {
  for (let cut = 1; cut < words.length; cut++) {
    const [left, right] = [words.slice(0, cut), withoutLinks(words.slice(cut))];
    const orders = [
      { number: quarterBesideYear(left) ?? quarterNumberFirst(left), year: yearNamed(right) },
      { number: quarterBesideYear(right), year: yearNamed(left) },
    ];
    for (const { number, year } of orders) {
      if (number !== null && year !== null) return { kind: "quarter", number, year };
    }
  }
  return null;
}

/** "2025", "l'année 2025", "last year". */
function yearNamed(words: readonly string[]): NamedYear | null {
  const core = withoutLinks(words);
  const offset = relativeYears.get(core.join(" "));
  if (offset !== undefined) return { offset };
  const [first = "", ...rest] = core;
  const written = yearNouns.has(first) ? withoutLinks(rest).join(" ") : core.join(" ");
  const civil = /^\d{4}$/.test(written) ? Number(written) : 0;
  return civil >= firstYear && civil <= lastYear ? { civil } : null;
}

/** "t1", "q 1", "trimestre 1", "1er trimestre", "premier trim", "first quarter". */
function quarterNamed(words: readonly string[]): QuarterNumber | null {
  const text = words.join(" ");
  const numbered = symbolQuarter.exec(text) ?? ordinalQuarter.exec(text);
  if (numbered) return quarterDigit(numbered[1]);
  return ordinalWords.get(wordQuarter.exec(text)?.[1] ?? "") ?? null;
}

/** A quarter whose year is said: "dernier trimestre 2025" is T4, though "dernier trimestre" is the last ended. */
function quarterBesideYear(words: readonly string[]): QuarterNumber | null {
  return lastOfYear.test(words.join(" ")) ? 4 : quarterNamed(words);
}

/** "3T", before its year only: after one it could be three tonnes. */
function quarterNumberFirst(words: readonly string[]): QuarterNumber | null {
  return quarterDigit(numberFirst.exec(words.join(" "))?.[1]);
}

function quarterDigit(digit: string | undefined): QuarterNumber | null {
  const numbers: readonly QuarterNumber[] = [1, 2, 3, 4];
  return numbers.find((number) => `${number}` === digit) ?? null;
}

function offsets(phrases: Readonly<Record<number, readonly string[]>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(phrases).flatMap(([offset, texts]) => texts.map((text) => [text, Number(offset)])),
  );
}
