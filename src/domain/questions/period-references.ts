import { compareQuarters } from "../quarter.ts";
import type { Span } from "../span.ts";
import type { Calendar, NamedSpan } from "./named-span.ts";
import { articles, inYearOf, mark, type State, spanAt, take } from "./period-marks.ts";

/** What a period is held against in the text itself. */
export type SaidReference =
  | "baseline"
  | "target"
  | "previous_year"
  | "previous_quarter"
  | { readonly span: NamedSpan }
  | { readonly same: NamedSpan | "previous_year" };

/** What the words around the periods say. */
export type Manner = {
  /** A change is asked about: two named periods are compared, a start is a reference. */
  readonly change: boolean;
  /** A difference or a comparison is asked for. */
  readonly difference: boolean;
};

const opposed =
  "(?:(?:mis )?(?:en |par )?rapport (?:a|au|aux)|vs|v|versus|contre|face a|face au|face aux|compar\\w* (?:a|au|aux|avec|to|with|and|et)|(?:superieur|inferieur|egal|identique)\\w* (?:a|au|aux)|en comparaison (?:de|du|avec|a|au)|par comparaison (?:a|avec|au)|in comparison (?:to|with)|relative to|against|than|as opposed to|below|above|under|en dessous (?:de|du)|au dessus (?:de|du)|relativement (?:a|au)|(?:au|en) regard (?:de|du|des)|a cote (?:de|du)|vis a vis (?:de|du))";

const comparative =
  /\b(?:mieux|pire|meilleure?s?|plus|moins|autant|superieure?s?|inferieure?s?|more|less|better|worse|lower|higher)\b/;

/** "Down on last year": what a change is from, and not when it was. */
const changedFrom = "(?<=\\b(?:up|down|higher|lower|better|worse) )(?:on|from)";

/** The words by which a text may hold its figure against another. */
function heldBy({ text }: State): string {
  return `(?:${opposed}|${changedFrom}${comparative.test(text) ? "|qu|que" : ""})`;
}

const reference =
  "(?:annee )?(?:de )?(?:la |l )?(?:annee de )?(?:reference|ref|baseline|base ?line|base year|reference year|annee de base|annee zero|depart|point de depart|annee de depart|starting point)";

const aim = "(?:objectifs?|obj|cibles?|trajectoires?|targets?|goals?|trajectory|pathway|buts?)";

const yearBefore =
  "(?:(?:l )?(?:annee|an|exercice) (?:precedente?|d avant|juste avant)|(?:the )?(?:previous|preceding|prior) year|(?:the )?year before)";

const quarterBefore =
  "(?:trimestres? (?:precedent|d avant|juste avant)|precedent trimestre|(?:the )?(?:previous|preceding|prior) quarter|(?:the )?quarter before)";

const sameNoun =
  "(?:(?:a )?(?:la |le |l |the )?(?:meme|same) (?:trimestres?|periodes?|quarters?|periods?|epoque|semestres?))";

/** Two named periods that are compared, whatever their order: the later one is the period. */
function paired(one: NamedSpan, two: NamedSpan): { period: NamedSpan; other: NamedSpan } {
  // "T3 par rapport à l'an dernier": the year of what it is held against is not its own.
  const [a, b] = [
    two.kind === "year" ? one : inYearOf(one, two),
    one.kind === "year" ? two : inYearOf(two, one),
  ];
  return compareQuarters(a.from, b.from) >= 0 ? { period: a, other: b } : { period: b, other: a };
}

type Found = { period: Span | null; against: SaidReference | null };

/** "compare 2022 et 2024", "entre T2 2025 et T2 2026" where a difference is asked, "2025 contre 2023". */
export function takePair(state: State, { change, difference }: Manner): Found | null {
  const joined = difference || change ? `et|and|a|au|to|avec|with${change ? "|from|on" : ""}` : null;
  const either = new RegExp(
    `(?:\\b(?:entre|between|de|du|from) )?${articles}${mark} (?:(?:${opposed}${joined === null ? "" : `|${joined}`}) ${articles})${difference ? "?" : ""}${mark}`,
  );
  const match = take(state, either);
  if (match === null) return null;
  const [one, two] = [spanAt(state, match[1]), spanAt(state, match[2])];
  if (one === null || two === null) return null;
  const { period, other } = paired(one, two);
  return { period, against: { span: other } };
}

