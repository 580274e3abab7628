import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chart, ChartSeries } from "../../../src/cards/chart.ts";
import { chartBlock } from "../../../src/platforms/slack/chart.ts";
import { anyText } from "../../support/arbitrary-card.ts";
import { checkBlocks } from "../../support/slack-limits.ts";

function series(name: string, ...values: (number | null)[]): ChartSeries {
  return {
    name,
    points: values.map((value) =>
      value === null ? null : { value, label: String(value), incomplete: false },
    ),
  };
}

function chartOf(bars: ChartSeries[], marks: ChartSeries | null = null): Chart {
  return {
    title: "Émissions par trimestre",
    unit: "en tCO2e",
    categories: ["T1", "T2"].map((name) => ({ name, notes: [] })),
    bars,
    marks,
    source: "BEGES-R v5",
    decimalMark: ",",
    alternative: "T1 : 2021 3,4",
  };
}

describe("a chart as Slack's own", () => {
  it("has a series for each kind of bar and for the target, with every category", () => {
    const chart = chartOf(
      [series("référence 2021", 3.4, 2), series("2026", 3, 0)],
      series("objectif", 2.9, 1.8),
    );
    const data = (one: number, two: number) => [
      { label: "T1", value: one },
      { label: "T2", value: two },
    ];
    expect(chartBlock(chart)).toEqual({
      type: "data_visualization",
      title: "Émissions par trimestre",
      chart: {
        type: "bar",
        series: [
          { name: "référence 2021", data: data(3.4, 2) },
          { name: "2026", data: data(3, 0) },
          { name: "objectif", data: data(2.9, 1.8) },
        ],
        axis_config: { categories: ["T1", "T2"], y_label: "en tCO2e" },
      },
    });
  });

  it.each<[string, Chart]>([
    ["a figure that is missing, which is no zero", chartOf([series("2026", 3, null)])],
    [
      "an amount that lacks a part",
      chartOf([
        { name: "2026", points: [1, 2].map((value) => ({ value, label: "", incomplete: value === 2 })) },
      ]),
    ],
    ["a category without its point", chartOf([series("2026", 3)])],
    ["no series", chartOf([])],
    ["too many series", chartOf("1234567".split("").map((name) => series(name, 1, 2)))],
    [
      "two names that Slack would cut to the same",
      chartOf(["a", "b"].map((end) => series(`${"x".repeat(30)}${end}`, 1, 2))),
    ],
    ["no category", { ...chartOf([series("2026")]), categories: [] }],
  ])("is left to a picture where it has %s", (_, chart) => {
    expect(chartBlock(chart)).toBeNull();
  });

  it("keeps Slack's limits, whatever the chart", () => {
    const point = fc.option(
      fc.record({ value: fc.integer(), label: anyText, incomplete: fc.constant(false) }),
      { freq: 20 },
    );
    const anySeries = fc.record({ name: anyText, points: fc.array(point, { minLength: 2, maxLength: 2 }) });
    const anyChart = fc.record({
      ...{ title: anyText, unit: anyText, source: anyText, decimalMark: anyText, alternative: anyText },
      categories: fc.array(fc.record({ name: anyText, notes: fc.array(anyText) }), {
        minLength: 1,
        maxLength: 3,
      }),
      bars: fc.array(anySeries, { maxLength: 3 }),
      marks: fc.option(anySeries),
    });
    fc.assert(
      fc.property(anyChart, (chart) => {
        const block = chartBlock(chart);
        if (block !== null) expect(checkBlocks([block], "message")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
