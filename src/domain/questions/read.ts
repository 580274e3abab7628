import type { Plan } from "../plan.ts";
import { namesPartOfEmissions } from "./another-thing.ts";
import { isOtherDeed } from "./deeds.ts";
import { type Clues, intentOf } from "./intent.ts";
import { type Lexicon, lexiconOf, type Meaning } from "./lexicon.ts";
import type { MeasureReading } from "./measure.ts";
import type { Calendar } from "./named-span.ts";
import { asksWaste, asWaste, defaultMeasure, namedMeasure, strayed } from "./naming.ts";
import { type Parsed, parseQuestion, questionLimit, type ReadingInput, type Repair } from "./parse.ts";
import { type Intent, type Measure, type Query, unknownQuery } from "./query.ts";
import { againstOf, periodOf } from "./query-period.ts";
import { amounts, isSound } from "./soundness.ts";

/** A question as it was read. */
export type Reading = {
  readonly query: Query;
  /** The emissions of a measure are asked for, and not its quantity. */
  readonly asEmissions: boolean;
  readonly repairs: readonly Repair[];
  /** What it may also have meant; only with the intent unknown. */
  readonly candidates: readonly Query[];
  /** Words nobody knows; only with the intent unknown. */
  readonly strange: readonly string[];
};

/** Nothing understood. */
export function nothing(
  repairs: readonly Repair[],
  strange: readonly string[] = [],
  candidates: readonly Query[] = [],
): Reading {
  return { query: unknownQuery, asEmissions: false, repairs, candidates, strange };
}

/** The query about a measure, as far as its period and its reference can be told. */
function queryOf(
  intent: Intent,
  measure: Measure | null,
  facts: { clues: Clues; calendar: Calendar },
): Query | null {
  const { clues, calendar } = facts;
  const against = againstOf(intent, clues, calendar);
  if (against === "unclear") return null;
  const period = periodOf(intent, clues.periods, against, calendar);
  return period === "unclear" ? null : { intent, measure, period, against: against?.value ?? null };
}

function resolve(intent: Intent, measure: MeasureReading, clues: Clues): readonly (Measure | null)[] {
  if (measure.kind === "one") return [measure.measure];
  if (measure.kind === "several") return measure.measures;
  const fallback = defaultMeasure(intent, clues);
  return fallback === null ? [] : [fallback === "none" ? null : fallback];
}

/** Reads a question. Never throws, whatever the text; what is not understood is "unknown", never guessed. */
export function readQuestion(text: string, input: ReadingInput): Reading {
  return readParsed(parseQuestion(text, input), input);
}

/** Whether a text asks to do something, or is too long to be a question. */
export function asksToDo(text: string, input: ReadingInput): boolean {
  const { isOrder } = parseQuestion(text, input);
  return isOrder || text.length > questionLimit;
}

/** Reads a question that is taken to pieces. */
export function readParsed(parsed: Parsed, { lexicon, calendar }: ReadingInput): Reading {
  const { clues, repairs, strange, isClosed, limits } = parsed;
  if (isClosed || limits.isCut) return nothing(repairs, strange);
  const intent = intentOf(clues);
  const mentions = asksWaste(clues) ? asWaste(parsed.mentions, lexicon) : parsed.mentions;
  const measure = namedMeasure({ ...parsed, mentions }, intent, lexicon);
  const queries = resolve(intent, measure, clues).flatMap(
    (each) => queryOf(intent, each, { clues, calendar }) ?? [],
  );
  const [query, ...others] = queries;
  if (query === undefined || others.length > 0 || strange.length > 0)
    return nothing(repairs, strange, queries.slice(0, 5));
  const ofQuantity = query.measure === "waste" || lexicon.kindOf(query.measure ?? "") === "indicator";
  const named = {
    measure,
    mentions,
    asEmissions: ofQuantity && measure.kind === "one" && measure.asEmissions,
  };
  if (isUnfit(query, parsed, named, lexicon)) return nothing(repairs);
  if (isStanding(query, clues)) return nothing(repairs, [], standings(query));
  return { query, asEmissions: named.asEmissions, repairs, candidates: [], strange: [] };
}

/** What a question names, as its intent has it. */
type Named = {
  readonly measure: MeasureReading;
  readonly mentions: readonly Meaning[];
  /** The emissions of a quantity are asked for. */
  readonly asEmissions: boolean;
};

/** Whether words of the question make another figure of the one that a query asks for. */
function isUnfit(
  query: Query,
  parsed: Parsed,
  { measure, mentions, asEmissions }: Named,
  lexicon: Lexicon,
): boolean {
  const { clues, joins, signals } = parsed;
  const { intent } = query;
  if (strayed(mentions, query.measure) || !isSound(query, clues, { mentions, lexicon })) return true;
  if (isOtherwise(query, parsed, lexicon, asEmissions)) return true;
  if (joins && !isOneThing(query, measure, mentions)) return true;
  // "Les émissions des projets": nothing tells them.
  if (measure.kind === "one" && measure.asEmissions && !asEmissions && query.measure !== "compensation")
    return true;
  const isOfFactor = intent === "factor" && !signals.has("factor");
  return (asEmissions || isOfFactor) && !lexicon.emits(query.measure ?? "");
}

/** Whether words beside the names say of what is measured something that its figure does not tell. */
export function isOtherwise(
  { intent, measure, against }: Query,
  { clues, limits, words }: Parsed,
  lexicon: Lexicon,
  asEmissions = false,
): boolean {
  if (limits.isBeyond && figured.has(intent) && against !== "target") return true;
  if (intent !== "owner" && measure?.startsWith("ghg") && namesPartOfEmissions(words)) return true;
  const measured = asEmissions ? "ghg" : (measure ?? "");
  const isOther =
    isOtherDeed(words, measured, lexicon.familyOf(measured)) ||
    clues.units.some((unit) => !lexicon.accepts(measured, unit));
  return amounts.has(intent) && isOther;
}

/** Intents that tell what was measured. */
const figured: ReadonlySet<Intent> = new Set(["value", "trend", "compare", "rank", "explain"]);

/** "Où en est-on ?" without a word of what to hold it against: the total and the target are both answers. */
function isStanding({ intent, against }: Query, { has, periods }: Clues): boolean {
  const isAlone =
    !has("target") &&
    !has("status") &&
    !has("held") &&
    !has("change") &&
    !has("late") &&
    periods.against === null;
  return intent === "compare" && against === "target" && has("standing") && isAlone;
}

function standings(query: Query): Query[] {
  return [
    { ...query, intent: "value", against: null },
    { ...query, against: "previous_year" },
    { ...query, against: "target" },
  ];
}

/** Of things named side by side ("papier et carton"), whether each is called as the measure is; an action's title names several. */
function isOneThing(
  { intent, measure }: Query,
  reading: MeasureReading,
  mentions: readonly Meaning[],
): boolean {
  if (!amounts.has(intent) && intent !== "explain") return true;
  if (measure === null || (reading.kind === "one" && reading.asEmissions)) return false;
  return mentions.every(({ names }) => names.length === 0 || names.includes(measure));
}

/** Prepares what reading a plan's questions needs. */
export function readingOf(plan: Plan, calendar: Calendar): ReadingInput {
  return { lexicon: lexiconOf(plan), calendar };
}
