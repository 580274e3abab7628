import { compareQuarters, quarter, quarterNumber, yearOf } from "../quarter.ts";
import type { Span } from "../span.ts";
import type { Calendar, NamedSpan } from "./named-span.ts";
import { relativeYears, spanPatterns } from "./span-words.ts";

/** What a period is held against in the text itself. */
export type SaidReference =
  | "baseline"
  | "target"
  | "previous_year"
  | "previous_quarter"
  | { readonly span: NamedSpan }
  | { readonly same: NamedSpan | "previous_year" };

/** The periods of a question and the text without them. */
export type PeriodReading = {
  readonly rest: string;
  readonly period: Span | null;
  readonly against: SaidReference | null;
  /** True where two periods are named and nothing says how they go together. */
  readonly unclear: boolean;
  /** True where the span was opened by "depuis". */
  readonly since: boolean;
};

/** What the words around the periods say. */
export type Manner = {
  /** A change is asked about: two named periods are compared, a start is a reference. */
  readonly change: boolean;
  /** A difference or a comparison is asked for. */
  readonly difference: boolean;
};

const mark = "§(\\d)§";
const articles =
  "(?<![a-z0-9])(?:(?:le|la|les|l|du|de|d|au|a|en|celui|celle|celles|ceux|the|that|those|of|in|pour|sur|fin) ){0,3}";
const opposed =
  "(?:(?:mis )?(?:en |par )?rapport (?:a|au|aux)|vs|v|versus|contre|face a|face au|face aux|compar\\w* (?:a|au|aux|avec|to|with|and|et)|(?:superieur|inferieur|egal|identique)\\w* (?:a|au|aux)|en comparaison (?:de|du|avec|a|au)|par comparaison (?:a|avec|au)|in comparison (?:to|with)|relative to|against|than|vis a vis (?:de|du))";
const comparative =
  /\b(?:mieux|pire|plus|moins|autant|superieure?s?|inferieure?s?|more|less|better|worse|lower|higher)\b/;
const reference =
  "(?:annee )?(?:de )?(?:la |l )?(?:annee de )?(?:reference|ref|baseline|base ?line|base year|reference year|annee de base|annee zero|depart)";
const aim = "(?:objectifs?|obj|cibles?|trajectoires?|targets?|goals?|trajectory|pathway|buts?)";

/** "du 1er au 3e trimestre": the noun is said once for both. */
const twoOrdinals =
  /\b(premier|1er|1e|deuxieme|2e|2eme|second|troisieme|3e|3eme|first|second|third) (a|au|et|to|and)(?: l| le| the)? (deuxieme|2e|2eme|second|troisieme|3e|3eme|quatrieme|4e|4eme|third|fourth) (?:trimestre|trim|quarter)\b/g;

const yearBefore =
  "(?:(?:l )?(?:annee|an|exercice) (?:precedente?|d avant|juste avant)|(?:the )?(?:previous|preceding|prior) year|(?:the )?year before)";
const quarterBefore =
  "(?:trimestres? (?:precedent|d avant|juste avant)|precedent trimestre|(?:the )?(?:previous|preceding|prior) quarter|(?:the )?quarter before)";

type State = { text: string; readonly spans: NamedSpan[] };

