import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import type { Period } from "../../src/domain/period.ts";
import { type HistoryFigure, judge } from "../../src/domain/plausibility.ts";
import { addQuarters, isQuarter, isYear, quarter } from "../../src/domain/quarter.ts";

function periodOf(text = ""): Period {
  if (isQuarter(text) || isYear(text)) return text;
  throw new Error(`${text} is not a period.`);
}

/** History from "2025-T3 100, 2024-T3 120". */
function history(text: string): HistoryFigure[] {
  return text.split(", ").flatMap((figure) => {
    const [period, value] = figure.split(" ");
    return value === undefined ? [] : [{ period: periodOf(period), value: decimal(value) }];
  });
}

type Settings = { readonly period?: Period; readonly wholeNumber?: boolean; readonly bound?: string };

function judged(
  value: string,
  past: string,
  { period = "2026-T3", wholeNumber = false, bound }: Settings = {},
) {
  return judge({
    value: decimal(value),
    wholeNumber,
    bound: bound === undefined ? null : decimal(bound),
    period,
    history: history(past),
  });
}

const thirds = "2025-T3 100, 2024-T3 120, 2023-T3 80";

describe("against the same quarter of other years, two at least", () => {
  it.each([
    ["100", null],
    ["300", null],
    ["300.000001", "100"],
    ["33.333334", null],
    ["33.333333", "100"],
    ["0", null],
    ["1000", "100"],
    ["1", "100"],
  ])("%s against 100, 120 and 80 surprises by a median of %s", (value, median) => {
    const expected = {
      reason: "median",
      median,
      history: [
        { period: "2025-T3", value: "100" },
        { period: "2024-T3", value: "120" },
        { period: "2023-T3", value: "80" },
      ],
    };
    expect(judged(value, thirds)).toEqual(median === null ? null : expected);
  });

  it("takes exactly a third of the median for plausible", () => {
    expect(judged("30", "2025-T3 90, 2024-T3 90")).toBeNull();
    expect(judged("29.999999", "2025-T3 90, 2024-T3 90")?.reason).toBe("median");
  });

  it("leaves other quarters out", () => {
    expect(judged("100", `${thirds}, 2026-T2 9000, 2026-T1 9000, 2025-T4 9000, 2025-T2 9000`)).toBeNull();
    expect(judged("100", "2025-T3 100, 2024-T3 100, 2026-T2 9000, 2026-T1 9000, 2025-T4 9000")).toBeNull();
    expect(judged("9000", `${thirds}, 2026-T2 9000, 2026-T1 9000, 2025-T4 9000`)?.reason).toBe("median");
  });

  it("takes the mean of the two middle figures of an even number", () => {
    expect(judged("331", "2025-T3 100, 2024-T3 120")).toMatchObject({ reason: "median", median: "110" });
    expect(judged("330", "2025-T3 100, 2024-T3 120")).toBeNull();
  });
});

describe("against all the quarters, where the same quarter has fewer than two others", () => {
  it.each([
    ["301", "2026-T2 100, 2026-T1 100", "100"],
    ["300", "2026-T2 100, 2026-T1 100", null],
    ["301", "2025-T3 100, 2026-T1 100", "100"],
    ["900", "2026-T2 100", null],
    ["900", "", null],
    ["900", "2025-T3 100, 2024 100, 2023 100", null],
  ])("%s against %j surprises by a median of %s", (value, past, median) => {
    const result = judged(value, past);
    expect(result?.reason === "median" ? result.median : result).toBe(median);
  });

  it("leaves out the figure of the period itself", () => {
    expect(judged("900", "2026-T3 100, 2026-T2 100")).toBeNull();
    expect(judged("900", "2026-T3 850, 2025-T3 100, 2024-T3 100")).toMatchObject({
      reason: "median",
      median: "100",
    });
  });
});

