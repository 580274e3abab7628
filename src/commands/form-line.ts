import type { Temporal } from "temporal-polyfill";
import { readPeriod } from "../domain/period-text.ts";
import { isQuarter } from "../domain/quarter.ts";
import { findVerb } from "./find-verb.ts";
import { verbs } from "./index.ts";
import { afterWords, wordsOf } from "./words.ts";

/**
 * Where a quarter begins first, before it does in any plan's time zone: the form reads it again in the plan's own,
 * which only the database knows, and which nobody who waits for a form has time to ask.
 */
const timeZone = "Etc/GMT-14";

/** A word that could begin a number, well written or not. */
const numberLike = /^[-+\u2212.,]?\p{N}/u;

/** Whether `words` are a name, if any, and then a quarter, if any: no value. */
function lacksValue(words: readonly string[], now: Temporal.Instant): boolean {
  const figure = words.findIndex((word) => numberLike.test(word));
  if (figure === -1) return true;
  // "2026-T3" begins at its first number, "T3 2026" a word before, "troisième trimestre de 2026" three.
  return [0, 1, 2, 3]
    .map((back) => figure - back)
    .filter((from) => from >= 0)
    .some((from) => {
      const period = readPeriod(words.slice(from).join(" "), now, timeZone);
      return period.ok && isQuarter(period.value);
    });
}

/**
 * What follows the verb in a line that gives a figure but says no value: `/saisir`, `/saisir eau`,
 * `/saisir eau T3 2026`. A form can ask for the rest. Null for any other line. Reads nothing but the line.
 */
export function wordsForForm(line: string, now: Temporal.Instant): string | null {
  const [first = "", second] = wordsOf(line);
  const called = /^\/?cairn$/iu.test(first);
  const words = afterWords(line, called ? 2 : 1);
  if (!lacksValue(wordsOf(words), now)) return null;
  const verb = findVerb(verbs, (called ? (second ?? "") : first).replace(/^\//u, ""));
  return verb.ok && verb.value.name === "saisir" ? words : null;
}
