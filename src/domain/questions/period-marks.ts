import { addQuarters, compareQuarters, quarter, quarterNumber, yearOf } from "../quarter.ts";
import type { Calendar, NamedSpan } from "./named-span.ts";
import { relativeYears, spanPatterns } from "./span-words.ts";

/** A period in marked text: its index in the spans. */
export const mark = "§(\\d)§";

/** Articles and prepositions that may stand before a period. */
export const articles =
  "(?<![a-z0-9])(?:(?:le|la|les|l|du|de|d|au|a|en|celui|celle|celles|ceux|the|that|those|of|in|pour|sur|fin) ){0,3}";

/** Folded text in which periods are marked, and the spans they stand for. Readers take out of it what they have read. */
export type State = { text: string; readonly spans: NamedSpan[] };

/** Puts "§0§" and so on in the place of every period. */
export function markPeriods(text: string, calendar: Calendar): State {
  let marked = text;
  for (const [pattern, offset] of relativeYears) {
    marked = marked.replace(pattern, (...match: (string | number)[]) => {
      const groups = match.slice(1).map((group) => (typeof group === "string" ? group : undefined));
      return `Y${offset(groups)}`;
    });
  }
  const spans: NamedSpan[] = [];
  for (const { pattern, read } of spanPatterns) {
    marked = marked.replace(pattern, (whole: string, ...match: (string | number | undefined)[]) => {
      const groups = match.map((group) => (typeof group === "string" ? group : undefined));
      const span = read(groups, calendar);
      if (span === null || spans.length > 8) return whole;
      spans.push(span);
      return `§${spans.length - 1}§`;
    });
  }
  return { text: marked, spans };
}

/** A span in the year of another, where it named none. */
export function inYearOf(span: NamedSpan, other: NamedSpan): NamedSpan {
  if (span.hasYear || !other.hasYear) return span;
  const year = yearOf(other.from);
  return {
    ...span,
    from: quarter(year, quarterNumber(span.from)),
    to: quarter(year, quarterNumber(span.to)),
    hasYear: true,
  };
}

/** The span of a mark; null where there is none. */
export function spanAt({ spans }: State, index: string | undefined): NamedSpan | null {
  return spans[Number(index)] ?? null;
}

/** Takes the first match of `pattern` out of the text. */
export function take(state: State, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(state.text);
  if (match !== null)
    state.text = `${state.text.slice(0, match.index)} ${state.text.slice(match.index + match[0].length)}`;
  return match;
}

/** Replaces two marks joined by `pattern` by one run; leaves them where the second is before the first. */
export function joinRuns(state: State, pattern: RegExp): void {
  state.text = state.text.replace(pattern, (whole: string, one: string, two: string) => {
    const [first, last] = [spanAt(state, one), spanAt(state, two)];
    if (first === null || last === null) return whole;
    const from = inYearOf(first, last);
    const order = compareQuarters(last.to, from.from);
    // "Entre janvier et mars": both months stand for one quarter.
    if (order < 0 || (order === 0 && last.kind !== "month")) return whole;
    state.spans.push({ from: from.from, to: last.to, kind: "run", hasYear: true });
    return ` §${state.spans.length - 1}§ `;
  });
  state.text = state.text.replace(/ +/g, " ");
}

/** "De T1 à T3", "entre 2021 et 2025". */
export const fromTo = new RegExp(
  `\\b(?:de|du|d|from|depuis|since|entre|between|of) ${articles}${mark} (?:a|au|to|jusqu a|jusqu au|jusque|until|till|through|et|and) ${articles}${mark}`,
  "g",
);

/** Makes one run of neighbours that `pattern` finds side by side, as long as `areOne` says that they are. */
function joinSides(
  state: State,
  pattern: RegExp,
  areOne: (from: NamedSpan, last: NamedSpan) => boolean,
): void {
  for (let match = pattern.exec(state.text); match !== null; match = pattern.exec(state.text)) {
    const [one, last] = [spanAt(state, match[1]), spanAt(state, match[2])];
    if (one === null || last === null) return;
    const from = inYearOf(one, last);
    if (!areOne(from, last)) return;
    const kind = one.kind === "month" && last.kind === "month" ? "month" : "run";
    state.spans.push({ from: from.from, to: last.to, kind, hasYear: last.hasYear });
    state.text = state.text.replace(match[0], ` §${state.spans.length - 1}§ `).replace(/ +/g, " ");
  }
}

/** "avril-juin 2026": the first month of a run and its last. */
export function joinMonths(state: State): void {
  joinSides(
    state,
    new RegExp(`${mark} +${mark}`),
    (from, last) =>
      from.kind === "month" && last.kind === "month" && compareQuarters(last.from, from.from) >= 0,
  );
}

/** "T1 et T2 2025", "2024 et 2025": one run of both where the second follows the first. */
export function joinNeighbours(state: State): void {
  const isNext = (from: NamedSpan, last: NamedSpan) =>
    compareQuarters(last.from, addQuarters(from.to, 1)) === 0;
  // "2023, 2024 et 2025": the commas are gone.
  joinSides(state, new RegExp(`${mark} +${mark}(?= +(?:et|and|puis) +${articles}§)`), isNext);
  joinSides(
    state,
    new RegExp(`${mark} +(?:et|and|\\+|puis) ${articles}${mark}`),
    (from, last) =>
      isNext(from, last) || (from.kind === "month" && last.kind === "month" && from.to === last.from),
  );
}