describe("annual figures", () => {
  it("compare with annual figures only", () => {
    const past = "2024 400, 2023 500, 2025-T1 1, 2025-T2 1, 2025-T3 1";
    expect(judged("1350", past, { period: "2025" })).toBeNull();
    expect(judged("1351", past, { period: "2025" })).toEqual({
      reason: "median",
      median: "450",
      history: [
        { period: "2024", value: "400" },
        { period: "2023", value: "500" },
      ],
    });
    expect(judged("9999", "2024 400, 2025-T1 1, 2025-T2 1", { period: "2025" })).toBeNull();
  });
});

describe("what never surprises", () => {
  it("a zero, or anything after a zero median", () => {
    expect(judged("0", thirds, { bound: "10" })).toBeNull();
    expect(judged("5000", "2025-T3 0, 2024-T3 0, 2023-T3 80")).toBeNull();
  });

  it("a count up to 10, but not a measure up to 10", () => {
    expect(judged("10", thirds, { wholeNumber: true })).toBeNull();
    expect(judged("11", thirds, { wholeNumber: true })?.reason).toBe("median");
    expect(judged("3", thirds)?.reason).toBe("median");
  });
});

describe("bound and size", () => {
  it.each([
    ["250", "", "250", null],
    ["250.1", "", "250", { reason: "bound", bound: "250", history: [] }],
    ["9", "", "8", { reason: "bound", bound: "8", history: [] }],
    ["1000000000000", "", undefined, null],
    ["1000000000000.1", "", undefined, { reason: "size", history: [] }],
    ["5", "2025-T3 4", "4", { reason: "bound", bound: "4", history: [{ period: "2025-T3", value: "4" }] }],
  ])("%s with history %j and a bound of %s", (value, past, bound, expected) => {
    expect(judged(value, past, bound === undefined ? {} : { bound })).toEqual(expected);
  });

  it("a small count above its bound surprises", () => {
    expect(judged("9", "", { wholeNumber: true, bound: "8" })?.reason).toBe("bound");
  });

  it("the median is told first", () => {
    expect(judged("2000000000000", thirds, { bound: "500" })?.reason).toBe("median");
  });
});

it("shows the history newest first, eight figures at most", () => {
  const quarters = Array.from({ length: 12 }, (_, index) => addQuarters("2023-T1", index));
  const past = quarters.map((period, index) => ({ period, value: decimal(index + 1) }));
  const result = judge({
    value: decimal(999),
    wholeNumber: false,
    bound: null,
    period: "2026-T1",
    history: past,
  });
  expect(result).toEqual({
    reason: "median",
    median: "5",
    history: [
      { period: "2025-T1", value: "9" },
      { period: "2024-T1", value: "5" },
      { period: "2023-T1", value: "1" },
    ],
  });
  const many = Array.from({ length: 12 }, (_, index) => ({
    period: quarter(2025 - index, 1),
    value: decimal(1),
  }));
  const shown = judge({
    value: decimal(9),
    wholeNumber: false,
    bound: null,
    period: "2026-T1",
    history: many,
  })?.history;
  expect(shown?.map(({ period }) => period)).toEqual(
    [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018].map((year) => `${year}-T1`),
  );
});

it("does not depend on the order in which the figures were recorded", () => {
  const past = history("2025-T3 100, 2024-T3 7, 2023-T3 800, 2026-T2 3, 2026-T1 55, 2025 12");
  const shuffled = fc.shuffledSubarray(past, { minLength: past.length });
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 0, max: 4000 }), (figures, value) => {
      const base = { value: decimal(value), wholeNumber: false, bound: null, period: "2026-T3" as const };
      expect(judge({ ...base, history: figures })).toEqual(judge({ ...base, history: past }));
    }),
  );
});

it("never surprises within a third and three times a steady history", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 34, max: 300 }),
      (steady, percent) => {
        const value = decimal(steady).times(percent).times("0.01");
        expect(
          judged(decimalText(value), `2025-T3 ${steady}, 2024-T3 ${steady}, 2023-T3 ${steady}`),
        ).toBeNull();
      },
    ),
  );
});
