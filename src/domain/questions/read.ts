import type { Plan } from "../plan.ts";
import { type Clues, intentOf } from "./intent.ts";
import { type Lexicon, lexiconOf, type Meaning } from "./lexicon.ts";
import { type MeasureReading, measureOf } from "./measure.ts";
import type { Calendar } from "./named-span.ts";
import { type Parsed, parseQuestion, questionLimit, type ReadingInput, type Repair } from "./parse.ts";
import { type Intent, type Measure, type Query, unknownQuery } from "./query.ts";
import { againstOf, periodOf } from "./query-period.ts";
import type { Signal } from "./vocabulary.ts";

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

/** The measure an intent falls back on where none is named; null where it must be named. */
function defaultMeasure(intent: Intent, signals: ReadonlySet<Signal>): Measure | "none" | null {
  if (intent === "missing" || intent === "deadline") return "none";
  if (intent === "rank" && signals.has("stream")) return "waste";
  if (intent === "rank" && signals.has("post")) return "ghg";
  if (intent === "explain" && signals.has("effect")) return "ghg";
  return null;
}

/** The days spent on the plan are the referent's, where the plan counts them: nobody else's are recorded. */
function daysSpent(intent: Intent, signals: ReadonlySet<Signal>, { kindOf }: Lexicon): boolean {
  const isAsked = (["plan", "days", "spent"] as const).every((signal) => signals.has(signal));
  return intent === "value" && isAsked && kindOf("temps-referent") === "indicator";
}

/** "Combien de % de nos déchets ont été triés": the rate of it, and not the weight. */
function asRate(reading: MeasureReading, { has }: Clues): MeasureReading {
  const isRate = reading.kind === "one" && reading.measure === "waste" && has("percent") && has("sorted");
  return isRate ? { kind: "one", measure: "taux-tri", asEmissions: false } : reading;
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

function resolve(
  intent: Intent,
  measure: MeasureReading,
  signals: ReadonlySet<Signal>,
): readonly (Measure | null)[] {
  if (measure.kind === "one") return [measure.measure];
  if (measure.kind === "several") return measure.measures;
  const fallback = defaultMeasure(intent, signals);
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
  const { clues, mentions, signals, repairs, strange, isClosed } = parsed;
  if (isClosed) return nothing(repairs, strange);
  const intent = intentOf(clues);
  const named = asRate(settled(measureOf(mentions, intent, lexicon), parsed, lexicon), clues);
  const measure: MeasureReading = daysSpent(intent, signals, lexicon)
    ? { kind: "one", measure: "temps-referent", asEmissions: false }
    : named;
  const queries = resolve(intent, measure, signals).flatMap(
    (each) => queryOf(intent, each, { clues, calendar }) ?? [],
  );
  const [query, ...others] = queries;
  if (query === undefined || others.length > 0 || strange.length > 0)
    return nothing(repairs, strange, queries.slice(0, 5));
  if (strayed(mentions, query.measure) || !isSound(query, clues, mentions)) return nothing(repairs);
  if (isStanding(query, clues)) return nothing(repairs, [], standings(query));
  const ofQuantity = query.measure === "waste" || lexicon.kindOf(query.measure ?? "") === "indicator";
  if (parsed.joins && !isOneThing(query, measure, mentions)) return nothing(repairs);
  const asEmissions = ofQuantity && measure.kind === "one" && measure.asEmissions;
  const measured = asEmissions ? "ghg" : (query.measure ?? "");
  if (amounts.has(intent) && clues.units.some((unit) => !lexicon.accepts(measured, unit)))
    return nothing(repairs);
  return { query, asEmissions, repairs, candidates: [], strange: [] };
}

/** Words that name another thing than the measure chosen, and say nothing else. */
export function strayed(mentions: readonly Meaning[], measure: Measure | null): boolean {
  return mentions.some(({ names, within, signals }) => {
    if (signals.length > 0 || measure === null) return false;
    return (
      !names.includes(measure) && !within.includes(measure) && !names.some((name) => name.startsWith("ghg"))
    );
  });
}

/** Of measures that share a name ("personnes"), the only one of which another word is said too ("formées"). */
function settled(reading: MeasureReading, { words, mentions }: Parsed, { holds }: Lexicon): MeasureReading {
  if (reading.kind !== "several") return reading;
  const telling = words.filter((stem) => stem.length > 4);
  const scores = reading.measures.map((measure) => telling.filter((stem) => holds(measure, stem)).length);
  const most = Math.max(...scores);
  const [best, ...others] = reading.measures.filter((_, index) => scores[index] === most);
  const isOne = best !== undefined && others.length === 0 && !strayed(mentions, best);
  return isOne ? { kind: "one", measure: best, asEmissions: false } : reading;
}

/** Intents whose answer is an amount of the measure. */
const amounts: ReadonlySet<Intent> = new Set(["value", "trend", "compare", "rank", "target"]);

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

/** Words that ask for anything but a total. */
const beside = ["why", "when", "manner", "cost", "planned"] as const;

/** "Pourquoi le train ?" asks for no figure: a change, a total or a period does. */
function isOfFigure(has: Clues["has"], { period, against }: Clues["periods"]): boolean {
  const tells = ["change", "made", "effect", "obtained", "quantity", "most", "difference", "rank"] as const;
  return !has("cost") && (period !== null || against !== null || tells.some((signal) => has(signal)));
}

/** Whether the words asked amount to a question of that intent: a name in passing is none, nor is a request for advice. */
function isSound(
  { intent, measure }: Query,
  { has, periods, perEach, startsWithWhere, startsWithWho }: Clues,
  mentions: readonly Meaning[],
): boolean {
  if (has("ratio") && amounts.has(intent)) return false;
  // "Combien de trains en retard" counts trains; "quels chiffres du train sont en retard" asks what is missing.
  if (intent === "missing" && measure !== null && has("quantity") && !has("missing"))
    return has("submit") || has("data");
  if (intent === "explain" && !isOfFigure(has, periods)) return false;
  if (intent === "rank") return measure === "ghg" || measure === "waste" || measure === "resources";
  if (intent === "compare" || intent === "target")
    return !has("manner") || periods.against !== null || has("status") || has("standing") || has("target");
  if (intent !== "value") return true;
  if (mentions.length === 0 || measure === null || startsWithWhere || startsWithWho) return false;
  if (perEach) return false;
  if (measure === "depenses" && mentions.some(({ names }) => names.includes("ghg"))) return false;
  if (has("percent") && measure !== "taux-tri") return false;
  if (has("days") && measure !== "temps-referent") return false;
  const isOfPerson = mentions.every(({ names }) => measure === null || !names.includes(measure));
  if (measure === "temps-referent" && isOfPerson && !has("days") && !has("spent")) return false;
  return (has("quantity") || !has("asks")) && beside.every((signal) => !has(signal));
}

/** Prepares what reading a plan's questions needs. */
export function readingOf(plan: Plan, calendar: Calendar): ReadingInput {
  return { lexicon: lexiconOf(plan), calendar };
}
