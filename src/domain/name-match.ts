/** Something people call by name: a verb, an indicator. `names` holds every accepted name. */
export type NamedCandidate = { readonly key: string; readonly names: readonly string[] };

/** What a typed name stands for. `near` names are one edit away: offered, never taken. */
export type NameMatch =
  | { readonly kind: "exact" | "prefix"; readonly key: string }
  | { readonly kind: "ambiguous" | "near"; readonly keys: readonly string[] }
  | { readonly kind: "none" };

const minNearPrefix = 4;

/**
 * `text` as compared: lower case, without accents, ligatures or invisible marks, and with hyphens,
 * underscores, apostrophes and runs of spaces made one space.
 */
export function fold(text: string): string {
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
  const keysWhere = (test: (name: string) => boolean) => keysMatching(candidates, test);
  const exact = chosen(
    "exact",
    keysWhere((name) => name === wanted),
  );
  if (exact) return exact;
  const prefix = chosen(
    "prefix",
    keysWhere((name) => name.startsWith(wanted)),
  );
  if (prefix) return prefix;
  const near = keysWhere((name) => isOneEditAway(wanted, name));
  if (near.length > 0) return { kind: "near", keys: near };
  if (wanted.length < minNearPrefix) return { kind: "none" };
  const nearPrefix = keysWhere((name) => isOneEditAway(wanted, name.slice(0, wanted.length)));
  return nearPrefix.length > 0 ? { kind: "near", keys: nearPrefix } : { kind: "none" };
}

/**
 * The name that begins a list of words: the longest run that is exactly a name, so that
 * "déchets papier 12 kg" is read; else what the first word alone matches. `taken` counts words.
 */
export function longestName(
  tokens: readonly string[],
  candidates: readonly NamedCandidate[],
): { readonly match: NameMatch; readonly taken: number } {
  const [first] = tokens;
  if (first === undefined) return { match: { kind: "none" }, taken: 0 };
  const lengths = candidates.flatMap((candidate) =>
    candidate.names.map((name) => fold(name).split(" ").length),
  );
  const longest = lengths.reduce((most, length) => Math.max(most, length), 1);
  for (let taken = Math.min(longest, tokens.length); taken > 1; taken--) {
    const wanted = fold(tokens.slice(0, taken).join(" "));
    const match = chosen(
      "exact",
      keysMatching(candidates, (name) => name === wanted),
    );
    if (match) return { match, taken };
  }
  return { match: matchName(first, candidates), taken: 1 };
}

/** Candidates with their names folded, kept as long as their list is: a batch compares the same ones thousands of times. */
const foldedLists = new WeakMap<readonly NamedCandidate[], readonly NamedCandidate[]>();

function folded(candidates: readonly NamedCandidate[]): readonly NamedCandidate[] {
  const known = foldedLists.get(candidates);
  if (known !== undefined) return known;
  const list = candidates.map(({ key, names }) => ({ key, names: names.map(fold) }));
  foldedLists.set(candidates, list);
  return list;
}

function keysMatching(candidates: readonly NamedCandidate[], test: (name: string) => boolean): string[] {
  const matching = folded(candidates).filter(({ names }) => names.some(test));
  return [...new Set(matching.map(({ key }) => key))];
}

/** The only key, or the choice between several; null when there is none. */
function chosen(kind: "exact" | "prefix", keys: readonly string[]): NameMatch | null {
  const [key, ...others] = keys;
  if (key === undefined) return null;
  return others.length === 0 ? { kind, key } : { kind: "ambiguous", keys };
}
