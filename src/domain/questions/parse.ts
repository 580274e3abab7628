/*
 * How a question is read, in order, and the file of each stage:
 *  1. shorthand: what thumbs write, spelt out.
 *  2. asides (words in occasions, turns in stories): whole clauses that say nothing of the question, taken off; a place
 *     or a name stays, and so does what is measured, but where the question names it again.
 *  3. words, wrappers (stories): folded words and stems, without politeness, ways in and what is told on the way.
 *  4. mend (repair, sounds, real-words): misspelt words made known, and said.
 *  5. contrast: what is said not to be meant, taken off.
 *  6. everyday-amounts, everyday-questions, rewordings, general-names: everyday verbs and turns of phrase in other
 *     words; English titles in the plan's French.
 *  7. periods (period-spellings, -marks, -references, span-words, named-span): periods, and what they are held against.
 *  8. annotate (lexicon: plan-names, spoken-names, vocabulary): what each word left means.
 *  9. clues, then intent, measure and naming, query-period: the query.
 * 10. limits (another-thing, whose, about-figures), soundness, deeds: why its figure would not be the one asked for.
 * parse does 1 to 8, read the rest; follow-up changes one part of the last query. A doubt at any stage is "unknown".
 */
import { annotate, taken } from "./annotate.ts";
import { type ClauseSense, withoutAsides } from "./asides.ts";
import { cluesOf } from "./clues.ts";
import { type Meant, negating, withoutContrast } from "./contrast.ts";
import { everydayAmounts } from "./everyday-amounts.ts";
import { everydayQuestions } from "./everyday-questions.ts";
import { translations } from "./general-names.ts";
import type { Clues } from "./intent.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { type Mended, mendedWords, type Repair } from "./mend.ts";
import type { Calendar } from "./named-span.ts";
import { isAsideWord } from "./occasions.ts";
import { readPeriods } from "./periods.ts";
import { rewordings } from "./rewordings.ts";
import { spelled } from "./shorthand.ts";
import { isPlainWord, type Signal } from "./vocabulary.ts";
import { stemOf, type Word, wordsOfQuestion } from "./words.ts";
import { keptWords } from "./wrappers.ts";

export type { Repair } from "./mend.ts";

/** What reading depends on: the plan's words, and the day. */
export type ReadingInput = { readonly lexicon: Lexicon; readonly calendar: Calendar };

/** A question taken to pieces. */
export type Parsed = {
  readonly clues: Clues;
  readonly mentions: readonly Meaning[];
  readonly signals: ReadonlySet<Signal>;
  /** The stems of all the words but those of the periods. */
  readonly words: readonly string[];
  readonly repairs: readonly Repair[];
  /** Words nobody knows. */
  readonly strange: readonly string[];
  /** Two things that are measured are named side by side: "déchets et émissions". */
  readonly joins: boolean;
  /** What its words forbid to answer with a figure. */
  readonly limits: Limits;
  /** The question asks to do something. */
  readonly isOrder: boolean;
  /** It asks to do something, is too long, or names periods that do not go together. */
  readonly isClosed: boolean;
};

/** Longest question read, in characters. */
export const questionLimit = 500;

/** Numbers that go with a ranking ("top 5") or a family of waste ("5 flux"). */
function isHarmless(word: string, signals: ReadonlySet<Signal>): boolean {
  return (
    /^(?:\d{1,2}|deux|trois|quatre|cinq|dix|two|three|four|five|ten)$/.test(word) &&
    (signals.has("rank") || signals.has("stream"))
  );
}

/** Takes a question to pieces: its words repaired, what they mean, its periods. Never throws, whatever the text. */
export function parseQuestion(text: string, { lexicon, calendar }: ReadingInput): Parsed {
  const inFull = spelled(text.slice(0, questionLimit));
  const told = withoutAsides(
    inFull,
    (clause) => wordsOfQuestion(clause).map(({ folded }) => folded),
    (clause) => senseOf(clause, { lexicon, calendar }),
  );
  const typed = withoutWrappers(wordsOfQuestion(told));
  const words = mendedWords(typed, lexicon);
  const said = meant(words, lexicon);
  const folded = translated(said.words.join(" "));
  const whole = annotate(folded.split(" "), lexicon);
  const manner = { change: whole.signals.has("change"), difference: whole.signals.has("difference") };
  const periods = readPeriods(folded, calendar, manner);
  const { mentions, signals, strange, joins } = annotate(periods.rest.split(" "), lexicon);
  const isOrder = whole.signals.has("order") || signals.has("order");
  const clues = cluesOf(periods.rest, { mentions, signals, periods }, lexicon);
  return {
    clues,
    mentions,
    signals,
    words: periods.rest.split(" ").map(stemOf),
    joins,
    limits: limitsOf({ folded, typed: typed.map((word) => word.folded).join(" ") }, periods, (word) =>
      lexicon.measureStems.has(stemOf(word)),
    ),
    repairs: words.flatMap(({ repair }) => repair ?? []),
    strange: strange.filter(
      (word) => !isHarmless(word, signals) && !(/^(?:1|one)$/.test(word) && clues.perUnit),
    ),
    isOrder,
    isClosed: text.length > questionLimit || isOrder || periods.unclear || said.isPartial,
  };
}