/** What is held against one thing: the reference, the aim, a period. */
export function takeReference(state: State): SaidReference | null {
  if (take(state, new RegExp(`\\b(?:depuis|since) ${articles}${reference}\\b`)) !== null) return "baseline";
  const than = heldBy(state);
  if (take(state, new RegExp(`\\b${than} ${articles}${reference}\\b`)) !== null) return "baseline";
  if (take(state, new RegExp(`\\b${than} ${articles}(?:notre |nos |our |son |cette )?${aim}\\b`)) !== null)
    return "target";
  // "Against the waste target": the words between name what the target is of.
  if (take(state, new RegExp(`\\b${than} (?=${articles}(?:our )?(?:[a-z]+ ){1,2}${aim}\\b)`)) !== null)
    return "target";
  const same = take(state, new RegExp(`(?:\\b${than} ${articles})?${sameNoun} ${articles}${mark}`));
  if (same !== null) return { same: spanAt(state, same[1]) ?? "previous_year" };
  if (take(state, new RegExp(`\\b${than} ${articles}${sameNoun}`)) !== null) return { same: "previous_year" };
  const named = take(state, new RegExp(`\\b${than} ${articles}${mark}`));
  const span = named === null ? null : spanAt(state, named[1]);
  return span === null ? null : { span };
}

const today =
  "(?:l )?(?:aujourd hui|maintenant|ce jour|ce moment|present|now|today|date|this day|nos jours|here)";

/** "depuis 2021", "de 2021 à aujourd'hui", or since the beginning of everything. */
export function takeSince(state: State, calendar: Calendar): Span | null {
  const untilNow = take(
    state,
    new RegExp(
      `(?:\\b(?:de|du|d|depuis|from|since|entre|between) )?${articles}${mark} (?:a|au|to|jusqu a|jusqu au|jusque|until|till|up to|et|and) (?:le |the )?${today}\\b`,
    ),
  );
  const start = untilNow === null ? null : spanAt(state, untilNow[1]);
  if (start !== null) return { from: start.from, to: calendar.current };
  const match = take(
    state,
    new RegExp(
      `\\b(?:depuis|since|a partir de|a partir du|starting) ${articles}(?:(?:le )?debut (?:de |d )?|early |(?:the )?(?:start|beginning) of )?${mark}`,
    ),
  );
  const from = match === null ? null : spanAt(state, match[1]);
  if (from !== null) return { from: from.from, to: calendar.current };
  const whole = take(
    state,
    /\b(?:depuis|since) (?:le |the )?(?:tout )?(?:debut|start|beginning|depart|toujours|origine|l origine)(?: (?:du|de|of) (?:plan|the plan|suivi|la collecte))?\b|\b(?:depuis|since) (?:la |the )?(?:creation|mise en place|launch|lancement) (?:du|of the) (?:plan|suivi)\b/,
  );
  return whole === null ? null : { from: calendar.first, to: calendar.current };
}

/** "le précédent", "the last one": the year or the quarter before, as the one asked about is. */
const oneBefore =
  "(?:precedente?s?|celui d avant|celle d avant|(?:previous|last|preceding) one|one before|previous|last)(?= $| (?:en|pour|sur|au|in|for|on)\\b)";

type Before = "previous_year" | "previous_quarter" | "previous";

/** "l'année précédente" is the one before the period asked about, and not before today. */
export function takeBefore(state: State, { change, difference }: Manner): Before | null {
  const than = heldBy(state);
  const sameIn = `(?:${sameNoun} (?:de |d |du |of |in |a |en |the )*)?`;
  if (take(state, new RegExp(`\\b${than} ${articles}${sameIn}${articles}${yearBefore}\\b`)) !== null)
    return "previous_year";
  if (take(state, new RegExp(`\\b${than} ${articles}${quarterBefore}\\b`)) !== null)
    return "previous_quarter";
  const joined = difference || change ? `(?:${than}|et|and|avec|with)` : than;
  return take(state, new RegExp(`\\b${joined} ${articles}${oneBefore}`)) === null ? null : "previous";
}

/** The year or the quarter before, where the period asked about is one of them. */
export function beforeIt(period: NamedSpan | undefined): "previous_year" | "previous_quarter" | null {
  if (period?.kind === "quarter") return "previous_quarter";
  return period?.kind === "year" ? "previous_year" : null;
}
