import { describe, expect, it } from "vitest";
import type { Digest } from "../../src/domain/digest.ts";
import type { Month } from "../../src/domain/month.ts";
import { emission, entry, indicator } from "../support/build.ts";
import { digestOf, planWithValues, project } from "../support/digest.ts";
import { plain, rate, target, year } from "../support/progress.ts";

/** The twelve months of a year. */
function months(of: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => `${of}-${String(index + 1).padStart(2, "0")}` as Month);
}

const gaz = indicator("gaz", { emission: emission("gaz") });
const formations = indicator("formations", { family: "outreach", direction: "up" });
const consultations = indicator("consultations", { family: "outreach", direction: "up" });

/** Figures given on the tenth day after their quarter. */
function given(slug: string, of: number, ...values: (string | null)[]) {
  const days = [`${of}-04-10`, `${of}-07-10`, `${of}-10-10`, `${of + 1}-01-10`];
  return year(slug, of, ...values).map((each, index) => ({
    ...each,
    at: `${days[Number(each.period.slice(-1)) - 1] ?? days[index]}T08:00:00.000Z`,
  }));
}

const reference = given("gaz", 2021, "10", "20", "30", "40");

describe("a digest speaks of the civil year so far at the end of its month", () => {
  it.each<[Month, from: string, to: string, lastYear: boolean]>([
    ["2026-01", "2026-T1", "2026-T1", true],
    ["2026-03", "2026-T1", "2026-T1", true],
    ["2026-04", "2026-T1", "2026-T2", false],
    ["2026-09", "2026-T1", "2026-T3", false],
    ["2026-12", "2026-T1", "2026-T4", false],
  ])("%s: %s to %s", (month, from, to, lastYear) => {
    const { span, ghg, waste, resources, ...digest } = digestOf([gaz], { month });
    for (const each of [span, ghg.span, waste.span, resources.span]) expect(each).toEqual({ from, to });
    expect(digest.lastYear?.span ?? null).toEqual(lastYear ? { from: "2025-T1", to: "2025-T4" } : null);
  });
});

describe("only what was recorded by the instant asked counts", () => {
  const entries = [
    ...reference,
    ...given("gaz", 2026, "9", "18", "27"),
    entry("gaz", "2026-T1", "8", { revision: 2, position: 2, at: "2026-10-20T08:00:00.000Z" }),
  ];
  const totalAt = (at: string) => plain(digestOf([gaz], { entries, at }).ghg.total);

  it.each([
    ["before the first figure of the year", "2026-04-10T07:59:59.999Z", null],
    ["at the instant of the first", "2026-04-10T08:00:00Z", "9"],
    ["after two", "2026-10-01T07:00:00Z", "27"],
    ["after three", "2026-10-11T07:00:00Z", "54"],
    ["after a correction", "2026-10-21T07:00:00Z", "53"],
  ])("%s", (_, at, total) => expect(totalAt(at)).toBe(total));

  it("targets, projects and restatements too", () => {
    const late = { at: "2026-10-01T07:00:00.001Z" };
    const restatement = {
      ...({ what: "ghg", period: "2026-T1", indicator: "gaz", nomenclature: "beges" } as const),
      ...{ oldKgCo2e: null, newKgCo2e: null, oldFactor: null, newFactor: null },
      ...{ oldProvisional: true, newProvisional: false, reason: "finalised" as const },
    };
    const digest = digestOf([gaz], {
      entries,
      targets: [{ ...target("ges", 2026, rate("4")), ...late }],
      projects: [project(1), project(2, late)],
      restatements: [
        { ...restatement, at: "2026-09-01T07:00:00.000Z" },
        { ...restatement, period: "2026-T2", at: "2026-09-20T07:00:00.000Z" },
        { ...restatement, period: "2026-T3", ...late },
      ],
    });
    expect(digest.ghg.aim).toBeNull();
    expect(digest.projects.list.map(({ number }) => number)).toEqual([1]);
    expect(digest.restated.map(({ period }) => period)).toEqual(["2026-T2"]);
  });
});

describe("the collection at the time of the digest", () => {
  const figures = [...given("gaz", 2026, "9", "18"), ...given("formations", 2026, "2")];
  const collectionAt = (month: Month, at: string) => {
    const plan = { ...planWithValues(gaz, formations), collectFrom: "2026-T1" as const };
    const { period, due, received, expected, late, next } = digestOf([], {
      plan,
      entries: figures,
      month,
      at,
    }).collection;
    const then = `${next.period} ${next.due} ${next.days}`;
    return [period, due.toString(), `${received}/${expected}`, late, then];
  };

  it.each<[Month, at: string, expected: unknown[]]>([
    ["2026-03", "2026-04-01T07:00:00Z", ["2026-T1", "2026-04-15", "0/2", 0, "2026-T1 2026-04-15 14"]],
    ["2026-04", "2026-05-04T07:00:00Z", ["2026-T1", "2026-04-15", "2/2", 0, "2026-T2 2026-07-15 72"]],
    // On the due day itself nothing is late yet.
    ["2026-06", "2026-07-15T07:00:00Z", ["2026-T2", "2026-07-15", "1/2", 0, "2026-T2 2026-07-15 0"]],
    ["2026-06", "2026-07-16T07:00:00Z", ["2026-T2", "2026-07-15", "1/2", 1, "2026-T3 2026-10-15 91"]],
    ["2026-09", "2026-10-01T07:00:00Z", ["2026-T3", "2026-10-15", "0/2", 1, "2026-T3 2026-10-15 14"]],
    // Read before the quarter ends, it is still the one before that is collected.
    ["2026-09", "2026-09-20T07:00:00Z", ["2026-T2", "2026-07-15", "1/2", 1, "2026-T3 2026-10-15 25"]],
    // Read again long after, it is the quarter collected when it was posted.
    ["2026-04", "2026-11-24T07:00:00Z", ["2026-T1", "2026-04-15", "2/2", 0, "2026-T4 2027-01-15 52"]],
  ])("%s at %s", (month, at, expected) => expect(collectionAt(month, at)).toEqual(expected));
});

