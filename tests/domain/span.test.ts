import { describe, expect, it } from "vitest";
import { type Against, counterpartOf, referenceSpan } from "../../src/domain/against.ts";
import { isWholeYear, type Span, spanOf, spanPeriods, spanText, yearSoFar } from "../../src/domain/span.ts";

const year: Span = { from: "2026-T1", to: "2026-T4" };
const three: Span = { from: "2026-T1", to: "2026-T3" };
const one: Span = { from: "2026-T3", to: "2026-T3" };
const two: Span = { from: "2024-T4", to: "2026-T1" };

describe("a span", () => {
  it.each([
    { span: year, text: "2026", periods: ["2026"], whole: true },
    { span: three, text: "2026-T1..2026-T3", periods: ["2026-T1", "2026-T2", "2026-T3"], whole: false },
    { span: one, text: "2026-T3", periods: ["2026-T3"], whole: false },
    { span: two, text: "2024-T4..2026-T1", periods: ["2024-T4", "2025", "2026-T1"], whole: false },
  ])("$text is made of $periods", ({ span, text, periods, whole }) => {
    expect([spanText(span), spanPeriods(span), isWholeYear(span)]).toEqual([text, periods, whole]);
  });

  it("of a year is its four quarters, of a quarter itself, and the year so far ends under way", () => {
    expect([spanOf("2026"), spanOf("2026-T3"), yearSoFar("2026-T3")]).toEqual([year, one, three]);
  });
});

describe("what a span is compared with", () => {
  it.each<[span: Span, against: Against, reference: string]>([
    [year, "baseline", "2021"],
    [three, "baseline", "2021-T1..2021-T3"],
    [one, "baseline", "2021-T3"],
    [two, "baseline", "2021"],
    [year, "previous_year", "2025"],
    [three, "previous_year", "2025-T1..2025-T3"],
    [one, "previous_quarter", "2026-T2"],
    [{ from: "2026-T1", to: "2026-T1" }, "previous_quarter", "2025-T4"],
    [three, "previous_quarter", "2025-T2..2025-T4"],
    [year, "previous_quarter", "2025"],
    [three, { from: "2023-T1", to: "2023-T3" }, "2023-T1..2023-T3"],
  ])("%j against %j is against %s", (span, against, reference) => {
    expect(spanText(referenceSpan(span, against, 2021))).toBe(reference);
  });

  it("another span is met quarter by quarter, as far as it goes", () => {
    const counterpart = counterpartOf(three, { from: "2023-T2", to: "2023-T3" }, 2021);
    expect((["2026-T1", "2026-T2", "2026-T3"] as const).map(counterpart)).toEqual([
      "2023-T2",
      "2023-T3",
      null,
    ]);
  });
});
