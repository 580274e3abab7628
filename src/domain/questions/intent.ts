import { yearOf } from "../quarter.ts";
import type { PeriodReading } from "./periods.ts";
import type { Intent } from "./query.ts";
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
};

/** One rule of reading: the intent, and when it applies. The first that applies wins. */
type Rule = readonly [Intent, (clues: Clues) => boolean];

const isExplained = ({ has, names, periods }: Clues): boolean =>
  has("why") ||
  (has("made") && !has("factor")) ||
  (has("manner") && has("obtained") && !has("factor")) ||
  (has("change") && has("effect") && (names.emission || periods.against === null) && has("source"));

const isFactor = (clues: Clues): boolean => {
  const { has, names } = clues;
  return has("factor") || (names.emission && names.quantity && clues.perUnit && has("quantity"));
};

const isOwner = ({ has, names, startsWithWho }: Clues): boolean =>
  (has("who") &&
    (startsWithWho || has("charge")) &&
    (has("charge") || has("submit") || names.person || names.action)) ||
  (has("charge") && (names.person || names.quantity || names.action) && has("who")) ||
  (has("responsible") && (names.quantity || names.action || names.emission)) ||
  (names.person && !names.quantity && !has("quantity") && !has("days"));

/** Figures that lack, or the question whether all are there. */
function isMissing(has: Clues["has"]): boolean {
  return has("missing") || (has("everyone") && (has("submit") || (has("asks") && !has("quantity"))));
}

const rules: readonly Rule[] = [
  ["explain", isExplained],
  ["factor", isFactor],
  ["deadline", ({ has }) => has("deadline") || (has("when") && has("submit"))],
  ["missing", ({ has }) => isMissing(has) && !has("target")],
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
  if (has("rank") && !aims && periods.against === null) return "rank";
  if (isOwner(clues)) return "owner";
  if (aims)
    return isOnAim(clues) ? "compare" : (has("trend") || has("path")) && isLong(periods) ? "trend" : "target";
  if (has("trend") && periods.against === null) return "trend";
  if (periods.against !== null || has("change") || has("difference")) return "compare";
  if ((has("status") || has("standing")) && !has("about")) return "compare";
  if (names.code && !names.quantity && clues.figure === null) return "action";
  return has("ought") && has("quantity") ? "target" : "value";
}

/** More than one year. */
function isLong({ since, period }: PeriodReading): boolean {
  return since || (period !== null && yearOf(period.from) !== yearOf(period.to));
}

function isAction({ has, names, figure, periods }: Clues): boolean {
  if (has("responsible")) return false;
  if (has("planned") || has("cost")) return names.action || has("plan");
  if (has("days") && figure !== referentTime && periods.period === null) return names.action;
  if (has("plan") && (has("yearly") || has("about"))) return names.action;
  if (has("plan") && has("days")) return false;
  const isTold = has("about") || has("when");
  return names.action && !names.quantity && figure === null && isTold;
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
    has("asks") ||
    has("difference")
  );
}
