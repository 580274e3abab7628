import type { Status } from "../../domain/aim.ts";
import { isWholeYear, type Span, yearOfSpan } from "../../domain/span.ts";
import type { progress as french } from "../fr/progress.ts";
import { periodName } from "./words.ts";

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function figures(count: number): string {
  return count === 1 ? "1 figure" : `${count} figures`;
}

/** "the year 2025", "Q3 2026", "Q1 to Q3 2026". */
function spanName(span: Span): string {
  const { from, to } = span;
  if (isWholeYear(span)) return periodName(`${Number(from.slice(0, 4))}`);
  if (from === to) return periodName(from);
  return yearOfSpan(span) === null
    ? `${periodName(from)} to ${periodName(to)}`
    : `${from.slice(5).replace("T", "Q")} to ${periodName(to)}`;
}

const falling: Readonly<Record<Exclude<Status, "no_target" | "insufficient_data">, string>> = {
  on_track: "The target is met on these figures.",
  at_risk: "This is above the target, by 5% at most: to be watched.",
  off_track: "This is above the target, by more than 5%.",
};

const rising: typeof falling = {
  on_track: "The target is met on these figures.",
  at_risk: "This is below the target, by 5% at most: to be watched.",
  off_track: "This is below the target, by more than 5%.",
};

/** How far the cluster is, in English. Amounts come ready to read. */
export const progress: typeof french = {
  subjects: { ges: "greenhouse gases", dechets: "waste", ressources: "resources" },
  spanName,
  title: (subject, span) => `Progress: ${subject}, ${spanName(span)}`,
  index: (value) => `index ${value}`,
  compared: (actual, span, baseline, reference) =>
    `Like for like: ${actual} for ${spanName(span)}, against ${baseline} for ${spanName(reference)}`,
  indexed: (value, span, reference) =>
    `Resource index: ${value} for ${spanName(span)}, where ${spanName(reference)} is 100`,
  change: (percent) => `, that is ${percent}.`,
  fromZero: ". Starting from zero gives no percentage.",
  without: (quarters) => `Without ${quarters.join(", ")}, where nothing compares.`,
  nothingRecorded: (span) => `No figure is recorded for ${spanName(span)} yet.`,
  nothingToCompare: (reference) =>
    `Nothing compares yet: no figure is there both for this period and for ${spanName(reference)}.`,
  effects: (activity, factor) =>
    `Where the change comes from: ${activity} by activity, ${factor} by emission factors.`,
  uncertainty: (amount) => `95% uncertainty of the change: ± ${amount}.`,
  notDemonstrated: (amount, falls) =>
    `95% uncertainty of the change: ± ${amount}, more than the change itself: ${falls ? "fall" : "rise"} not demonstrated.`,
  toSet: (referents, line) =>
    `Target: to be set. It is for the pair of referents to say${referents === "" ? "" : ` (${referents})`}: ${line}`,
  noDirection:
    "The plan does not say whether this indicator should go up or down: it is followed without a target.",
  target: (amount, change, from) =>
    `Target for the same figures: ${amount}${change === null ? "" : `, that is ${change} since ${from}`}.`,
  targetNotYet: "A target is set, but nothing compares with it yet.",
  rule: {
    rate: (percent, direction) => `${percent} ${direction === "up" ? "up" : "down"} a year`,
    value: (amount, year) => `${amount} for ${year}`,
  },
  setBy: (rule, who, when) => `${rule}, set by ${who} on ${when}`,
  setInPlan: (rule) => `${rule}, written in the plan`,
  status: (status, direction) => (direction === "up" ? rising[status] : falling[status]),
  total: (amount) => `Everything recorded for the period: ${amount}.`,
  projection: (year, amount, reference) =>
    `Projection for ${year}: ${amount}, if the rest of the year changes as its start did from ${reference}.`,
  leftOut: (labels) => `Left aside, for want of complete figures on both sides: ${labels}.`,
  leftOutReference: (count, reference) =>
    `${figures(count)} of ${spanName(reference)}, with none on this side, ${count === 1 ? "is" : "are"} left aside.`,
  referenceIncomplete: (year, count) =>
    `The reference year ${year} is incomplete: it lacks ${figures(count)}.`,
  zeroBaseline: (labels) => `Out of the index, since the reference is zero: ${labels}.`,
  notInPlan: (labels) => `Not counted, since the plan no longer follows them: ${labels}.`,
  waste: {
    kgPerFte: "Per full-time equivalent",
    sortingRate: "Sorting rate",
    residual: "Residual waste",
    unknown: "unknown",
    unweighed: (labels) => `Out of this total, since they are not weighed: ${labels}.`,
    versus: (actual, baseline, reference) => `${actual} (${baseline} for ${spanName(reference)})`,
  },
  opened: {
    change: (span, reference, change) =>
      `${capital(spanName(span))} against ${spanName(reference)}, like for like: ${change}.`,
    moved: (from, to) => `from ${from} to ${to}`,
    amortised: (moved) => `${moved} (amortised parts)`,
    byActivity: (moved, change) => `${moved}, ${change}`,
    atFactor: (moved, factor, activity) =>
      `${moved}, at the same factor ${factor}\n  ${activity} by activity`,
    byBoth: (moved, from, to, activity, factor) =>
      `${moved}, factor from ${from} to ${to}\n  ${activity} by activity, ${factor} by the factor`,
    formulas: (activity, factor) => `activity: ${activity}; factor: ${factor}`,
    more: (count) => `And ${count} other ${count === 1 ? "indicator" : "indicators"}, of a smaller change.`,
  },
  columns: { resource: "Resource", actual: "Now", baseline: "Reference", change: "Change" },
  action: (code, title) => `Progress of ${code}: ${title}`,
  part: capital,
  why: "Open the calculation",
  againstLastYear: "Compare with last year",
  lastYearWords: "vs last year",
};
