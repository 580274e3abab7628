import { describe, expect, it } from "vitest";
import type { Chart, ChartSeries } from "../../../src/cards/chart.ts";
import { fr } from "../../../src/messages/fr.ts";
import { chartElements } from "../../../src/platforms/teams/chart.ts";
import { drawCard } from "../../../src/platforms/teams/draw.ts";
import { checkCard } from "../../support/adaptive-checker.ts";

function series(name: string, ...values: (number | null)[]): ChartSeries {
  return {
    name,
    points: values.map((value) =>
      value === null ? null : { value, label: String(value).replace(".", ","), incomplete: false },
    ),
  };
}

function chartOf(bars: ChartSeries[], marks: ChartSeries | null = null, count = 2): Chart {
  return {
    title: "Émissions par trimestre",
    unit: "tCO2e par trimestre",
    categories: Array.from({ length: count }, (_, index) => ({ name: `T${index + 1}`, notes: [] })),
    bars,
    marks,
    source: "BEGES-R v5",
    decimalMark: ",",
    alternative: "Émissions par trimestre. T1 : 2021 3,4.",
  };
}

const named = { title: "Émissions par trimestre", yAxisTitle: "tCO2e par trimestre" };

/** The texts of the table that stands in for the chart, row by row. */
function figuresOf(chart: Chart): unknown {
  const [drawn] = chartElements(chart, fr);
  const json = JSON.stringify(drawn);
  const { fallback } = JSON.parse(json);
  return fallback.items[1].rows.map(({ cells }: { cells: { items: { text: string }[] }[] }) =>
    cells.map(({ items }) => items.map(({ text }) => text).join(" ")),
  );
}

describe("a chart in Teams", () => {
  it("of several series is bars side by side, the target among them", () => {
    const chart = chartOf([series("2021", 3.4, 2), series("2026", 3, 0)], series("objectif", 2.9, 1.8));
    const values = (one: number, two: number) => [
      { x: "T1", y: one },
      { x: "T2", y: two },
    ];
    expect(chartElements(chart, fr)[0]).toMatchObject({
      type: "Chart.VerticalBar.Grouped",
      ...named,
      data: [
        { legend: "2021", values: values(3.4, 2) },
        { legend: "2026", values: values(3, 0) },
        { legend: "objectif", values: values(2.9, 1.8) },
      ],
    });
  });

  it("of one series is bars", () => {
    expect(chartElements(chartOf([series("2026", 3, 1)]), fr)[0]).toMatchObject({
      type: "Chart.VerticalBar",
      ...named,
      data: [
        { x: "T1", y: 3 },
        { x: "T2", y: 1 },
      ],
    });
  });

  it.each([
    [8, "Chart.VerticalBar"],
    [9, "Chart.Line"],
  ])("of %i quarters in a row is a %s", (count, type) => {
    const values = Array.from({ length: count }, (_, index) => index);
    expect(chartElements(chartOf([series("2026", ...values)], null, count), fr)[0]).toMatchObject({ type });
  });

  it("has no bar for a quarter without figure, never one of zero, and no line across it", () => {
    const values = [1, null, 3, 4, 5, 6, 7, 8, 9];
    const chart = chartOf([series("2026", ...values)], null, values.length);
    const [drawn] = chartElements(chart, fr);
    expect(drawn).toMatchObject({ type: "Chart.VerticalBar", data: { length: 8 } });
    expect(JSON.stringify(drawn)).not.toContain('"y":0');
  });

  it("says under its bars which quarter is incomplete", () => {
    const partial = { name: "2026", points: [{ value: 3, label: "3", incomplete: true }, null] };
    expect(chartElements(chartOf([partial]), fr)[0]).toMatchObject({ data: [{ x: "T1 partiel", y: 3 }] });
  });

  it("says the same figures in a table where it cannot be drawn, with what each quarter lacks", () => {
    const chart = {
      ...chartOf([series("2021", 3.4, 2), series("2026", 3, null)]),
      categories: [
        { name: "T1", notes: ["2026 : 1 chiffre manque"] },
        { name: "T2", notes: [] },
      ],
    };
    expect(figuresOf(chart)).toEqual([
      ["Trimestre", "2021", "2026", "Remarques"],
      ["T1", "3,4", "3", "2026 : 1 chiffre manque"],
      ["T2", "2", "pas de chiffre", "\u00A0"],
    ]);
  });

  it("is followed by its figures in sentences, for who does not see it", () => {
    expect(chartElements(chartOf([series("2026", 3, 1)]), fr)[1]).toEqual({
      type: "TextBlock",
      text: "Émissions par trimestre. T1 : 2021 3,4.",
      wrap: true,
      size: "Small",
      isSubtle: true,
    });
  });

  it.each<[string, Chart]>([
    ["without any figure", chartOf([series("2026", null, null)])],
    ["with two series of one name", chartOf([series("2026", 1, 2), series("2026", 1, 2)])],
    ["of too many series", chartOf(Array.from({ length: 7 }, (_, index) => series(`S${index}`, 1, 2)))],
  ])("%s is its table", (_, chart) => {
    expect(chartElements(chart, fr)[0]).toMatchObject({ type: "Container", items: [{}, { type: "Table" }] });
  });

  it("comes after the first paragraph of its card", () => {
    const card = { title: "Le point", blocks: [{ type: "text", text: "Moins 12 %." } as const] };
    const drawn = drawCard(card, { language: "fr", chart: chartOf([series("2026", 3, 1)]) });
    expect(checkCard(drawn)).toEqual([]);
    expect(drawn.body.map(({ type }) => type)).toEqual([
      "TextBlock",
      "TextBlock",
      "Chart.VerticalBar",
      "TextBlock",
    ]);
  });
});
