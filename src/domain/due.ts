import { Temporal } from "temporal-polyfill";
import { type Absence, isAbsent } from "./absence.ts";
import { dueDay } from "./calendar.ts";
import type { StandingEntry } from "./entry.ts";
import { figureStates } from "./given.ts";
import type { Quarter } from "./period.ts";
import type { Indicator, Plan } from "./plan.ts";
import { openQuarter, quarterRange } from "./quarter.ts";
import { dateIn } from "./wall-clock.ts";

/** `absent`: not given, and its owner is away; `late`: not given, and the due day is past. */
export const dueStatuses = ["late", "open", "absent", "done"] as const;
export type DueStatus = (typeof dueStatuses)[number];

/** A figure owed for a quarter that has ended. */
export type DueFigure = {
  readonly indicator: Indicator;
  readonly period: Quarter;
  readonly due: Temporal.PlainDate;
  readonly status: DueStatus;
  /** A figure is there, but from before the quarter ended. */
  readonly partial: boolean;
};

/** What the state of the collection follows from. */
export type DueInput = {
  readonly plan: Plan;
  readonly entries: readonly StandingEntry[];
  readonly absences: readonly Absence[];
  readonly now: Temporal.Instant;
};

/** The quarters owed at `now`: from the plan's first to the last one ended, oldest first. */
export function owedQuarters(
  { collectFrom, timeZone }: Pick<Plan, "collectFrom" | "timeZone">,
  now: Temporal.Instant,
): Quarter[] {
  const open = openQuarter(now, timeZone);
  return quarterRange(collectFrom ?? open, open);
}

/** Late figures first, the longest due before the others; then open ones, those of absent people, and those done, newest first. */
function byUrgency(one: DueFigure, other: DueFigure): number {
  const rank = dueStatuses.indexOf(one.status) - dueStatuses.indexOf(other.status);
  const days = Temporal.PlainDate.compare(one.due, other.due);
  return rank || (one.status === "done" ? -days : days);
}

/** Every figure owed at `now`, the most urgent first; a quarter still under way is not due. */
export function dueFigures({ plan, entries, absences, now }: DueInput): DueFigure[] {
  const stateOf = figureStates(entries, plan.timeZone);
  const today = dateIn(now, plan.timeZone);
  const absent = new Set(
    absences.map(({ person }) => person).filter((person) => isAbsent(person, absences, today)),
  );
  return owedQuarters(plan, now)
    .flatMap((period) => {
      const due = dueDay(period, plan.calendar);
      const late = Temporal.PlainDate.compare(today, due) > 0;
      return plan.indicators.map((indicator): DueFigure => {
        const state = stateOf(indicator.slug, period);
        const waiting = absent.has(indicator.owner) ? "absent" : late ? "late" : "open";
        const status = state === "given" ? "done" : waiting;
        return { indicator, period, due, status, partial: state === "partial" };
      });
    })
    .sort(byUrgency);
}
