/** The words that are meant, and whether a part of what they name is not. */
export type Meant = { readonly words: readonly string[]; readonly isPartial: boolean };

/** What a word list means at a place: how many words name a measure or an aim from there, and which measures. */
export type NameAt = (at: number) => {
  readonly length: number;
  readonly measures: readonly string[];
  readonly isAim: boolean;
};

const negators: ReadonlySet<string> = new Set(["pas", "non", "not"]);
const articles: ReadonlySet<string> = new Set(
  "le la les l du de d des the of en au in for pour a celui celle ceux".split(" "),
);
const leadIn: ReadonlySet<string> = new Set(
  "je j on nous i we ne n veux veut voulons cherche cherchons demande demandons parle parlons don do t want need mean et mais but and surtout non pas".split(
    " ",
  ),
);
const turning: ReadonlySet<string> = new Set(["mais", "but", "plutot", "rather"]);
const datePart = /^(?:20\d\d|[tq][1-4])$/u;

/** Measures that hold others: what is taken from them changes their figure. */
function isTotal(measure: string): boolean {
  return measure.startsWith("ghg") || ["waste", "resources", "taux-tri"].includes(measure);
}

/** The words of the thing negated from `at`: zero where none is. */
function lengthNegated(
  words: readonly string[],
  at: number,
  nameAt: NameAt,
): { from: number; to: number } | null {
  let from = at;
  while (articles.has(words[from] ?? "")) from += 1;
  if (datePart.test(words[from] ?? "")) {
    const to = datePart.test(words[from + 1] ?? "") ? from + 2 : from + 1;
    return { from, to };
  }
  const { length, measures, isAim } = nameAt(from);
  return length > 0 && (measures.length > 0 || isAim) ? { from, to: from + length } : null;
}

/** What stands for "not" in more words than one. */
const periphrases =
  /(?<= )(?:plutot que?|rather than|instead of|au lieu de?|et non pas|non pas|(?:don|do|didn) (?:t|not) (?:want|need|mean|care about)|not interested in)(?= )/gu;

/** The words with each way to say "not" as one. */
export function negating(words: readonly string[]): readonly string[] {
  return ` ${words.join(" ")} `.replace(periphrases, "not").trim().split(" ");
}

/**
 * The words without what they say is not meant: "pas l'eau, le gaz", "je ne veux pas l'objectif mais le réalisé".
 * As they are where nothing else is named, or where a part is taken from a total ("les déchets, pas le verre").
 */
export function withoutContrast(words: readonly string[], nameAt: NameAt): Meant {
  const at = words.findIndex(
    (word, index) => negators.has(word) && lengthNegated(words, index + 1, nameAt) !== null,
  );
  const negated = at < 0 ? null : lengthNegated(words, at + 1, nameAt);
  if (negated === null) return { words, isPartial: false };
  let start = at;
  while (leadIn.has(words[start - 1] ?? "")) start -= 1;
  const end = turning.has(words[negated.to] ?? "") ? negated.to + 1 : negated.to;
  const rest = [...words.slice(0, start), ...words.slice(end)];
  const isDate = datePart.test(words[negated.from] ?? "");
  const isLeft = isDate
    ? rest.some((word) => datePart.test(word))
    : isNamedApart(words, negated, { start, end }, nameAt);
  if (isLeft) return withoutContrast(rest, (index) => nameAt(index < start ? index : index + end - start));
  return {
    words,
    isPartial: words.some((_, index) => (index < start || index >= end) && nameAt(index).measures.length > 0),
  };
}

/** Whether something is named besides what is negated, of which that is no part. */
function isNamedApart(
  words: readonly string[],
  negated: { from: number },
  { start, end }: { start: number; end: number },
  nameAt: NameAt,
): boolean {
  const { isAim, measures } = nameAt(negated.from);
  const others = words.flatMap((_, at) => (at < start || at >= end ? nameAt(at).measures : []));
  // "Le gaz mais pas le chauffage": a part of it, by another of its names.
  if (others.some((other) => measures.includes(other))) return false;
  if (others.length === 0) return false;
  // One scope holds nothing of another.
  const areScopes = [...others, ...measures].every((each) => each.startsWith("ghg.scope"));
  return (isAim && measures.length === 0) || areScopes || !others.some(isTotal);
}
