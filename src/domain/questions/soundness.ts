import type { Clues } from "./intent.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { asksRate, asksWaste } from "./naming.ts";
import type { Intent, Measure, Query } from "./query.ts";

/** Intents whose answer is an amount of the measure. */
export const amounts: ReadonlySet<Intent> = new Set(["value", "trend", "compare", "rank", "target"]);

/** Words that ask for anything but a total. */
const beside = ["why", "when", "manner", "cost", "planned", "source"] as const;

/** "Pourquoi le train ?" asks for no figure: a change, a total or a period does. */
function isOfFigure(has: Clues["has"], { period, against }: Clues["periods"]): boolean {
  const tells = ["change", "made", "effect", "obtained", "quantity", "most", "difference", "rank"] as const;
  return !has("cost") && (period !== null || against !== null || tells.some((signal) => has(signal)));
}

/** Why an aim or a factor is what it is: nobody wrote it down. */
function isOfAim({ has, periods }: Clues): boolean {
  return (has("target") && periods.against === null) || (has("factor") && !has("effect"));
}

function isSplit(measure: Measure | null): boolean {
  return (
    measure === "ghg" ||
    measure === "waste" ||
    measure === "resources" ||
    measure?.startsWith("ghg.") === true
  );
}

/** Whether words that divide, compare or throw away what is measured leave an amount of it. */
function isWhole({ intent, measure }: Query, clues: Clues, { isWaste }: Lexicon): boolean {
  const { has, periods } = clues;
  if (!amounts.has(intent)) return true;
  if (clues.asksWhom) return false;
  if (has("ratio") || (has("percent") && intent === "trend" && measure !== "taux-tri")) return false;
  // Trips are not counted: their kilometres are.
  if (has("trips") && clues.units.length === 0) return false;
  if (has("share") && measure !== "taux-tri" && intent !== "rank") return false;
  if (has("more") && periods.against === null && !has("change")) return false;
  // What is sorted is a part of the waste, and the rate of it another figure.
  if (has("sorted") && measure === "waste") return false;
  const isThrown = asksWaste(clues) || has("sorted");
  return !isThrown || measure === null || isWaste(measure) || measure.startsWith("ghg");
}

/** Whether the words asked amount to a question of that intent: a name in passing is none, nor is a request for advice. */
export function isSound(
  query: Query,
  clues: Clues,
  facts: { readonly mentions: readonly Meaning[]; readonly lexicon: Lexicon },
): boolean {
  const { intent, measure } = query;
  const { has, periods } = clues;
  if (!isWhole(query, clues, facts.lexicon)) return false;
  if (intent === "missing" && (has("ratio") || has("trips"))) return false;
  // "Combien de trains en retard" counts trains; "quels chiffres du train sont en retard" asks what is missing.
  if (intent === "missing" && measure !== null && has("quantity") && !has("missing"))
    return has("submit") || has("data");
  if (intent === "missing" && (has("plan") || has("days") || clues.names.code)) return false;
  if (intent === "explain" && isOfAim(clues)) return false;
  if (intent === "explain" && (has("missing") || !isOfFigure(has, periods))) return false;
  if (amounts.has(intent) && has("when")) return false;
  if (intent === "rank") return isSplit(measure);
  if (intent === "compare" || intent === "target")
    return !has("manner") || periods.against !== null || has("status") || has("standing") || has("target");
  return intent !== "value" || isTotal(measure, clues, facts.mentions);
}

/** Whether a total of the measure is asked for. */
function isTotal(measure: Measure | null, clues: Clues, mentions: readonly Meaning[]): boolean {
  const { has, perEach, startsWithWhere, startsWithWho } = clues;
  const isUnnamed = mentions.length === 0 && !asksRate(clues) && !has("discarded");
  if (isUnnamed || measure === null || startsWithWhere || startsWithWho) return false;
  if (perEach || has("yearly") || (has("who") && !has("quantity"))) return false;
  if (has("plan") && measure !== "depenses" && measure !== "temps-referent") return false;
  if (measure === "depenses" && mentions.some(({ names }) => names.includes("ghg"))) return false;
  if (has("percent") && measure !== "taux-tri") return false;
  if (has("days") && measure !== "temps-referent") return false;
  const isOfPerson = mentions.every(({ names }) => !names.includes(measure));
  if (measure === "temps-referent" && has("submit")) return false;
  if (measure === "temps-referent" && isOfPerson && !has("days") && !has("spent")) return false;
  return (has("quantity") || !has("asks")) && beside.every((signal) => !has(signal));
}
