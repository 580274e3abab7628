import { decimal } from "../decimal.ts";
import { fold } from "../name-match.ts";
import type { Family, Indicator, Plan } from "../plan.ts";
import { convert } from "../unit.ts";
import { isPlain, type Names, namesOf, namesOfIndicator, shared, withoutBrackets } from "./plan-names.ts";
import type { Measure } from "./query.ts";
import { plainStems, type Signal, signalPhrases, signalWords } from "./vocabulary.ts";
import { singular, stemOf, stemsOf, wordsOfQuestion } from "./words.ts";

/** What a phrase of the vocabulary stands for. */
export type Meaning = {
  /** Measures called exactly so. */
  readonly names: readonly Measure[];
  /** Measures whose names hold the phrase: it may help to tell them apart. */
  readonly within: readonly Measure[];
  readonly signals: readonly Signal[];
};

/** A phrase and its meaning. `forms` holds the singulars of a one-word name, and is null for other phrases. */
export type Phrase = Meaning & {
  readonly stems: readonly string[];
  readonly forms: ReadonlySet<string> | null;
};

/** The words by which questions are read: those of the plan, and the questions' own. */
export type Lexicon = {
  /** Phrases by their first stem, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Stems that are no misspelling. */
  readonly known: ReadonlySet<string>;
  /** Whole folded words that a misspelling may stand for. */
  readonly repairable: readonly string[];
  /** Stems of the words that name measures. */
  readonly measureStems: ReadonlySet<string>;
  /** What a word means by itself: one text for one meaning. */
  readonly meaningOf: (word: string) => string;
  /** Whether amounts of a measure can be told in a unit; its emissions in kilograms. */
  readonly accepts: (measure: Measure, unit: string) => boolean;
  /** Whether the names of a measure hold a word that others may share. */
  readonly holds: (measure: Measure, stem: string) => boolean;
  /** Whether a measure has emissions of its own; a total has those of its parts. */
  readonly emits: (measure: Measure) => boolean;
  /** Whether a measure is what is thrown away, or a part of it. */
  readonly isWaste: (measure: Measure) => boolean;
  /** The family of an indicator; null for what is none. */
  readonly familyOf: (measure: Measure) => Family | null;
  readonly kindOf: (measure: Measure) => "indicator" | "action" | "person" | "general";
};

/** Single words of a label that belong to one indicator alone: the plan's own way of telling it. */
function ownWords(indicators: readonly Indicator[], taken: ReadonlySet<string>): Map<string, Measure[]> {
  const owners = new Map<string, Set<Measure>>();
  for (const { measure, words } of indicators.map(namesOfIndicator)) {
    for (const stem of words.flatMap(stemsOf)) owners.set(stem, (owners.get(stem) ?? new Set()).add(measure));
  }
  const found = new Map<string, Measure[]>();
  for (const { slug, label } of indicators) {
    for (const [text, isEnglish] of [
      [label.fr, false],
      [label.en, true],
    ] as const) {
      const own = stemsOf(withoutBrackets(text)).filter((stem) => !isPlain(stem) && !shared.has(stem));
      // English labels are made of everyday words ("food and green waste"): one alone names nothing beside another.
      if (isEnglish && own.length > 1) continue;
      for (const stem of own) if (owners.get(stem)?.size === 1 && !taken.has(stem)) found.set(stem, [slug]);
    }
  }
  return found;
}

/** Phrases of one word that only help: titles of actions, and words several indicators share ("voiture"). */
function helpingWords(all: readonly Names[]): string[] {
  const stems = all.flatMap(({ words }) => [...new Set(words.flatMap(stemsOf))]);
  const sharing = Map.groupBy(stems, (stem) => stem);
  const titles = new Set(
    all.filter(({ counted }) => counted === undefined).flatMap(({ words }) => words.flatMap(stemsOf)),
  );
  return [...sharing.keys()].filter(
    (stem) => !isPlain(stem) && ((sharing.get(stem)?.length ?? 0) > 1 || titles.has(stem)),
  );
}

const emptyMeaning: Meaning = { names: [], within: [], signals: [] };

function kinds(plan: Plan): Lexicon["kindOf"] {
  const slugs = new Set(plan.indicators.map(({ slug }) => slug));
  const codes = new Set(plan.actions.map(({ code }) => code));
  return (measure) => {
    if (slugs.has(measure)) return "indicator";
    if (codes.has(measure)) return "action";
    return measure.startsWith("referent-") ? "person" : "general";
  };
}

/** Units that a measure made of several indicators is told in. */
const totalUnits: Readonly<Record<string, string>> = { waste: "kg", compensation: "kg" };

function acceptance(plan: Plan): Lexicon["accepts"] {
  const own = new Map(plan.indicators.map(({ slug, unit, units }) => [slug, { unit, units }]));
  return (measure, unit) => {
    const total = totalUnits[measure.startsWith("ghg") ? "waste" : measure];
    const measured = own.get(measure) ?? (total === undefined ? null : { unit: total, units: new Map() });
    return measured === null || convert(decimal(1), unit, measured).ok;
  };
}

