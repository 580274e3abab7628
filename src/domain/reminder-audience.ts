import type { Temporal } from "temporal-polyfill";
import { type Absence, includesDay, whoAnswers } from "./absence.ts";
import { dueDay, type Stage } from "./calendar.ts";
import { owedQuarters } from "./due.ts";
import type { StandingEntry } from "./entry.ts";
import { figureStates } from "./given.ts";
import type { Quarter } from "./period.ts";
import type { Plan } from "./plan.ts";
import { indexOf } from "./plan-index.ts";
import { openQuarter } from "./quarter.ts";
import type { Ledger } from "./reminder-ledger.ts";
import { dateIn } from "./wall-clock.ts";

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
  const { people } = indexOf(plan);
  return absences.map((absence) =>
    absence.delegate === null || people.has(absence.delegate) ? absence : { ...absence, delegate: null },
  );
}

/** Who answers for whom on a day: looked for once for each person who is away, for few are. */
export function whoAnswersOn(
  absences: readonly Absence[],
  today: Temporal.PlainDate,
): (person: string) => string | null {
  const away = absences.filter((absence) => includesDay(absence, today));
  const standIns = new Map(away.map(({ person }) => [person, whoAnswers(person, away, today)]));
  return (person) => {
    const standIn = standIns.get(person);
    return standIn === undefined ? person : standIn;
  };
}

/**
 * The figures owed that messages may go on about: those of the last quarter ended, and older ones whose
 * stages had begun. What nobody was asked in its time is for `/cairn echeances` alone: a new installation
 * must not escalate years of holes at once.
 */
export function owedFigures({ plan, entries, absences, now }: AudienceInput, ledger: Ledger): OwedFigure[] {
  const stateOf = figureStates(entries, plan.timeZone);
  const open = openQuarter(now, plan.timeZone);
  const answering = whoAnswersOn(absences, dateIn(now, plan.timeZone));
  const owed: OwedFigure[] = [];
  for (const period of owedQuarters(plan, now)) {
    const due = dueDay(period, plan.calendar).toString();
    for (const { slug: indicator, owner } of plan.indicators) {
      if (period !== open && !ledger.hasBegun(indicator, period)) continue;
      const state = stateOf(indicator, period);
      if (state === "given") continue;
      owed.push({ indicator, period, due, asked: answering(owner), partial: state === "partial" });
    }
  }
  return owed;
}

/**
 * The technical referent at `overdue`, both at `escalation`, nobody before. While one is away without a
 * stand-in, the other half of the pair is told instead.
 */
export function copyReaders({ plan, absences, now }: AudienceInput): CopyReaders {
  const today = dateIn(now, plan.timeZone);
  const { technical, political } = indexOf(plan);
  const pair = [technical, political].filter((person) => person !== null);
  const answering = pair.map(({ email }) => whoAnswers(email, absences, today));
  const there = [...new Set(answering.filter((email) => email !== null))];
  return (stage) => (stage === "escalation" ? there : stage === "overdue" ? there.slice(0, 1) : []);
}
