import type { Decimal } from "./decimal.ts";
import { type Entry, type StandingEntry, standingEntries } from "./entry.ts";
import type { Period } from "./period.ts";
import type { Indicator } from "./plan.ts";
import { judge } from "./plausibility.ts";
import { isQuarter, yearOf } from "./quarter.ts";
import type { Implausibility } from "./refusal.ts";

/** A figure somebody wants to record. */
export type Proposal = {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly value: Decimal;
  /** The person has seen the surprise and confirms the figure. */
  readonly confirmed: boolean;
};

/** What recording a figure comes to, given what the indicator already holds. */
export type Decision =
  | { readonly kind: "append" }
  | { readonly kind: "duplicate"; readonly entry: StandingEntry }
  | { readonly kind: "already"; readonly entry: StandingEntry }
  | { readonly kind: "conflict"; readonly other: readonly Period[] }
  | { readonly kind: "implausible"; readonly implausibility: Implausibility };

/** The standing figure of that period, if any. */
export function standingFigure(entries: readonly Entry[], period: Period): StandingEntry | null {
  return standingEntries(entries).find((entry) => entry.period === period) ?? null;
}

/** Periods already given that a figure of `period` would count twice with: a year and its own quarters. */
function doubleCounted(entries: readonly Entry[], period: Period): Period[] {
  return standingEntries(entries)
    .map((entry) => entry.period)
    .filter((other) => isQuarter(other) !== isQuarter(period) && yearOf(other) === yearOf(period))
    .sort();
}

function surprise({ indicator, period, value }: Proposal, entries: readonly Entry[]): Implausibility | null {
  const history = standingEntries(entries).map((entry) => ({ period: entry.period, value: entry.value }));
  return judge({ value, wholeNumber: indicator.wholeNumber, bound: indicator.bound, period, history });
}

/**
 * What to do with a figure, given every revision its indicator holds. The same figure again changes
 * nothing; another one needs a correction; a year and its quarters exclude each other; a surprising
 * figure waits for a confirmation.
 */
export function decideSubmission(proposal: Proposal, entries: readonly Entry[]): Decision {
  const standing = standingFigure(entries, proposal.period);
  if (standing !== null)
    return { kind: standing.value.eq(proposal.value) ? "duplicate" : "already", entry: standing };
  const other = doubleCounted(entries, proposal.period);
  if (other.length > 0) return { kind: "conflict", other };
  const implausibility = proposal.confirmed ? null : surprise(proposal, entries);
  return implausibility === null ? { kind: "append" } : { kind: "implausible", implausibility };
}

/** What a correction comes to: as a submission, but over a figure that must be there; null when it is not. */
export function decideCorrection(proposal: Proposal, entries: readonly Entry[]): Decision | null {
  const standing = standingFigure(entries, proposal.period);
  if (standing === null) return null;
  if (standing.value.eq(proposal.value)) return { kind: "duplicate", entry: standing };
  const implausibility = proposal.confirmed ? null : surprise(proposal, entries);
  return implausibility === null ? { kind: "append" } : { kind: "implausible", implausibility };
}