describe("the results of the external actions", () => {
  it("add up over the year so far, with what they lack; nothing is not zero", () => {
    const entries = given("formations", 2026, "2", "3");
    const { registers } = digestOf([gaz, formations, consultations], { entries });
    expect(
      registers.map(({ indicator: { slug }, total, coverage: { received, expected, missing } }) => [
        slug,
        plain(total),
        `${received}/${expected}`,
        missing.map(({ period }) => period),
      ]),
    ).toEqual([
      ["formations", "5", "2/3", ["2026-T3"]],
      ["consultations", null, "0/3", ["2026-T1", "2026-T2", "2026-T3"]],
    ]);
  });
});

describe("the projects of the year, listed and added up, never in the emissions", () => {
  it("counts those that stand", () => {
    const projects = [
      project(1),
      project(2, { year: 2025 }),
      project(3),
      project(3, { revision: 2, tonnes: null, eur: null, reason: "doublon" }),
      project(4, { name: "Tourbière" }),
    ];
    const entries = [...reference, ...given("gaz", 2026, "9", "18")];
    const [bare, financed] = [digestOf([gaz], { entries }), digestOf([gaz], { entries, projects })];
    expect(financed.projects.list.map(({ name }) => name)).toEqual(["Projet 1", "Tourbière"]);
    expect([plain(financed.projects.tonnes), plain(financed.projects.eur)]).toEqual(["24", "600"]);
    expect(financed.ghg).toEqual(bare.ghg);
  });
});

describe("one of the plan's values in turn", () => {
  it.each(months(2026).map((month, index) => [month, index % 5] as const))("%s", (month, index) => {
    const plan = planWithValues(gaz);
    expect(digestOf([], { plan, month, at: "2027-02-01T08:00:00Z" }).value).toEqual(plan.values[index]);
  });

  it("none when the plan has none", () => expect(digestOf([gaz]).value).toBeNull());
});

describe("the end of each chain, as recorded by then", () => {
  it("is its last revision, whatever its period", () => {
    const at = (day: string, place: number) => ({ at: `2026-${day}T08:00:00.000Z`, position: place });
    const entries = [
      entry("gaz", "2026-T1", "1", { ...at("04-10", 1), hash: "a".repeat(64) }),
      entry("gaz", "2026-T1", "3", { ...at("05-10", 2), hash: "b".repeat(64), revision: 2 }),
      entry("gaz", "2026-T2", "2", { ...at("07-10", 3), hash: "c".repeat(64) }),
      entry("gaz", "2026-T3", "4", { ...at("10-10", 4), hash: "d".repeat(64) }),
      entry("eau", "2026-T1", "1", { ...at("04-10", 1), hash: "e".repeat(64) }),
    ];
    expect(digestOf([gaz], { entries }).heads).toEqual([
      { indicator: "eau", count: 1, hash: "e".repeat(64), period: "2026-T1", revision: 1 },
      { indicator: "gaz", count: 3, hash: "c".repeat(64), period: "2026-T2", revision: 1 },
    ]);
  });
});

describe("extremes", () => {
  const gist = ({ ghg, movers, corrected, projects }: Digest) => ({
    total: plain(ghg.total),
    change: plain(ghg.changePct),
    status: ghg.status,
    missing: ghg.coverage.missing.length,
    movers: movers.length,
    corrected: corrected.length,
    projects: projects.list.length,
  });
  const empty = { total: null, change: null, movers: 0, corrected: 0, projects: 0 };

  it("nothing entered: no figure is made up, and all that is missing is listed", () => {
    expect(gist(digestOf([gaz]))).toEqual({ ...empty, status: "insufficient_data", missing: 3 });
  });

  it("an empty plan has nothing to say, and says it", () => {
    expect(gist(digestOf([]))).toEqual({ ...empty, status: "insufficient_data", missing: 0 });
  });

  it("the reference year itself compares with nothing: nothing moved", () => {
    const digest = digestOf([gaz], { entries: reference, month: "2021-09", at: "2021-11-02T08:00:00Z" });
    expect(gist(digest)).toMatchObject({ total: "60", movers: 0, missing: 0 });
  });

  it("no target: the status says so; one figure is enough to compare", () => {
    const entries = [...reference, ...given("gaz", 2026, "9")];
    expect(gist(digestOf([gaz], { entries }))).toEqual({
      ...empty,
      ...{ total: "9", change: "-10", status: "no_target", missing: 2, movers: 1 },
    });
  });

  it("a month before collection began expects nothing", () => {
    const digest = digestOf([gaz], { month: "2020-06", at: "2020-10-01T07:00:00Z" });
    expect(gist(digest)).toMatchObject({ total: null, missing: 0 });
    expect(digest.collection).toMatchObject({ received: 0, expected: 0, late: 0 });
  });
});
