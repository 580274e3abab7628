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

/** Before "confirmer", these make it part of a note: "à confirmer", "relevé non confirmé", "still to confirm". */
const governing: ReadonlySet<string> = new Set(
  "a to de pour for avant before sans without non not pas jamais never faut doit must cannot".split(" "),
);

/** The line without its final "confirmer", and whether it was there as an order, not as the end of a note. */
export function takeConfirmation(text: string): { readonly words: string; readonly confirmed: boolean } {
  const [before, last] = [wordsOf(text).at(-2), wordsOf(text).at(-1)];
  const isOrder =
    last !== undefined &&
    confirmations.has(fold(last)) &&
    !governing.has(
      fold(before ?? "")
        .split(" ")
        .at(-1) ?? "",
    );
  if (!isOrder) return { words: text.trim(), confirmed: false };
  return { words: text.trimEnd().slice(0, -last.length).trim(), confirmed: true };
}
