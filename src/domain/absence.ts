import { Temporal } from "temporal-polyfill";
import type { TimeProblem } from "./refusal.ts";

/** Days away, both included. `person` and `delegate` are addresses in lower case; null when nobody stands in. */
export type Absence = {
  readonly person: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly delegate: string | null;
};

/** A span of days, both included. */
export type DaySpan = Pick<Absence, "from" | "to">;

/** Whether the days hold that one. */
export function includesDay({ from, to }: DaySpan, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

/** Whether two spans share a day. */
export function overlap(one: DaySpan, other: DaySpan): boolean {
  return includesDay(one, other.from) || includesDay(other, one.from);
}

/** What is wrong with an absence to record on `today`; null when nothing is. */
export function absenceProblem({ from, to }: DaySpan, today: Temporal.PlainDate): TimeProblem | null {
  const { compare } = Temporal.PlainDate;
  if (compare(to, from) < 0) return "ends_before_it_begins";
  if (compare(to, today) < 0) return "past";
  if (compare(to, from.add({ years: 1 })) > 0) return "over_a_year";
  return compare(from, today.add({ years: 1 })) > 0 ? "too_far" : null;
}

/** That person's absence on that day; null when they are there. */
function absenceOf(person: string, absences: readonly Absence[], day: Temporal.PlainDate): Absence | null {
  return absences.find((absence) => absence.person === person && includesDay(absence, day)) ?? null;
}

/** Whether a person is away on that day. */
export function isAbsent(person: string, absences: readonly Absence[], day: Temporal.PlainDate): boolean {
  return absenceOf(person, absences, day) !== null;
}

/**
 * The person and, while they are away, their delegate, then the delegate's delegate when that one is away
 * too, and so on: everyone who may act for `person` on that day. Each once, even when they name each other.
 */
function actingChain(person: string, absences: readonly Absence[], day: Temporal.PlainDate): string[] {
  const chain = [person];
  for (;;) {
    const next = absenceOf(chain.at(-1) ?? person, absences, day)?.delegate ?? null;
    if (next === null || chain.includes(next)) return chain;
    chain.push(next);
  }
}

/** Who answers for `person` on that day: themselves, or while away the first stand-in who is there; null when nobody is. */
export function whoAnswers(
  person: string,
  absences: readonly Absence[],
  day: Temporal.PlainDate,
): string | null {
  const acting = actingChain(person, absences, day);
  return acting.find((each) => !isAbsent(each, absences, day)) ?? null;
}

/** Everyone for whom `delegate` may act on that day, themselves not included. */
export function actsFor(
  delegate: string,
  absences: readonly Absence[],
  day: Temporal.PlainDate,
): ReadonlySet<string> {
  const absent = new Set(absences.filter((each) => includesDay(each, day)).map(({ person }) => person));
  absent.delete(delegate);
  return new Set([...absent].filter((person) => actingChain(person, absences, day).includes(delegate)));
}
