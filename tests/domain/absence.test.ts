import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type Absence,
  absenceProblem,
  actsFor,
  includesDay,
  isAbsent,
  overlap,
  whoAnswers,
} from "../../src/domain/absence.ts";

const day = (iso: string) => Temporal.PlainDate.from(iso);
const span = (from: string, to: string) => ({ from: day(from), to: day(to) });

function away(person: string, delegate: string | null, from = "2026-10-12", to = "2026-10-16"): Absence {
  return { person, delegate, ...span(from, to) };
}

const during = day("2026-10-14");

describe("an absence", () => {
  it.each([
    { on: "2026-10-11", absent: false },
    { on: "2026-10-12", absent: true },
    { on: "2026-10-16", absent: true },
    { on: "2026-10-17", absent: false },
  ])("holds its first and last days ($on: $absent)", ({ on, absent }) => {
    expect(isAbsent("a", [away("a", null)], day(on))).toBe(absent);
  });

  it.each([
    { other: ["2026-10-16", "2026-10-20"], shares: true },
    { other: ["2026-10-13", "2026-10-14"], shares: true },
    { other: ["2026-10-01", "2026-10-30"], shares: true },
    { other: ["2026-10-17", "2026-10-20"], shares: false },
    { other: ["2026-10-01", "2026-10-11"], shares: false },
  ])("overlaps $other: $shares", ({ other: [from = "", to = ""], shares }) => {
    const [one, two] = [span("2026-10-12", "2026-10-16"), span(from, to)];
    expect([overlap(one, two), overlap(two, one)]).toEqual([shares, shares]);
  });

  it("overlaps another exactly when some day is in both", () => {
    const spans = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
      .map(([start, length]) => {
        const from = day("2026-12-20").add({ days: start });
        return { from, to: from.add({ days: length }) };
      });
    const days = Array.from({ length: 80 }, (_, index) => day("2026-12-15").add({ days: index }));
    fc.assert(
      fc.property(spans, spans, (one, two) => {
        expect(overlap(one, two)).toBe(days.some((each) => includesDay(one, each) && includesDay(two, each)));
      }),
    );
  });

  it.each([
    { from: "2026-10-16", to: "2026-10-12", problem: "ends_before_it_begins" },
    { from: "2026-10-01", to: "2026-10-13", problem: "past" },
    { from: "2026-10-01", to: "2026-10-14", problem: null },
    { from: "2026-10-20", to: "2027-10-20", problem: null },
    { from: "2026-10-20", to: "2027-10-21", problem: "over_a_year" },
    { from: "2027-10-14", to: "2027-10-15", problem: null },
    { from: "2027-10-15", to: "2027-10-15", problem: "too_far" },
  ])("said on 14 October 2026, from $from to $to: $problem", ({ from, to, problem }) => {
    expect(absenceProblem(span(from, to), during)).toBe(problem);
  });
});

describe("who answers for somebody", () => {
  it.each([
    { case: "nobody is away", absences: [], answers: "a" },
    { case: "away without a delegate", absences: [away("a", null)], answers: null },
    { case: "away with one", absences: [away("a", "b")], answers: "b" },
    { case: "the delegate is away with another", absences: [away("a", "b"), away("b", "c")], answers: "c" },
    { case: "the delegate is away without one", absences: [away("a", "b"), away("b", null)], answers: null },
    { case: "each names the other", absences: [away("a", "b"), away("b", "a")], answers: null },
    { case: "the absence is over", absences: [away("a", "b", "2026-10-01", "2026-10-13")], answers: "a" },
    {
      case: "the delegate's absence is over",
      absences: [away("a", "b"), away("b", "c", "2026-10-01", "2026-10-13")],
      answers: "b",
    },
  ])("$case: $answers", ({ absences, answers }) => {
    expect(whoAnswers("a", absences, during)).toBe(answers);
  });
});

describe("whom somebody may act for", () => {
  it.each([
    { case: "an absent person's delegate", who: "b", absences: [away("a", "b")], acts: ["a"] },
    { case: "two people's delegate", who: "c", absences: [away("a", "c"), away("b", "c")], acts: ["a", "b"] },
    {
      case: "the delegate of a delegate",
      who: "c",
      absences: [away("a", "b"), away("b", "c")],
      acts: ["a", "b"],
    },
    {
      case: "not before the absence",
      who: "b",
      absences: [away("a", "b", "2026-10-15", "2026-10-16")],
      acts: [],
    },
    { case: "not somebody else's delegate", who: "c", absences: [away("a", "b")], acts: [] },
    { case: "not oneself", who: "a", absences: [away("a", "b"), away("b", "a")], acts: ["b"] },
  ])("$case", ({ who, absences, acts }) => {
    expect([...actsFor(who, absences, during)]).toEqual(acts);
  });
});
