import { fold } from "./name-match.ts";

/** The number of letters to add, remove or change to turn one text into the other (Levenshtein, 1966). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [index, against] of [...other].entries()) {
      const kept = (row[index] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(kept, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? one.length;
}

/**
 * The word of `known` that was probably meant by `typed`: at most a third of its letters away, and at
 * most three. Null when none is that near; the first of two as near.
 */
export function nearest(typed: string, known: Iterable<string>): string | null {
  const key = fold(typed);
  if (key === "") return null;
  let best: { word: string; distance: number } | null = null;
  for (const word of known) {
    const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
    if (Math.abs(word.length - key.length) > limit) continue;
    const distance = editDistance(key, fold(word));
    if (distance <= limit && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}
