import { fold } from "../domain/name-match.ts";

/** The words of a line, whatever kind of space separates them. */
export function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** What follows the first `count` words, as typed. */
export function afterWords(text: string, count: number): string {
  let rest = text.trimStart();
  for (let skipped = 0; skipped < count; skipped++) rest = rest.replace(/^\S+\s*/u, "");
  return rest.trim();
}

const confirmations: ReadonlySet<string> = new Set(["confirmer", "confirme", "confirm"]);

/** The line without its final "confirmer", and whether it was there. */
export function takeConfirmation(text: string): { readonly words: string; readonly confirmed: boolean } {
  const last = wordsOf(text).at(-1);
  if (last === undefined || !confirmations.has(fold(last))) return { words: text.trim(), confirmed: false };
  return { words: text.trimEnd().slice(0, -last.length).trim(), confirmed: true };
}
