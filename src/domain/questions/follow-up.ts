import { measureOf } from "./measure.ts";
import { strayed } from "./naming.ts";
import { type Parsed, parseQuestion, type ReadingInput } from "./parse.ts";
import type { Query, QueryAgainst, QueryPeriod } from "./query.ts";
import { againstOf, periodOf } from "./query-period.ts";
import { isOtherwise, nothing, type Reading } from "./read.ts";

/** How a question that follows another begins. */
const opening =
  /^\s*[«"“(]?\s*(?:et|and|mais|idem|pareil|m[eê]me chose|same|what about|how about|puis)\b[\s,:]*/iu;

/** Openings that may also begin a question of its own. */
const mayStandAlone = /^\s*(?:what about|how about)\b/iu;

/** Whether a question follows from another: it opens as such, and says nothing of what it wants to know. */
function follows(text: string, { signals }: Parsed): boolean {
  const own = [
    "quantity",
    "why",
    "made",
    "factor",
    "missing",
    "deadline",
    "who",
    "rank",
    "trend",
    "target",
  ] as const;
  return opening.test(text) && own.every((signal) => !signals.has(signal));
}

/**
 * Reads a question that changes one part of the last one ("et en 2023 ?", "et pour le papier ?"). Null for a
 * question of its own; unknown for one that follows where nothing was asked, or that changes nothing.
 */
export function readFollowUp(text: string, last: Query | null, input: ReadingInput): Reading | null {
  const bare = text.replace(opening, "");
  const parsed = parseQuestion(bare, input);
  if (!follows(text, parsed)) return null;
  const { repairs, strange, isClosed, limits } = parsed;
  if (last === null) return mayStandAlone.test(text) ? null : nothing(repairs, strange);
  if (isClosed || limits.isCut || strange.length > 0 || last.intent === "unknown")
    return nothing(repairs, strange);
  const query = changed(last, parsed, input);
  if (query === null || strayed(parsed.mentions, query.measure)) return nothing(repairs);
  if (isOtherwise(query, parsed, input.lexicon)) return nothing(repairs);
  return { query, asEmissions: false, repairs, candidates: [], strange: [] };
}

/** The last query with what the new words name in the place of what it had; null where they name nothing that fits. */
function changed(last: Query, parsed: Parsed, input: ReadingInput): Query | null {
  const { clues, mentions } = parsed;
  const named = measureOf(mentions, last.intent, input.lexicon);
  if (named.kind === "several" || (named.kind === "none" && mentions.length > 0)) return null;
  const measure = named.kind === "one" ? named.measure : last.measure;
  const held = clues.periods.against === null ? null : againstOf("compare", clues, input.calendar);
  if (held === "unclear") return null;
  const period = periodIn(last, parsed, input);
  if (period === "unclear") return null;
  const isNew = named.kind === "one" || clues.periods.period !== null || held !== null;
  if (!isNew) return null;
  if (held === null) return rebased({ ...last, measure, period });
  const compares = last.intent === "value" || last.intent === "compare" || last.intent === "trend";
  if (!compares && last.intent !== "explain") return null;
  const intent = last.intent === "explain" ? last.intent : "compare";
  return { intent, measure, period: held.period ?? period, against: held.value };
}

function periodIn(
  last: Query,
  { clues }: Parsed,
  { calendar }: ReadingInput,
): QueryPeriod | null | "unclear" {
  if (clues.periods.period === null) return last.period;
  return periodOf(last.intent, clues.periods, null, calendar);
}

/** A period held against itself says nothing: "2025 contre 2023", then "et 2023 ?". */
function rebased(query: Query): Query | null {
  const { period, against } = query;
  return isSpan(against) && period?.from === against.from && period.to === against.to ? null : query;
}

function isSpan(against: QueryAgainst | null): against is QueryPeriod {
  return typeof against === "object" && against !== null;
}
