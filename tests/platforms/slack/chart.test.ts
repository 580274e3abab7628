import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "../../../src/cards/card.ts";
import type { Chart, ChartSeries } from "../../../src/cards/chart.ts";
import { chartBlock } from "../../../src/platforms/slack/chart.ts";
import { drawFallback, drawMessage } from "../../../src/platforms/slack/draw.ts";
import { anyCard, anyText } from "../../support/arbitrary-card.ts";
import { header, paragraph, smallPrint } from "../../support/slack-blocks.ts";
import { checkBlocks, checkMessage } from "../../support/slack-limits.ts";

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
    ["no category that is whole", chartOf([series("2026", 3, null), series("2021", null, 2)])],
    ["no point", chartOf([series("2026")])],
    ["no series", chartOf([])],
    ["too many series", chartOf("1234567".split("").map((name) => series(name, 1, 2)))],
    [
      "two names that Slack would cut to the same",
      chartOf(["a", "b"].map((end) => series(`${"x".repeat(30)}${end}`, 1, 2))),
    ],
    ["no category", { ...chartOf([series("2026")]), categories: [] }],
  ])("is left to words where it has %s", (_, chart) => {
    expect(chartBlock(chart)).toBeNull();
  });

  it.each<[string, Chart]>([
    ["a figure is missing, which is no zero", chartOf([series("2026", 3, null)])],
    ["only the target is missing", chartOf([series("2026", 3, 2)], series("objectif", 2, null))],
    [
      "an amount lacks a part",
      chartOf([
        { name: "2026", points: [3, 2].map((value) => ({ value, label: "", incomplete: value === 2 })) },
      ]),
    ],
    ["there is no point", chartOf([series("2026", 3)])],
  ])("leaves out a category where %s", (_, chart) => {
    const drawn = chartBlock(chart)?.chart;
    expect(drawn?.axis_config.categories).toEqual(["T1"]);
    expect(drawn?.series.map(({ data }) => data.map(({ label }) => label))).toEqual(
      drawn?.series.map(() => ["T1"]),
    );
    expect(drawn?.series[0]?.data).toEqual([{ label: "T1", value: 3 }]);
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
      fc.property(anyChart, anyCard, (chart, card) => {
        for (const draw of [drawMessage, drawFallback])
          expect(checkMessage(draw(card, { language: "fr", chart }))).toEqual([]);
        const block = chartBlock(chart);
        if (block !== null) expect(checkBlocks([block], "message")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a card with a chart", () => {
  const card: Card = {
    title: "Le mois",
    blocks: [
      { type: "note", text: "Chiffres d’exemple" },
      { type: "text", text: "3,4 tCO2e" },
      { type: "text", text: "La suite" },
    ],
  };
  const chart = chartOf([series("2026", 3, 2)]);
  const before = [header("Le mois"), smallPrint("Chiffres d’exemple"), paragraph("3,4 tCO2e")];
  const words = smallPrint("T1 : 2021 3,4");
  const after = paragraph("La suite");

  it("has it after its first paragraph, and its figures in words below", () => {
    const { blocks } = drawMessage(card, { language: "fr", chart });
    expect(blocks).toEqual([...before, chartBlock(chart), words, after]);
  });

  it("keeps its figures in words where Slack takes no chart", () => {
    expect(drawFallback(card, { language: "fr", chart }).blocks).toEqual([...before, words, after]);
  });
});
