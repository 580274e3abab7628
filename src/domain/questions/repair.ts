import { notMisspelt } from "./real-words.ts";
import { soundOf } from "./sounds.ts";

/** From this length on a second slip of the keys is forgiven. */
const longWord = 8;

/**
 * The number of letters to add, drop, change or swap with the next to turn one word into the other
 * (Damerau-Levenshtein, optimal string alignment).
 */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) steps.push((before[j - 2] ?? 0) + 1);
      next.push(Math.min(...steps));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? one.length;
}

/** Keys side by side on the French and English keyboards, and letters that sound alike. */
const neighbours: readonly string[] = [
  ..."az er rt ty yu ui io op qs sd df fg gh hj jk kl lm wx xc cv vb bn qw we as zx nm".split(" "),
  ..."iy sz ck qk td pb vf gj ea ei ao mn oe".split(" "),
];

function areNeighbours(one: string, other: string): boolean {
  return neighbours.some((pair) => pair === `${one}${other}` || pair === `${other}${one}`);
}

/** Whether the letters that differ are slips that fingers make: neighbours on a keyboard, or letters that sound alike. */
function areSlips(typed: string, meant: string): boolean {
  if (typed.length !== meant.length || isAnagram(typed, meant)) return true;
  const differing = [...typed].map((_, at) => at).filter((at) => typed[at] !== meant[at]);
  return differing.every((at) => areNeighbours(typed[at] ?? "", meant[at] ?? ""));
}

function slipsAllowed(length: number): number {
  return length >= longWord ? 2 : 1;
}

/** Whether `typed` may be a misspelling of `meant`: same first letter, and as few slips as its length forgives. */
function mayMean(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0] || /\d/.test(meant)) return false;
  if (meant.length === 3) return isSwapOf(typed, meant);
  const allowed = slipsAllowed(Math.min(typed.length, meant.length));
  if (Math.abs(typed.length - meant.length) > allowed || meant.length < 4) return false;
  const distance = editDistance(typed, meant);
  if (distance > allowed) return false;
  // Short words differ from real ones by a letter too easily, and long ones by two.
  return (distance === 1 && meant.length >= longWord) || areSlips(typed, meant);
}

/** Three letters forgive a swap only: anything else makes another word of them. */
function isSwapOf(typed: string, meant: string): boolean {
  return typed.length === 3 && typed !== meant && editDistance(typed, meant) === 1 && isAnagram(typed, meant);
}

function isAnagram(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}

/** From this length on, a sound is no other word's. */
const longSound = 5;

/** A word without its doubled letters: "raport" and "rapport" are one. */
export function singled(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

/** The words of a list by their sound, made once a list: a lexicon keeps one. */
const sounds = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function bySound(targets: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = sounds.get(targets) ?? Map.groupBy(targets, soundOf);
  sounds.set(targets, known);
  return known;
}

/** The words that sound like a misspelt one: "elektrissité". */
function soundingLike(typed: string, targets: readonly string[]): readonly string[] {
  const sound = soundOf(typed);
  return sound.length < longSound ? [] : (bySound(targets).get(sound) ?? []);
}

/**
 * The known word that was meant by a misspelt one, both folded; null when none is near, when several as near
 * mean different things (`meaningOf` tells), or when the word is a real one that happens to be near.
 */
export function repaired(
  typed: string,
  targets: readonly string[],
  meaningOf: (word: string) => string,
): string | null {
  if (
    typed.length < 3 ||
    typed.length > 40 ||
    /\d/.test(typed) ||
    notMisspelt.has(typed) ||
    targets.includes(typed)
  )
    return null;
  const undoubled = targets.filter((word) => singled(word) === singled(typed));
  const alike = undoubled.length > 0 ? undoubled : targets.filter((word) => mayMean(typed, word));
  const near = alike.length > 0 ? alike : soundingLike(typed, targets);
  const least = Math.min(...near.map((word) => editDistance(typed, word)));
  const best = near.filter((word) => editDistance(typed, word) === least);
  const [first] = best;
  const meanings = new Set(best.map(meaningOf));
  return first !== undefined && meanings.size === 1 ? first : null;
}