/** Signals by which a clause takes part in the question. */
const asking: readonly Signal[] = [
  ...([
    "why",
    "made",
    "change",
    "factor",
    "path",
    "standing",
    "ratio",
    "percent",
    "missing",
    "deadline",
    "target",
  ] as const),
  ...([
    "reach",
    "status",
    "rank",
    "source",
    "post",
    "stream",
    "trend",
    "difference",
    "effect",
    "held",
  ] as const),
];

/** Turns in which a word that names a measure does not: "mettre à jour", "au conseil d'administration". */
const idioms =
  /(?<= )(?:(?:i|we) (?:close|submit|send|hand in|report) (?:the|my|our|this) (?:file|report|deck|slides?|presentation|newsletter)|(?:je|on|nous) (?:pars|part|parte|partions|partons)|(?:j |je |on |nous )?(?:envoi\w*|envoyer|envoyons|rend\w*|boucl\w*|presente\w*|publi\w*) (?:le|notre|mon) bilan|mont(?:e|ons|er)(?= (?:le|un|notre|mon|une|ce) (?:dossier|article|expose|rapport))|(?:mets|met|mettre|mettons|mise) a jour|tous les jours|(?:au|le|du|notre|mon) conseil(?: d administration)?|de temps|le temps|en meme temps)(?= )/u;

function withoutIdioms(words: readonly Word[]): readonly Word[] {
  const text = ` ${words.map(({ folded }) => folded).join(" ")} `;
  return idioms.test(text) ? wordsOfQuestion(text.replace(idioms, "")) : words;
}

/** What one clause of a question holds. */
function senseOf(clause: string, { lexicon, calendar }: ReadingInput): ClauseSense {
  const typed = withoutIdioms(wordsOfQuestion(clause));
  const words = mendedWords(typed, lexicon).flatMap((each) => each.words);
  const { mentions } = annotate(words, lexicon);
  const own = typed.map(({ folded }) => folded).filter((word) => !isAsideWord(word));
  const { signals } = annotate(own, lexicon);
  const { period, against } = readPeriods(words.join(" "), calendar, { change: false, difference: false });
  return {
    isDated: period !== null || against !== null,
    named: mentions.map(({ names }) => names).filter((names) => names.length > 0),
    asks: asking.some((signal) => signals.has(signal)),
    isPlain: (word) => isPlainWord(word, stemOf(word)),
  };
}

/** The words of a question without what they say is not meant. */
function meant(words: readonly Mended[], lexicon: Lexicon): Meant {
  const all = negating(words.flatMap((each) => each.words));
  const stems = all.map(stemOf);
  return withoutContrast(all, (at) => {
    const phrase = lexicon.phrases.get(stems[at] ?? "")?.find((each) => taken(each, stems, at) > 0);
    return {
      length: phrase === undefined ? 0 : taken(phrase, stems, at),
      measures: phrase?.names ?? [],
      isAim: phrase?.signals.includes("target") ?? false,
    };
  });
}

/** The words of the question itself; all of them where nothing else is said. */
function withoutWrappers(words: readonly Word[]): readonly Word[] {
  const kept = keptWords(words.map(({ folded }) => folded));
  return words.filter((_, at) => kept[at]);
}

/** Every turn of phrase that is read in other words, in the order of reading. */
const turns = [...everydayAmounts, ...everydayQuestions, ...rewordings];

function translated(said: string): string {
  const reworded = turns.reduce(
    (text, [pattern, meant]) => text.replace(pattern, meant).replace(/\s+/gu, " ").trim(),
    said,
  );
  return translations.reduce(
    (text, [said, meant]) => ` ${text} `.replaceAll(` ${said} `, ` ${meant} `).trim(),
    reworded,
  );
}
