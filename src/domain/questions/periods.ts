import type { Span } from "../span.ts";
import type { Calendar } from "./named-span.ts";
import {
  articles,
  fromTo,
  joinMonths,
  joinNeighbours,
  joinRuns,
  mark,
  markPeriods,
  type State,
  spanAt,
} from "./period-marks.ts";
import {
  beforeIt,
  type Manner,
  type SaidReference,
  takeBefore,
  takePair,
  takeReference,
  takeSince,
} from "./period-references.ts";
import { spelt } from "./period-spellings.ts";

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

/** "du 1er au 3e trimestre": the noun is said once for both. */
const twoOrdinals =
  /\b(premier|1er|1e|deuxieme|2e|2eme|second|troisieme|3e|3eme|first|second|third) (a|au|et|to|and)(?: l| le| the)? (deuxieme|2e|2eme|second|troisieme|3e|3eme|quatrieme|4e|4eme|third|fourth) (?:trimestre|trim|quarter)s?\b/g;

/** Reads the periods of a question from its folded text, and what they are held against. */
export function readPeriods(text: string, calendar: Calendar, manner: Manner): PeriodReading {
  const said = spelt(text).replace(twoOrdinals, "$1 trimestre $2 $3 trimestre");
  const before: State = { text: ` ${said} `, spans: [] };
  const relative = takeBefore(before, manner);
  const state = markPeriods(before.text, calendar);
  joinMonths(state);
  // With more than two periods, "d'avril à juin" is one of those that are compared.
  if ((state.text.match(new RegExp(mark, "g")) ?? []).length > 2) joinRuns(state, fromTo);
  const pair = takePair(state, manner);
  if (!manner.change || pair === null) {
    joinRuns(state, fromTo);
    joinRuns(
      state,
      new RegExp(`${mark} (?:(?:a|au|to|jusqu a|jusqu au|until|through) )${articles}${mark}`, "g"),
    );
    joinNeighbours(state);
  }
  const relation = relative === "previous" ? null : relative;
  const against = relation ?? pair?.against ?? takeReference(state);
  const since = takeSince(state, calendar);
  const left = [...state.text.matchAll(new RegExp(mark, "g"))].flatMap(
    (match) => spanAt(state, match[1]) ?? [],
  );
  const [single] = left;
  const rest = state.text.replace(new RegExp(mark, "g"), " ").replace(/\s+/g, " ").trim();
  const named = [pair?.period, since, ...left].filter((span) => span !== null && span !== undefined);
  const isBefore = relative === "previous" && against === null;
  const held = isBefore ? beforeIt(single) : against;
  return {
    rest,
    period: pair?.period ?? since ?? single ?? null,
    against: held,
    unclear: named.length > 1 || (isBefore && held === null),
    since: since !== null,
  };
}