/** Puts "§0§" and so on in the place of every period. */
function markPeriods(text: string, calendar: Calendar): State {
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
function inYearOf(span: NamedSpan, other: NamedSpan): NamedSpan {
  if (span.hasYear || !other.hasYear) return span;
  const year = yearOf(other.from);
  return {
    ...span,
    from: quarter(year, quarterNumber(span.from)),
    to: quarter(year, quarterNumber(span.to)),
    hasYear: true,
  };
}

function spanAt({ spans }: State, index: string | undefined): NamedSpan | null {
  return spans[Number(index)] ?? null;
}

/** Replaces two marks joined by `pattern` by one run; leaves them where the second is before the first. */
function joinRuns(state: State, pattern: RegExp): void {
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
}

/** Two named periods that are compared, whatever their order: the later one is the period. */
function paired(one: NamedSpan, two: NamedSpan): { period: NamedSpan; other: NamedSpan } {
  const [a, b] = [inYearOf(one, two), inYearOf(two, one)];
  return compareQuarters(a.from, b.from) >= 0 ? { period: a, other: b } : { period: b, other: a };
}

type Found = { period: Span | null; against: SaidReference | null };

/** Takes the first match of `pattern` out of the text. */
function take(state: State, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(state.text);
  if (match !== null)
    state.text = `${state.text.slice(0, match.index)} ${state.text.slice(match.index + match[0].length)}`;
  return match;
}

/** "compare 2022 et 2024", "entre T2 2025 et T2 2026" where a difference is asked, "2025 contre 2023". */
function takePair(state: State, { change, difference }: Manner): Found | null {
  const joined = difference || change ? "et|and|a|au|to|avec|with" : null;
  const either = new RegExp(
    `(?:\\b(?:entre|between|de|du|from) )?${articles}${mark} (?:,? ?)(?:${opposed}${joined === null ? "" : `|${joined}`}) ${articles}${mark}`,
  );
  const match = take(state, either);
  if (match === null) return null;
  const [one, two] = [spanAt(state, match[1]), spanAt(state, match[2])];
  if (one === null || two === null) return null;
  const { period, other } = paired(one, two);
  return { period, against: { span: other } };
}

const sameNoun =
  "(?:(?:a )?(?:la |le |l |the )?(?:meme|same) (?:trimestres?|periodes?|quarters?|periods?|epoque|semestres?))";

/** What is held against one thing: the reference, the aim, a period. */
function takeReference(state: State): SaidReference | null {
  if (take(state, new RegExp(`\\b(?:depuis|since) ${articles}${reference}\\b`)) !== null) return "baseline";
  const than = comparative.test(state.text) ? `(?:${opposed}|qu|que)` : opposed;
  if (take(state, new RegExp(`\\b${than} ${articles}${reference}\\b`)) !== null) return "baseline";
  if (take(state, new RegExp(`\\b${than} ${articles}(?:notre |nos |our |son |cette )?${aim}\\b`)) !== null)
    return "target";
  const same = take(state, new RegExp(`(?:\\b${than} ${articles})?${sameNoun} ${articles}${mark}`));
  if (same !== null) return { same: spanAt(state, same[1]) ?? "previous_year" };
  if (take(state, new RegExp(`\\b${than} ${articles}${sameNoun}`)) !== null) return { same: "previous_year" };
  const named = take(state, new RegExp(`\\b${than} ${articles}${mark}`));
  const span = named === null ? null : spanAt(state, named[1]);
  return span === null ? null : { span };
}

/** "depuis 2021", or since the beginning of everything. */
function takeSince(state: State, calendar: Calendar): Span | null {
  const match = take(
    state,
    new RegExp(
      `\\b(?:depuis|since|a partir de|a partir du|starting) ${articles}(?:(?:le )?debut (?:de |d )?)?${mark}`,
    ),
  );
  const from = match === null ? null : spanAt(state, match[1]);
  if (from !== null) return { from: from.from, to: calendar.current };
  const whole = take(
    state,
    /\b(?:depuis|since) (?:le |the )?(?:tout )?(?:debut|start|beginning|depart|toujours|origine|l origine)(?: (?:du|de|of) (?:plan|the plan|suivi|la collecte))?\b/,
  );
  return whole === null ? null : { from: calendar.first, to: calendar.current };
}

/** "l'année précédente" is the one before the period asked about, and not before today. */
function takeBefore(state: State): "previous_year" | "previous_quarter" | null {
  const than = comparative.test(state.text) ? `(?:${opposed}|qu|que)` : opposed;
  if (take(state, new RegExp(`\\b${than} ${articles}${yearBefore}\\b`)) !== null) return "previous_year";
  return take(state, new RegExp(`\\b${than} ${articles}${quarterBefore}\\b`)) === null
    ? null
    : "previous_quarter";
}

/** Reads the periods of a question from its folded text, and what they are held against. */
export function readPeriods(text: string, calendar: Calendar, manner: Manner): PeriodReading {
  const before: State = { text: ` ${text.replace(twoOrdinals, "$1 trimestre $2 $3 trimestre")} `, spans: [] };
  const relation = takeBefore(before);
  const state = markPeriods(before.text, calendar);
  const pair = takePair(state, manner);
  if (!manner.change || pair === null) {
    joinRuns(
      state,
      new RegExp(
        `\\b(?:de|du|d|from|depuis|since|entre|between|of) ${articles}${mark} (?:a|au|to|jusqu a|jusqu au|jusque|until|till|through|et|and) ${articles}${mark}`,
        "g",
      ),
    );
    joinRuns(
      state,
      new RegExp(`${mark} (?:(?:a|au|to|jusqu a|jusqu au|until|through) )${articles}${mark}`, "g"),
    );
  }
  const against = relation ?? pair?.against ?? takeReference(state);
  const since = takeSince(state, calendar);
  const left = [...state.text.matchAll(new RegExp(mark, "g"))].flatMap(
    (match) => spanAt(state, match[1]) ?? [],
  );
  const [single] = left;
  const rest = state.text.replace(new RegExp(mark, "g"), " ").replace(/\s+/g, " ").trim();
  const named = [pair?.period, since, ...left].filter((span) => span !== null && span !== undefined);
  return {
    rest,
    period: pair?.period ?? since ?? single ?? null,
    against,
    unclear: named.length > 1,
    since: since !== null,
  };
}
