import { translations } from "./general-names.ts";
import type { Clues } from "./intent.ts";
import type { Lexicon, Meaning, Phrase } from "./lexicon.ts";
import { measureOf } from "./measure.ts";
import type { Calendar } from "./named-span.ts";
import { readPeriods } from "./periods.ts";
import { notMisspelt } from "./real-words.ts";
import { repaired } from "./repair.ts";
import { isPlainWord, plainStems, type Signal } from "./vocabulary.ts";
import { singular, stemOf, stemsOf, type Word, wordsOfQuestion } from "./words.ts";
import { keptWords } from "./wrappers.ts";

/** A word that was misspelt, and what it was read as. */
export type Repair = { readonly typed: string; readonly meant: string };

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
  /** The question asks to do something. */
  readonly isOrder: boolean;
  /** It asks to do something, is too long, or names periods that do not go together. */
  readonly isClosed: boolean;
};

/** Longest question read, in characters. */
export const questionLimit = 500;

const elidedStart = /^(?:l|d|qu)(?=[aeiouyh])/;

/** A word made known: as it is, without the apostrophe it lacks ("deau"), or without its slip of the keys. */
function mended(
  word: Word,
  { known, repairable, measureStems, meaningOf }: Lexicon,
): { words: readonly string[]; repair: Repair | null } {
  const { folded, stem, typed } = word;
  if (known.has(stem) || isPlainWord(folded, stem) || /^[\d%.]/.test(folded) || periodLike.test(folded))
    return { words: [folded], repair: null };
  const rest = folded.replace(elidedStart, "");
  if (rest !== folded && rest.length >= 3 && !notMisspelt.has(folded) && measureStems.has(stemOf(rest)))
    return { words: [folded.slice(0, folded.length - rest.length), rest], repair: null };
  const meant = repaired(folded, repairable, meaningOf);
  return meant === null ? { words: [folded], repair: null } : { words: [meant], repair: { typed, meant } };
}

/** Words that only the reading of periods knows. */
const periodLike =
  /^(?:[tqsh][1-4]|\d.*|janv?|fevr?|feb|mars|march|avr|april|apr|mai|may|juin|june|juil|july|jul|aout|aug|august|sept?|oct|nov|dec|janvier|january|fevrier|february|avril|juillet|septembre|september|octobre|october|novembre|november|decembre|december|trims?|tri|tr|quarters?|qtr|half|ytd|vs|versus|contre|than|rapport|reference|baseline|compar\w*|against|relative|base|zero|premiere?|deuxieme|troisieme|quatrieme|seconde?|first|second|third|fourth|derniere?s?|last|previous|past|prior|precedente?s?|passee?s?|ecoulee?s?|d|ago|before|avant|debut|start|beginning|origine|fin|autant|more|less|same|memes?|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|one|two|three|four|five|eight|ten|twelve|semestre|civile|courante?|semestres|trimestres?|toujours|ref)$/;

type Annotated = {
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
  "de d du des la le l les en avons nous a t on ont ete est sont se s avez vous have we did been were was has"
    .split(" ")
    .map(stemOf),
);

/** How many words a phrase takes from there; zero where it is not what they say. A name may be said with other articles, or cut by an auxiliary. */
function taken({ stems, names }: Phrase, said: readonly string[], from: number): number {
  let at = from;
  for (const stem of stems) {
    while (names.length > 0 && at > from && said[at] !== stem && links.has(said[at] ?? "")) at += 1;
    if (said[at] === stem) at += 1;
    else if (names.length === 0 || !links.has(stem)) return 0;
  }
  return at - from;
}