/** The words of a plan and of the questions. Built once a plan: it is not small. */
export function lexiconOf(plan: Plan): Lexicon {
  const all = namesOf(plan);
  const meanings = new Map<string, { stems: readonly string[]; names: Set<Measure>; signals: Set<Signal> }>();
  const add = (stems: readonly string[]) => {
    const key = stems.join(" ");
    const known = meanings.get(key) ?? { stems, names: new Set(), signals: new Set() };
    meanings.set(key, known);
    return known;
  };
  for (const { stems, signal } of signalPhrases) add(stems).signals.add(signal);
  for (const { measure, names, spoken = [] } of all) {
    for (const stems of [...names, ...spoken].map(stemsOf)) {
      // A name that reads like a word of questions would turn that word into a figure.
      const isWord = (meanings.get(stems.join(" "))?.signals.size ?? 0) > 0;
      const isTelling =
        stems.some((stem) => !isPlain(stem)) || stems.filter((stem) => stem.length > 3).length > 1;
      if (!isWord && isTelling) add(stems).names.add(measure);
    }
  }
  const named = new Set([...meanings].filter(([, { names }]) => names.size > 0).map(([key]) => key));
  for (const { measure, counted = [] } of all) {
    for (const stems of counted.map(stemsOf))
      if (!named.has(stems.join(" ")) && stems.some((stem) => !isPlain(stem))) add(stems).names.add(measure);
  }
  const titled = plan.actions.flatMap(({ title }) => stemsOf(title));
  const taken = new Set([...named, ...meanings.keys(), ...titled]);
  for (const [stem, measures] of ownWords(plan.indicators, taken))
    for (const each of measures) add([stem]).names.add(each);
  for (const stem of helpingWords(all)) add([stem]);
  const stemsWithin = all.map(({ measure, words }) => ({ measure, stems: new Set(words.flatMap(stemsOf)) }));
  const withinOf = (stems: readonly string[]) => {
    const telling = stems.filter((stem) => !isPlain(stem));
    if (telling.length === 0) return [];
    return stemsWithin
      .filter((each) => telling.every((stem) => each.stems.has(stem)))
      .map(({ measure }) => measure);
  };
  const measureWords = all
    .flatMap(({ words, names, counted = [] }) => [...words, ...names, ...counted])
    .flatMap(wordsOfQuestion);
  const spokenWords = all.flatMap(({ spoken = [] }) => spoken).flatMap(wordsOfQuestion);
  const formsOf = Map.groupBy([...measureWords, ...spokenWords], ({ stem }) => stem);
  const phrases = new Map<string, Phrase[]>();
  for (const { stems, names, signals } of meanings.values()) {
    const first = stems[0] ?? "";
    const meaning = {
      ...emptyMeaning,
      stems,
      names: [...names],
      within: withinOf(stems),
      signals: [...signals],
      forms:
        stems.length === 1 && names.size > 0
          ? new Set((formsOf.get(first) ?? []).map(({ folded }) => singular(folded)))
          : null,
    };
    phrases.set(first, [...(phrases.get(first) ?? []), meaning]);
  }
  for (const list of phrases.values()) list.sort((one, other) => other.stems.length - one.stems.length);
  const wastes = new Set(
    plan.indicators.filter(({ family }) => family.startsWith("waste")).map(({ slug }) => slug),
  );
  return {
    phrases,
    known: new Set([...[...meanings.values()].flatMap(({ stems }) => stems), ...plainStems]),
    repairable: [
      ...new Set([
        ...measureWords.map(({ folded }) => folded).filter((word) => word.length >= 3),
        ...signalWords
          .map(fold)
          .filter((word) => !plainStems.has(stemOf(word)) || meanings.has(stemOf(word))),
        ...periodWords.filter((word) => word.length > 4),
      ]),
    ],
    measureStems: new Set(measureWords.map(({ stem }) => stem).filter((stem) => !isPlain(stem))),
    meaningOf: (word) => {
      const own = meanings.get(stemOf(word));
      const names = [...(own?.names ?? [])];
      return names.length > 0 ? names.join(" ") : stemOf(word);
    },
    holds: (measure, stem) => stemsWithin.some((each) => each.measure === measure && each.stems.has(stem)),
    accepts: acceptance(plan),
    emits: (measure) => plan.indicators.find(({ slug }) => slug === measure)?.emission !== null,
    isWaste: (measure) => measure === "waste" || measure === "taux-tri" || wastes.has(measure),
    familyOf: (measure) => plan.indicators.find(({ slug }) => slug === measure)?.family ?? null,
    kindOf: kinds(plan),
  };
}

/** Words of periods and of what they are held against. */
export const periodWords: readonly string[] =
  "month moitie half premiers premieres glissant glissants rolling completed earlier previous whole trimestre trimestres semestre annee dernier derniere derniers dernieres precedent precedente janvier fevrier avril juin juillet aout septembre octobre novembre decembre depuis debut premier premiere deuxieme troisieme quatrieme rapport contre reference baseline quarter january february march april june july august september october november december previous last since between first second third fourth compared against meme passe ecoule cours year annees quarters years months jusqu".split(
    " ",
  );
