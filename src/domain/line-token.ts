/** A word of a typed line, and where it ends in it (offset after its last character). */
export type Token = { readonly text: string; readonly start: number; readonly end: number };

/** The words of a line: what stands between spaces of any kind. */
export function tokenize(line: string): Token[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** `line` after its first `count` words. */
export function afterTokens(line: string, tokens: readonly Token[], count: number): string {
  return line.slice(tokens[count - 1]?.end ?? 0);
}

/** What draws nothing: line breaks and other controls, and the marks that turn the direction of writing. */
const invisible = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Free words at the end of a line, on one line, without the dash or colon that sets them apart; null when
 * none. A card shows them as typed: a line break would let them pass for a line of ours.
 */
export function freeText(text: string): string | null {
  const words = text
    .replace(invisible, " ")
    .replace(/^[\s\-–—:;,.]+/, "")
    .trim();
  return words === "" ? null : words;
}