/** Says of each word what it means, the longest phrases first. */
function annotate(words: readonly string[], { phrases }: Lexicon): Annotated {
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

/** Numbers that go with a ranking ("top 5") or a family of waste ("5 flux"). */
function isHarmless(word: string, signals: ReadonlySet<Signal>): boolean {
  return (
    /^(?:\d{1,2}|deux|trois|quatre|cinq|dix|two|three|four|five|ten)$/.test(word) &&
    (signals.has("rank") || signals.has("stream"))
  );
}

/** Takes a question to pieces: its words repaired, what they mean, its periods. Never throws, whatever the text. */
export function parseQuestion(text: string, { lexicon, calendar }: ReadingInput): Parsed {
  const typed = withoutWrappers(wordsOfQuestion(text.slice(0, questionLimit)));
  const words = compounded(typed, lexicon).map((word) => mended(word, lexicon));
  const folded = translated(words.flatMap((each) => each.words).join(" "));
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
    repairs: words.flatMap(({ repair }) => repair ?? []),
    strange: strange.filter((word) => !isHarmless(word, signals) && !(word === "1" && clues.perUnit)),
    isOrder,
    isClosed: text.length > questionLimit || isOrder || periods.unclear,
  };
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

/** The words of the question itself; all of them where nothing else is said. */
function withoutWrappers(words: readonly Word[]): readonly Word[] {
  const kept = keptWords(words.map(({ folded }) => folded));
  return words.filter((_, at) => kept[at]);
}

function translated(folded: string): string {
  return translations.reduce(
    (text, [said, meant]) => ` ${text} `.replaceAll(` ${said} `, ` ${meant} `).trim(),
    folded,
  );
}

/** The figure that the mentions name as a total; null for none or several. */
function figureNamed(mentions: readonly Meaning[], lexicon: Lexicon): string | null {
  const named = measureOf(mentions, "value", lexicon);
  return named.kind === "one" ? named.measure : null;
}

function cluesOf(
  folded: string,
  { mentions, signals, periods }: Pick<Annotated, "mentions" | "signals"> & Pick<Clues, "periods">,
  lexicon: Lexicon,
): Clues {
  const { kindOf } = lexicon;
  const kinds = new Set(mentions.flatMap(({ names }) => names).map(kindOf));
  const within = new Set(mentions.flatMap((each) => each.within).map(kindOf));
  const names = mentions.flatMap((each) => each.names);
  return {
    has: (signal) => signals.has(signal),
    names: {
      action: kinds.has("action") || within.has("action"),
      code: kinds.has("action"),
      emission: names.some((name) => name.startsWith("ghg")),
      person: kinds.has("person"),
      quantity:
        kinds.has("indicator") || names.some((name) => kindOf(name) === "general" && !name.startsWith("ghg")),
    },
    periods,
    perUnit: speaksOfOne(folded, lexicon, ofOne),
    perEach: speaksOfOne(folded, lexicon, ofEach),
    figure: figureNamed(mentions, lexicon),
    units: folded.split(" ").filter((word) => measuring.has(word)),
    startsWithWhere: /^(?:ou|where)\b(?! en\b)/.test(folded),
    startsWithWho: /^(?:(?:bonjour|stp|svp) )?(?:c est |a |vers |par |chez )?(?:qui|who|whom)\b/.test(folded),
  };
}

const measuring: ReadonlySet<string> = new Set(
  "km kms kilometre kilometres miles kwh mwh gwh m3 litre litres kg kilo kilos kilogramme kilogrammes tonne tonnes gramme grammes euro euros".split(
    " ",
  ),
);

const ofEach = /\b(?:par|per|chaque|each) ([a-z0-9]+)(?= |$)/g;
const ofOne = /\b(?:un|une|one|1|par|per|chaque|each|an|a) ([a-z0-9]+)(?= |$)/g;
const units = new Set(
  stemsOf(
    "km kilomètre kilometer mile kwh mwh m3 litre kg kilo tonne passager nuit nuitée night unité heure euro",
  ),
);

/** "par km", "une nuit": one unit of what is measured. */
function speaksOfOne(folded: string, { measureStems }: Lexicon, pattern: RegExp): boolean {
  return [...folded.matchAll(pattern)].some(([, word = ""]) => {
    const stem = stemOf(word);
    return units.has(stem) || (measureStems.has(stem) && !/^(?:un |an |a )?(?:post|ges|co2)/.test(stem));
  });
}
