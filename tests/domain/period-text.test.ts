import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readPeriod } from "../../src/domain/period-text.ts";
import { addQuarters } from "../../src/domain/quarter.ts";
import { lateNovember } from "../support/measured.ts";

const paris = "Europe/Paris";

/** The period read on 23 November 2026, in T4, or the refusal's code. */
function read(text: string, now = lateNovember.now): string {
  const result = readPeriod(text, now, paris);
  return result.ok ? result.value : result.refusal.code;
}

const listed = (texts: string): string[] => texts.split(" | ");

describe("a quarter and its year", () => {
  it.each([
    ...listed("T1 2026 | t1 2026 | T1-2026 | T1/2026 | T1.2026 | T12026 | T1, 2026 | T1 (2026) | (T1 2026)"),
    ...listed(
      "2026-T1 | 2026T1 | 2026 T1 | 2026 t1 | 2026/T1 | 2026_T1 | 2026 - T1 | 2026–T1 | 2026\u00a0T1",
    ),
    ...listed(
      "Q1 2026 | 2026-Q1 | q1/2026 | 1T 2026 | 1T2026 | 1Q 2026 | T 1 2026 | T1 de 2026 | T1 of 2026",
    ),
    ...listed(
      "1er trimestre 2026 | 1ER TRIMESTRE 2026 | 1er trim. 2026 | 1er trim 2026 | 1 er trimestre 2026",
    ),
    ...listed(
      "1ᵉʳ trimestre 2026 | 1ier trimestre 2026 | 1° trimestre 2026 | 1 trimestre 2026 | trimestre 1 2026",
    ),
    ...listed("premier trimestre 2026 | Premier trimestre de 2026 | premier trimestre de l'année 2026"),
    ...listed(
      "le premier trimestre 2026 | du 1er trimestre 2026 | au T1 2026 | pour le T1 2026 | en 2026 T1",
    ),
    ...listed(
      "2026 1er trimestre | 2026, premier trimestre | T1 de cette année | T1 année 2026 | premier-trimestre-2026",
    ),
    ...listed("first quarter 2026 | 1st quarter 2026 | 1st quarter of 2026 | the first quarter of 2026"),
    ...listed(
      "for the first quarter of 2026 | in Q1 2026 | quarter 1 2026 | 2026 first quarter | Q1 this year",
    ),
  ])("%j is 2026-T1", (text) => {
    expect(read(text)).toBe("2026-T1");
  });

  it.each([
    ["2e trimestre 2025", "2025-T2"],
    ["2ème trimestre 2025", "2025-T2"],
    ["2eme trimestre 2025", "2025-T2"],
    ["2è trimestre 2025", "2025-T2"],
    ["2nd trimestre 2025", "2025-T2"],
    ["2d trimestre 2025", "2025-T2"],
    ["deuxième trimestre 2025", "2025-T2"],
    ["second trimestre 2025", "2025-T2"],
    ["2nd quarter 2025", "2025-T2"],
    ["3e trimestre 2025", "2025-T3"],
    ["3ᵉ trimestre 2025", "2025-T3"],
    ["3ème trim. 2025", "2025-T3"],
    ["troisieme trimestre 2025", "2025-T3"],
    ["3rd quarter of 2025", "2025-T3"],
    ["third quarter 2025", "2025-T3"],
    ["4e trimestre 2025", "2025-T4"],
    ["quatrième trimestre 2025", "2025-T4"],
    ["fourth quarter 2025", "2025-T4"],
    ["dernier trimestre 2025", "2025-T4"],
    ["dernier trimestre de 2025", "2025-T4"],
    ["last quarter of 2025", "2025-T4"],
    ["T3 de l'an dernier", "2025-T3"],
    ["T3 de l'année dernière", "2025-T3"],
    ["Q3 last year", "2025-T3"],
    ["T4 2026", "2026-T4"],
    ["T1 1990", "1990-T1"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("a quarter without a year is the most recent one that has begun", () => {
  it.each([
    ["T1", "2026-T1", "2026-T1"],
    ["t2", "2025-T2", "2026-T2"],
    ["Q3", "2025-T3", "2026-T3"],
    ["T4", "2025-T4", "2026-T4"],
    ["premier trimestre", "2026-T1", "2026-T1"],
    ["au 3e trimestre", "2025-T3", "2026-T3"],
    ["in the fourth quarter", "2025-T4", "2026-T4"],
  ])("%j is %s in February and %s in November 2026", (text, february, november) => {
    expect(read(text, Temporal.Instant.from("2026-02-10T09:00:00Z"))).toBe(february);
    expect(read(text)).toBe(november);
  });
});

describe("a quarter told from today", () => {
  it.each([
    ["trimestre dernier", "2026-T3"],
    ["le trimestre dernier", "2026-T3"],
    ["dernier trimestre", "2026-T3"],
    ["trimestre précédent", "2026-T3"],
    ["au trimestre écoulé", "2026-T3"],
    ["last quarter", "2026-T3"],
    ["previous quarter", "2026-T3"],
    ["avant-dernier trimestre", "2026-T2"],
    ["ce trimestre", "2026-T4"],
    ["ce trimestre-ci", "2026-T4"],
    ["trimestre en cours", "2026-T4"],
    ["le trimestre actuel", "2026-T4"],
    ["this quarter", "2026-T4"],
    ["the current quarter", "2026-T4"],
    ["trimestre prochain", "future_period"],
    ["next quarter", "future_period"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("crosses the year", () => {
    expect(read("trimestre dernier", Temporal.Instant.from("2026-01-05T09:00:00Z"))).toBe("2025-T4");
  });

  it("follows the clock of the reader's zone", () => {
    const lastHour = Temporal.Instant.from("2026-09-30T22:30:00Z");
    expect(readPeriod("ce trimestre", lastHour, paris)).toEqual({ ok: true, value: "2026-T4" });
    expect(readPeriod("ce trimestre", lastHour, "America/Martinique")).toEqual({
      ok: true,
      value: "2026-T3",
    });
  });
});

describe("a year", () => {
  it.each([
    ["2025", "2025"],
    ["en 2025", "2025"],
    ["année 2025", "2025"],
    ["pour l'année 2025", "2025"],
    ["in 2025", "2025"],
    ["2026", "2026"],
    ["1990", "1990"],
    ["l'an dernier", "2025"],
    ["l’année dernière", "2025"],
    ["last year", "2025"],
    ["cette année", "2026"],
    ["this year", "2026"],
    ["2027", "future_period"],
    ["2100", "future_period"],
    ["l'année prochaine", "future_period"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("refusals", () => {
  it.each([
    ...["", " "],
    ...listed("- | abc | T | T0 | T5 | T12 | Q9 | 2026-T5 | 2026-T0 | 2026T7 | 0 | 5e trimestre 2026"),
    ...listed("T1 26 | T1/26 | t1-26 | T1 '26 | 1T26 | 26 | 1989 | 2101 | T1 1989 | 2101-T1 | 0026 | 20266"),
    ...listed(
      "trimestre | trimestre 5 | premier | T1 T2 | T1 et T2 2026 | T1-T3 2026 | 2025 2026 | 2025-2026",
    ),
    ...listed(
      "mars 2026 | 2026-03 | 15/03/2026 | semestre 1 | S1 2026 | T1 2026 facture | facture T1 | -T1 x",
    ),
    ...listed("T² 2026 x | T１２ | dernier | le | pour le"),
  ])("%j is invalid_period", (text) => {
    const refusal = { code: "invalid_period", data: { typed: text.trim() } };
    expect(readPeriod(text, lateNovember.now, paris)).toEqual({ ok: false, refusal });
  });

  it.each([
    ["T1 2027", "2027-T1"],
    ["2100-T4", "2100-T4"],
    ["2027", "2027"],
  ])("%s has not begun in November 2026", (text, period) => {
    expect(readPeriod(text, lateNovember.now, paris)).toEqual({
      ok: false,
      refusal: { code: "future_period", data: { period, current: "2026-T4" } },
    });
  });
});

describe("properties", () => {
  const begun = fc.integer({ min: 0, max: 147 }).map((count) => addQuarters("2026-T4", -count));

  it("every writing of a quarter gives it back", () => {
    const writings: ((year: string, number: string) => string)[] = [
      (year, number) => `${year}-T${number}`,
      (year, number) => `T${number} ${year}`,
      (year, number) => `q${number}/${year}`,
      (year, number) => `${number}e trimestre ${year}`,
      (year, number) => `pour le ${number}ème trim. de l'année ${year}`,
    ];
    fc.assert(
      fc.property(begun, fc.constantFrom(...writings), (quarter, write) => {
        const [year = "", number = ""] = quarter.split("-T");
        expect(read(write(year, number))).toBe(quarter);
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    const words = fc.constantFrom(
      "T1",
      "t",
      "5",
      "2026",
      "trimestre",
      "1er",
      "de",
      "l'an",
      "dernier",
      "mars",
      "-",
      "'26",
    );
    const text = fc.oneof(
      fc.array(words).map((list) => list.join(" ")),
      fc.string({ unit: "binary" }),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(read(typed)).toMatch(/^\d{4}(-T[1-4])?$|^(invalid|future)_period$/);
      }),
      { numRuns: 1000 },
    );
  });
});
