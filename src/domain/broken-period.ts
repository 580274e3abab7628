import { ordinalEnding, ordinalWords, periodWords, quarterNoun, withoutLinks } from "./period-words.ts";

const span = `(?:${quarterNoun}s?|semestre|semester)`;
const rank = `(?:\\d+ ?${ordinalEnding}?|${[...ordinalWords.keys()].join("|")}|ce|this|dernier|last|previous|prochain|next)`;
const months = [
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
  "january|february|march|april|may|june|july|august|september|october|november|december",
].join("|");

/** Beginnings, in folded words, of what was meant as a quarter. */
const brokenQuarters = [/^[tq] ?\d/, /^[1-4][tq](?: |$)/, /^\d{1,2}[tq] \d{4}(?: |$)/, /^\d{4} ?[tq] ?\d/];

/** Beginnings of other spans of time: no figure is recorded for a month, a half-year or a day. */
const otherSpans = [
  new RegExp(`^(?:${rank} )?${span}(?: |$)`),
  /^[sh][12](?: \d{4})?$/,
  new RegExp(`^(?:(?:mois|month) )?(?:(?:de|d|of) )?(?:${months})(?: \\d{4}(?: |$)| (?:a|et|to|and) |$)`),
];

/** A first word, as typed, that is a date, a month in figures or two years: "15/03/2026", "2026-03", "2025-2026". */
const dateLike = /^(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}$|^(?:19|20)\d{2}[/.-]\d/;

/** True when `text` begins like a quarter that does not exist: "T5", "2026-T7", "T3/26", "5T". */
export function beginsLikeQuarter(text: string): boolean {
  const words = withoutLinks(periodWords(text)).join(" ");
  return brokenQuarters.some((pattern) => pattern.test(words));
}

/** True when `text` begins like a period that cannot be read, broken quarters included. */
export function beginsLikePeriod(text: string): boolean {
  const words = withoutLinks(periodWords(text)).join(" ");
  const [first = ""] = text.trim().split(/\s+/);
  return beginsLikeQuarter(text) || dateLike.test(first) || otherSpans.some((pattern) => pattern.test(words));
}
