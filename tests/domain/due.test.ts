import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Absence } from "../../src/domain/absence.ts";
import { type DueInput, dueFigures, owedQuarters } from "../../src/domain/due.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { entry, indicator, planOf } from "../support/build.ts";

const eau = indicator("eau", { owner: "energie@cluster.example" });
const train = indicator("train", { owner: "mobilite@cluster.example" });
const plan: Plan = { ...planOf(eau, train), collectFrom: "2026-T2" };

function input(at: string, entries: StandingEntry[] = [], absences: Absence[] = []): DueInput {
  return { plan, entries, absences, now: Temporal.Instant.from(at) };
}

/** "eau 2026-T2 late" for each figure, in order. */
function statuses(at: string, entries?: StandingEntry[], absences?: Absence[]): string[] {
  return dueFigures(input(at, entries, absences)).map(
    ({ indicator: { slug }, period, status }) => `${slug} ${period} ${status}`,
  );
}

const away = (from: string, to: string): Absence => ({
  person: eau.owner,
  delegate: null,
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
});

describe("the quarters owed", () => {
  it.each([
    { from: "2026-T2" as const, at: "2026-11-24T09:00:00Z", owed: ["2026-T2", "2026-T3"] },
    { from: "2026-T3" as const, at: "2026-09-30T21:59:59Z", owed: [] },
    { from: "2026-T3" as const, at: "2026-09-30T22:00:00Z", owed: ["2026-T3"] },
    { from: "2027-T1" as const, at: "2026-11-24T09:00:00Z", owed: [] },
    { from: null, at: "2026-11-24T09:00:00Z", owed: ["2026-T3"] },
  ])("from $from at $at are $owed", ({ from, at, owed }) => {
    const { timeZone } = plan;
    expect(owedQuarters({ collectFrom: from, timeZone }, Temporal.Instant.from(at))).toEqual(owed);
  });
});

describe("a figure owed", () => {
  it.each([
    { at: "2026-07-01T08:00:00Z", status: "open" },
    { at: "2026-07-15T21:59:59Z", status: "open" },
    { at: "2026-07-15T22:00:00Z", status: "late" },
  ])("at $at is $status: the due day is 15 July in Paris", ({ at, status }) => {
    expect(statuses(at)).toEqual([`eau 2026-T2 ${status}`, `train 2026-T2 ${status}`]);
  });

  it.each([
    {
      case: "its quarter ended before",
      period: "2026-T2" as const,
      at: "2026-06-30T22:00:00Z",
      status: "done",
    },
    {
      case: "its quarter was under way",
      period: "2026-T2" as const,
      at: "2026-06-30T21:59:59Z",
      status: "open",
    },
    { case: "the year is given whole", period: "2026" as const, at: "2026-07-02T08:00:00Z", status: "done" },
    {
      case: "the year was given in the quarter",
      period: "2026" as const,
      at: "2026-05-02T08:00:00Z",
      status: "open",
    },
    { case: "it is another year's", period: "2025" as const, at: "2026-07-02T08:00:00Z", status: "open" },
  ])("recorded at $at is $status: $case", ({ period, at, status }) => {
    const figures = dueFigures(input("2026-07-03T08:00:00Z", [entry("eau", period, "1", { at })]));
    const own = figures.find((figure) => figure.indicator === eau);
    const partial = status === "open" && period !== "2025";
    expect(own).toMatchObject({
      period: "2026-T2",
      status,
      partial,
      due: Temporal.PlainDate.from("2026-07-15"),
    });
  });

  it("is partial no more once a revision is recorded after the quarter, the same value included", () => {
    const revised = entry("eau", "2026-T2", "1", { at: "2026-07-01T07:00:00Z", revision: 2 });
    expect(statuses("2026-07-02T08:00:00Z", [revised])).toEqual(["train 2026-T2 open", "eau 2026-T2 done"]);
  });

  it.each([
    { case: "away today", from: "2026-07-01", to: "2026-07-02", status: "absent" },
    { case: "away tomorrow", from: "2026-07-03", to: "2026-07-10", status: "open" },
    { case: "back today", from: "2026-06-20", to: "2026-07-01", status: "open" },
  ])("whose owner is $case is $status", ({ from, to, status }) => {
    const shown = statuses("2026-07-02T08:00:00Z", [], [away(from, to)]);
    expect(shown).toContain(`eau 2026-T2 ${status}`);
    expect(shown).toContain("train 2026-T2 open");
  });

  it("that is given is done, whoever is away", () => {
    const given = [entry("eau", "2026-T2", "0", { at: "2026-07-01T08:00:00Z" })];
    expect(statuses("2026-07-02T08:00:00Z", given, [away("2026-07-01", "2026-07-02")])).toEqual([
      "train 2026-T2 open",
      "eau 2026-T2 done",
    ]);
  });
});

describe("the list", () => {
  it("goes from what is late the longest to what was given the latest", () => {
    const given = [
      entry("eau", "2026-T3", "1", { at: "2026-10-02T08:00:00Z" }),
      entry("eau", "2026-T2", "1", { at: "2026-07-02T08:00:00Z" }),
      entry("train", "2026-T2", "1", { at: "2026-07-02T08:00:00Z" }),
    ];
    expect(statuses("2026-10-05T08:00:00Z")).toEqual([
      "eau 2026-T2 late",
      "train 2026-T2 late",
      "eau 2026-T3 open",
      "train 2026-T3 open",
    ]);
    expect(statuses("2026-10-05T08:00:00Z", given)).toEqual([
      "train 2026-T3 open",
      "eau 2026-T3 done",
      "eau 2026-T2 done",
      "train 2026-T2 done",
    ]);
  });

  it("holds each indicator and owed quarter once, however many entries there are", () => {
    const quarters = fc.constantFrom("2026-T2", "2026-T3", "2026-T1", "2026", "2025" as const);
    const entries = fc.array(
      fc.record({
        slug: fc.constantFrom("eau", "train", "oublié"),
        period: quarters,
        month: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(entries, (list) => {
        const made = list.map(({ slug, period, month }) =>
          entry(slug, period, "1", { at: `2026-${String(month).padStart(2, "0")}-10T08:00:00Z` }),
        );
        const keys = dueFigures(input("2026-11-24T08:00:00Z", made)).map(
          (each) => `${each.indicator.slug} ${each.period}`,
        );
        expect(keys.toSorted()).toEqual(["eau 2026-T2", "eau 2026-T3", "train 2026-T2", "train 2026-T3"]);
      }),
    );
  });
});
