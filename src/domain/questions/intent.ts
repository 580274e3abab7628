import { yearOf } from "../quarter.ts";
import type { PeriodReading } from "./periods.ts";
import { generalMeasures, type Intent } from "./query.ts";
import type { Signal } from "./vocabulary.ts";

/** What a question shows of its intent. */
export type Clues = {
  readonly has: (signal: Signal) => boolean;
  /** The measures named: what kinds of things they are. */
  readonly names: {
    readonly action: boolean;
    /** An action is called by its code. */
    readonly code: boolean;
    readonly emission: boolean;
    readonly person: boolean;
    readonly quantity: boolean;
  };
  readonly periods: PeriodReading;
  /** The units named. */
  readonly units: readonly string[];
  /** One unit of something is spoken of: "par km", "une nuit". */
  readonly perUnit: boolean;
  /** A quantity is asked for each of something: "par km", "chaque repas". */
  readonly perEach: boolean;
  /** The figure that the words name, whatever else they name; null where they name none. */
  readonly figure: string | null;
  /** The question begins with the word for where. */
  readonly startsWithWhere: boolean;
  /** The question begins with the word for who. */
  readonly startsWithWho: boolean;
  /** It asks what one has to come to: "à combien doit-on descendre", "combien en faut-il pour atteindre l'objectif". */
  readonly comesDownTo: boolean;
  /** It asks to whom something is handed, or of whom it is asked. */
  readonly asksWhom: boolean;
};

/** One rule of reading: the intent, and when it applies. The first that applies wins. */
type Rule = readonly [Intent, (clues: Clues) => boolean];

const isExplained = ({ has, names, periods }: Clues): boolean =>
  // "Explique-moi l'action AI.2" asks what the plan says of it.
  (has("why") && !(names.code && !names.quantity && !has("change"))) ||
  (has("made") && !has("factor")) ||
  (has("manner") && has("obtained") && !has("factor") && !names.code) ||
  (has("change") && has("effect") && (names.emission || periods.against === null) && has("source"));

const isFactor = (clues: Clues): boolean => {
  const { has, names } = clues;
  const asksElse = (["trend", "change", "rank", "target"] as const).some((signal) => has(signal));
  return has("factor") || (names.emission && names.quantity && clues.perUnit && !asksElse);
};

const isOwner = ({ has, names, startsWithWho }: Clues): boolean =>
  (has("who") &&
    (startsWithWho || has("charge")) &&
    (has("charge") || has("submit") || names.person || (names.action && !names.quantity))) ||
  (has("charge") && (names.person || names.quantity || names.action) && has("who")) ||
  (has("responsible") && (names.quantity || names.action || names.emission)) ||
  (names.person && !names.quantity && !has("quantity") && !has("days"));

/** Figures that lack, or the question whether all are there. */
function isMissing(has: Clues["has"]): boolean {
  return has("missing") || (has("everyone") && (has("submit") || (has("asks") && !has("quantity"))));
}

/** "L'eau du T3 est-elle saisie ?": whether one figure has come in. */
function isEntered({ has, periods }: Clues): boolean {
  const asksElse = ["which", "who", "change", "more", "most", "target"] as const;
  return (
    has("entered") && has("asks") && periods.against === null && asksElse.every((signal) => !has(signal))
  );
}

const rules: readonly Rule[] = [
  ["explain", isExplained],
  ["factor", isFactor],
  ["target", ({ comesDownTo }) => comesDownTo],
  ["deadline", ({ has }) => has("deadline") || (has("when") && has("submit"))],
  ["missing", ({ has }) => isMissing(has) && !has("target")],
  ["missing", isEntered],
  ["missing", ({ has, periods }) => has("late") && !has("target") && periods.against !== "target"],
];

/** Names the intent of a question from its clues; "unknown" where nothing says what is asked. */
export function intentOf(clues: Clues): Intent {
  const first = rules.find(([, applies]) => applies(clues));
  if (first !== undefined) return first[0];
  const { has, names, periods } = clues;
  const aims = has("target") || periods.against === "target";
  if (isAction(clues)) return "action";
  if (has("reach") && !aims) return "target";
  if (has("rank") && !aims && periods.against === null && !isRate(clues)) return "rank";
  if (isOwner(clues)) return "owner";
  if (aims)
    return isOnAim(clues) ? "compare" : (has("trend") || has("path")) && isLong(periods) ? "trend" : "target";
  if (has("trend") && periods.against === null) return "trend";
  // "Doit-on baisser": what is aimed at, and not what became of it.
  if (has("ought") && has("change") && periods.against === null) return "target";
  if (periods.against !== null || has("change") || has("difference")) return "compare";
  if ((has("status") || has("standing")) && !has("about")) return "compare";
  if (names.code && !names.quantity && clues.figure === null) return "action";
  return has("ought") && has("quantity") ? "target" : "value";
}

/** The share of what is sorted is a rate, and no split by source. */
function isRate({ has }: Clues): boolean {
  return (has("percent") || has("share")) && has("sorted");
}

/** More than one year. */
function isLong({ since, period }: PeriodReading): boolean {
  return since || (period !== null && yearOf(period.from) !== yearOf(period.to));
}

/** Figures that are no flow of one indicator: totals, and the actions that are counted. */
function isNoFlow(figure: string | null): boolean {
  return (
    figure === null || figure === "actions-collectives" || generalMeasures.some((each) => each === figure)
  );
}

function isAction(clues: Clues): boolean {
  const { has, names, figure, periods } = clues;
  if (has("responsible") || figure === "depenses") return false;
  const isPriced = has("cost") && (!names.quantity || has("plan") || has("action"));
  // "Budget gaz": an indicator that a title happens to hold is no action.
  const isFlow = names.quantity && !names.code && !has("action") && !has("plan") && !isNoFlow(figure);
  if ((has("planned") || isPriced || isBegun(clues)) && !isFlow) return names.action || has("plan");
  if (has("days") && figure !== referentTime && periods.period === null) return names.action;
  if (has("plan") && (has("yearly") || has("about") || has("when"))) return names.action;
  if (has("plan") && has("days")) return false;
  const isTold = has("about") || has("when") || (has("why") && names.code);
  return names.action && isTold && (has("action") || (!names.quantity && figure === null));
}

/** When an action starts; "combien d'actions avons-nous lancées" and those "lancées en 2025" are counted. */
function isBegun({ has, figure, periods }: Clues): boolean {
  const isCounted = figure !== null && !has("when") && (has("which") || periods.period !== null);
  return has("begins") && !isCounted;
}

/** The figure of the days that the referent spends: days of anything else are those an action plans. */
const referentTime = "temps-referent";

/** Being in line with an aim, ahead of it or behind. */
function isOnAim({ has, periods }: Clues): boolean {
  return (
    periods.against === "target" ||
    has("status") ||
    has("held") ||
    has("standing") ||
    has("late") ||
    (has("asks") && !has("which")) ||
    has("difference")
  );
}
