import type { Clues } from "./intent.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { type MeasureReading, measureOf } from "./measure.ts";
import type { Parsed } from "./parse.ts";
import type { Intent, Measure } from "./query.ts";
import type { Signal } from "./vocabulary.ts";

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
  return isOne ? one(best) : reading;
}

function one(measure: Measure): MeasureReading {
  return { kind: "one", measure, asEmissions: false };
}

/** Whether the rate of what is sorted is asked for, and not a weight: "quelle part de nos déchets a été triée". */
export function asksRate({ has }: Clues): boolean {
  return (has("percent") || has("share")) && has("sorted");
}

function asRate(reading: MeasureReading, clues: Clues): MeasureReading {
  const isOfWaste = reading.kind === "none" || (reading.kind === "one" && reading.measure === "waste");
  return asksRate(clues) && isOfWaste ? one("taux-tri") : reading;
}

/** Whether what was thrown away is spoken of, so that "papier" is the waste of it. */
export function asksWaste({ has }: Clues): boolean {
  return has("discarded") || (has("sorted") && has("asks"));
}

/** The mentions with the waste that they name in part, where what was thrown away is asked for. */
export function asWaste(mentions: readonly Meaning[], { isWaste }: Lexicon): readonly Meaning[] {
  return mentions.map((mention) => {
    const wastes = mention.within.filter(isWaste);
    const isOther = mention.names.length > 0 && !mention.names.some(isWaste);
    return isOther && wastes.length > 0 ? { ...mention, names: wastes } : mention;
  });
}

/** Who pilots "l'action réduction et compensation carbone" pilots the action, as who runs "le centre de ressources". */
function asAction(reading: MeasureReading, { clues, mentions }: Parsed, lexicon: Lexicon): MeasureReading {
  const { kindOf } = lexicon;
  const ofActions = ({ within }: Meaning) => within.some((each) => kindOf(each) === "action");
  // "Réduction" is a word of change elsewhere; who answers for a change answers for an action.
  const titled = mentions.filter((each) => each.signals.length === 0 || ofActions(each));
  const isSaid =
    clues.has("action") ||
    (clues.has("change") && mentions.some((each) => each.signals.length > 0 && ofActions(each)));
  const action = isSaid ? measureOf(titled, "action", lexicon) : null;
  if (action?.kind === "one") return action;
  if (reading.kind !== "several") return reading;
  if (mentions.some(({ names }) => names.some((name) => reading.measures.includes(name)))) return reading;
  const [only, ...others] = reading.measures.filter((each) => kindOf(each) === "action");
  return only !== undefined && others.length === 0 ? one(only) : reading;
}

/** The days spent on the plan are the referent's, where the plan counts them: nobody else's are recorded. */
function daysSpent(intent: Intent, signals: ReadonlySet<Signal>, { kindOf }: Lexicon): boolean {
  const isAsked = (["plan", "days", "spent"] as const).every((signal) => signals.has(signal));
  return intent === "value" && isAsked && kindOf("temps-referent") === "indicator";
}

/** The measure that a question names, as its intent has it. */
export function namedMeasure(parsed: Parsed, intent: Intent, lexicon: Lexicon): MeasureReading {
  const { clues, mentions, signals } = parsed;
  if (daysSpent(intent, signals, lexicon)) return one("temps-referent");
  const reading = measureOf(mentions, intent, lexicon);
  if (intent === "owner") return settled(asAction(reading, parsed, lexicon), parsed, lexicon);
  return asRate(settled(reading, parsed, lexicon), clues);
}

/** The measure an intent falls back on where none is named: "none" where it needs none; null where it must be named. */
export function defaultMeasure(intent: Intent, { has }: Clues): Measure | "none" | null {
  if (intent === "missing" || intent === "deadline") return "none";
  if (intent === "rank" && has("stream")) return "waste";
  if (intent === "rank" && has("post")) return "ghg";
  if (intent === "explain" && has("effect")) return "ghg";
  if (intent === "compare" && has("sorted") && has("change")) return "taux-tri";
  return intent === "value" && has("discarded") && has("quantity") ? "waste" : null;
}
