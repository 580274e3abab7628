import { tokenize } from "../domain/line-token.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Mend } from "./request.ts";
import { wordsOf } from "./words.ts";

/**
 * What was probably meant, as lines to send instead. `words` is what follows the verb in `line`; null where
 * no verb was found, and the verb itself is to be replaced.
 */
export function nearMisses(refusal: Refusal, line: string, words: string | null): Mend[] {
  const { typed, names } = offered(refusal);
  const whole = line.trim();
  const from = words === null ? verbStart(whole) : whole.length - words.length;
  return names.map((name) => ({ label: name, line: renamed(whole, from, wordsOf(typed), name) }));
}

function offered(refusal: Refusal): { readonly typed: string; readonly names: readonly string[] } {
  switch (refusal.code) {
    case "unknown_command":
    case "unknown_indicator":
      return { typed: refusal.data.typed, names: refusal.data.suggestions };
    case "ambiguous_indicator":
      return { typed: refusal.data.typed, names: refusal.data.candidates };
    default:
      return { typed: "", names: [] };
  }
}

/** Where the verb begins, after "/cairn" or a slash. */
function verbStart(line: string): number {
  return /^(?:\/?cairn\s+\/?|\/)/iu.exec(line)?.[0].length ?? 0;
}

/** `line` with `name` in place of the whole words `typed`, sought from that offset on. */
function renamed(line: string, from: number, typed: readonly string[], name: string): string {
  const tokens = tokenize(line.slice(from));
  const first = tokens.findIndex((_, index) =>
    typed.every((word, place) => tokens[index + place]?.text === word),
  );
  const [start, end] = [tokens[first]?.start ?? 0, tokens[first + typed.length - 1]?.end ?? 0];
  return `${line.slice(0, from + start)}${name}${line.slice(from + end)}`;
}
