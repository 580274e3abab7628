/** Something people call by name: a verb, an indicator. `names` holds every accepted name. */
export type NamedCandidate = { readonly key: string; readonly names: readonly string[] };

/** What a typed name stands for. `near` names are one edit away: offered, never taken. */
export type NameMatch =
  | { readonly kind: "exact" | "prefix"; readonly key: string }
  | { readonly kind: "ambiguous" | "near"; readonly keys: readonly string[] }
  | { readonly kind: "none" };

const minNearPrefix = 4;

/** Most of what is typed, and of what it is compared with: nothing to take apart. */
const plain = /^[ -~]*$/;

/**
 * `text` as compared: lower case, without accents, ligatures or invisible marks, and with hyphens,
 * underscores, apostrophes and runs of spaces made one space.
 */
export function fold(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/[-_'` ]+/g, " ")
      .trim();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[\p{Pd}_'’‘ʼ`\s]+/gu, " ")
    .trim();
}

/** True when one insertion, deletion, substitution or swap of neighbours makes `a` into `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  // A letter takes two units of a string at most.
  if (Math.abs(a.length - b.length) > 2) return false;
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  const at = short.findIndex((letter, index) => letter !== long[index]);
  if (at === -1) return long.length > short.length;
  const rest = (letters: string[], skipped: number) => letters.slice(at + skipped).join("");
  if (long.length > short.length) return rest(short, 0) === rest(long, 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return rest(short, 1) === rest(long, 1) || (swapped && rest(short, 2) === rest(long, 2));
}

/**
 * The candidate `typed` names. An exact name beats a prefix; a prefix is enough
 * when only one candidate has it; near names come last, then near beginnings of four letters or more.
 */
export function matchName(typed: string, candidates: readonly NamedCandidate[]): NameMatch {
  const wanted = fold(typed);
  if (wanted === "") return { kind: "none" };
  const exact = exactly(wanted, candidates);
  if (exact !== null) return exact;
  const keys = keysMatching(candidates, (name) => name.startsWith(wanted));
  return chosen("prefix", keys) ?? nearName(wanted, candidates) ?? { kind: "none" };
}

/** A name found at the start of a list of words; `taken` counts them. */
type Leading = { readonly match: NameMatch; readonly taken: number };

/**
 * The name that begins a list of words: the longest run that is exactly a name, so that "déchets papier
 * 12 kg" is read; else several words that are one but for their plurals ("dechet verre"); else the longest
 * beginning of a name; else what is near. An ambiguous beginning gives way to a longer near name. Words that
 * begin with a digit are a figure: only an exact name may hold them.
 */
export function longestName(tokens: readonly string[], candidates: readonly NamedCandidate[]): Leading {
  if (tokens.length === 0) return { match: { kind: "none" }, taken: 0 };
  const whole = wholeName(tokens, candidates);
  if (whole !== null) return whole;
  const { worded } = reachOf(tokens, candidates);
  const prefix = longestRun(tokens, worded, (run) => beginning(run, candidates));
  if (prefix?.match.kind === "prefix") return prefix;
  const near = longestRun(tokens, worded, (run) => nearName(run, candidates), prefix?.taken ?? 0);
  return near ?? prefix ?? { match: { kind: "none" }, taken: 1 };
}

/** The name that begins a list of words by the whole of it, or but for the plurals of several; null when none does. */
export function wholeName(tokens: readonly string[], candidates: readonly NamedCandidate[]): Leading | null {
  const { longest, worded } = reachOf(tokens, candidates);
  return (
    longestRun(tokens, longest, (run) => exactly(run, candidates)) ??
    longestRun(tokens, worded, (run) => exactlyButPlurals(run, candidates))
  );
}

/** How many first words may be a name, and how many of them come before a figure. */
function reachOf(tokens: readonly string[], candidates: readonly NamedCandidate[]) {
  const longest = Math.min(tokens.length, indexed(candidates).mostWords);
  const figure = tokens.findIndex((token, index) => index > 0 && /^\P{L}?\p{N}/u.test(token));
  return { longest, worded: figure === -1 ? longest : Math.min(longest, figure) };
}

/** What the longest run of first words matches, of `most` words at most and more than `least`. */
function longestRun(
  tokens: readonly string[],
  most: number,
  matchOf: (run: string) => NameMatch | null,
  least = 0,
): Leading | null {
  for (let taken = most; taken > least; taken--) {
    const run = fold(tokens.slice(0, taken).join(" "));
    const match = run === "" ? null : matchOf(run);
    if (match !== null) return { match, taken };
  }
  return null;
}

function exactly(run: string, candidates: readonly NamedCandidate[]): NameMatch | null {
  return chosen("exact", indexed(candidates).keysByName.get(run) ?? []);
}

/** One word in the plural may name another thing (a "carton" weighed, "cartons" counted): only several are read so. */
function exactlyButPlurals(run: string, candidates: readonly NamedCandidate[]): NameMatch | null {
  if (!run.includes(" ")) return null;
  const keys = keysMatching(candidates, (name) => withoutPlurals(name) === withoutPlurals(run));
  return chosen("exact", keys);
}

function beginning(run: string, candidates: readonly NamedCandidate[]): NameMatch | null {
  const keys = keysMatching(candidates, (name) => name.startsWith(run));
  if (keys.length > 0 || !run.includes(" ")) return chosen("prefix", keys);
  const singular = withoutPlurals(run);
  return chosen(
    "prefix",
    keysMatching(candidates, (name) => withoutPlurals(name).startsWith(singular)),
  );
}

function nearName(run: string, candidates: readonly NamedCandidate[]): NameMatch | null {
  const near = keysMatching(candidates, (name) => isOneEditAway(run, name));
  if (near.length > 0) return { kind: "near", keys: near };
  if (run.length < minNearPrefix) return null;
  const nearPrefix = keysMatching(candidates, (name) => isOneEditAway(run, name.slice(0, run.length)));
  return nearPrefix.length > 0 ? { kind: "near", keys: nearPrefix } : null;
}

/** Folded words without the s or x that ends each. */
function withoutPlurals(text: string): string {
  return text.replace(/(?<=[a-z])[sx](?= |$)/g, "");
}

/** Candidates with their names folded, the keys of each name, and the words of the longest one. */
type NameIndex = {
  readonly candidates: readonly NamedCandidate[];
  readonly keysByName: ReadonlyMap<string, readonly string[]>;
  readonly mostWords: number;
};

/** Kept as long as the list of candidates is: the same ones are compared with thousands of lines. */
const indexes = new WeakMap<readonly NamedCandidate[], NameIndex>();

function indexed(candidates: readonly NamedCandidate[]): NameIndex {
  const known = indexes.get(candidates);
  if (known !== undefined) return known;
  const index = indexOf(candidates.map(({ key, names }) => ({ key, names: names.map(fold) })));
  indexes.set(candidates, index);
  return index;
}

function indexOf(candidates: readonly NamedCandidate[]): NameIndex {
  const keysByName = new Map<string, string[]>();
  let mostWords = 1;
  for (const { key, names } of candidates) {
    for (const name of new Set(names)) {
      const keys = keysByName.get(name) ?? [];
      if (!keys.includes(key)) keys.push(key);
      keysByName.set(name, keys);
      mostWords = Math.max(mostWords, name.split(" ").length);
    }
  }
  return { candidates, keysByName, mostWords };
}

function keysMatching(candidates: readonly NamedCandidate[], test: (name: string) => boolean): string[] {
  const matching = indexed(candidates).candidates.filter(({ names }) => names.some(test));
  return [...new Set(matching.map(({ key }) => key))];
}

/** The only key, or the choice between several; null when there is none. */
function chosen(kind: "exact" | "prefix", keys: readonly string[]): NameMatch | null {
  const [key, ...others] = keys;
  if (key === undefined) return null;
  return others.length === 0 ? { kind, key } : { kind: "ambiguous", keys };
}
