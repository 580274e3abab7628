import type { Temporal } from "temporal-polyfill";
import { type Absence, whoAnswers } from "./absence.ts";
import { dueDay, type Stage } from "./calendar.ts";
import { owedQuarters } from "./due.ts";
import type { StandingEntry } from "./entry.ts";
import { figureStates } from "./given.ts";
import type { Quarter } from "./period.ts";
import type { Plan } from "./plan.ts";
import { openQuarter } from "./quarter.ts";
import type { Ledger } from "./reminder-ledger.ts";
import { dateIn } from "./sending-hours.ts";

/** A figure that is owed, and who answers for it now: null while its owner is away without a stand-in. */
export type OwedFigure = {
  readonly indicator: string;
  readonly period: Quarter;
  /** The due day, ISO 8601. */
  readonly due: string;
  readonly asked: string | null;
  /** A figure is there, from before its quarter ended. */
  readonly partial: boolean;
};

/** Who is told of a figure at a stage: the referents, or who stands in for them. */
export type CopyReaders = (stage: Stage) => readonly string[];

/** What the audience follows from, at `now`. */
export type AudienceInput = {
  readonly plan: Plan;
  readonly entries: readonly StandingEntry[];
  readonly absences: readonly Absence[];
  readonly now: Temporal.Instant;
};

/** The absences as they count: a delegate who has left the plan stands in for nobody. */
export function knownAbsences({ plan, absences }: Pick<AudienceInput, "plan" | "absences">): Absence[] {
  const people = new Set(plan.people.map(({ email }) => email));
  return absences.map((absence) =>
    absence.delegate === null || people.has(absence.delegate) ? absence : { ...absence, delegate: null },
  );
}

/**
 * The figures owed that messages may go on about: those of the last quarter ended, and older ones whose
 * stages had begun. What nobody was asked in its time is for `/cairn echeances` alone: a new installation
 * must not escalate years of holes at once.
 */
export function owedFigures({ plan, entries, absences, now }: AudienceInput, ledger: Ledger): OwedFigure[] {
  const stateOf = figureStates(entries, plan.timeZone);
  const open = openQuarter(now, plan.timeZone);
  const today = dateIn(now, plan.timeZone);
  return owedQuarters(plan, now).flatMap((period) => {
    const due = dueDay(period, plan.calendar).toString();
    return plan.indicators
      .filter(({ slug }) => period === open || ledger.hasBegun(slug, period))
      .map(({ slug, owner }) => ({ slug, owner, state: stateOf(slug, period) }))
      .filter(({ state }) => state !== "given")
      .map(({ slug, owner, state }) => ({
        indicator: slug,
        period,
        due,
        asked: whoAnswers(owner, absences, today),
        partial: state === "partial",
      }));
  });
}

/**
 * The technical referent at `overdue`, both at `escalation`, nobody before. While one is away without a
 * stand-in, the other half of the pair is told instead.
 */
export function copyReaders({ plan, absences, now }: AudienceInput): CopyReaders {
  const today = dateIn(now, plan.timeZone);
  const pair = (["technical", "political"] as const).map((half) => {
    const person = plan.people.find(({ referent }) => referent === half);
    return person === undefined ? null : whoAnswers(person.email, absences, today);
  });
  const there = [...new Set(pair.filter((email) => email !== null))];
  return (stage) => (stage === "escalation" ? there : stage === "overdue" ? there.slice(0, 1) : []);
}
