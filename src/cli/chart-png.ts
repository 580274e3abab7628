import { createRequire } from "node:module";
import type { EChartsOption, SeriesOption } from "echarts";
import type { Chart, ChartSeries } from "../cards/chart.ts";

/** The size of a picture, in pixels: wide enough for a chat on a large screen. */
export const chartSize = { width: 1200, height: 675 } as const;

const font = "DejaVu Sans";
const ink = "#1a1a1a";
const greyInk = "#595959";

/**
 * Light then dark, so that they differ without colour too (relative luminance 0.55 and 0.04); the orange of
 * the marks is apart from both for every kind of colour vision (Okabe and Ito's palette).
 */
const barFills = ["#a6c8e0", "#0b3c5d"] as const;
const markFill = "#d55e00";
const markInk = "#8f3f00";

/** White stripes: the bar is there, and something in it is not. */
const hatching = {
  symbol: "rect",
  color: "#ffffff",
  dashArrayX: [1, 0],
  dashArrayY: [3, 7],
  rotation: -Math.PI / 4,
};

const labelGap = 6;

/** A label that would lie across a mark moves above it. */
function labelDistance(chart: Chart, index: number, value: number): number {
  const all = [...chart.bars, ...(chart.marks === null ? [] : [chart.marks])];
  const highest = Math.max(...all.flatMap(({ points }) => points.map((point) => point?.value ?? 0)));
  const above = (chart.marks?.points[index]?.value ?? Number.NEGATIVE_INFINITY) - value;
  return above >= 0 && above < highest * 0.08 ? labelGap * 6 : labelGap;
}

function barSeries(series: ChartSeries, fill: string, chart: Chart): SeriesOption {
  return {
    type: "bar",
    name: series.name,
    data: series.points.map((point, index) =>
      point === null
        ? null
        : {
            value: point.value,
            label: { distance: labelDistance(chart, index, point.value) },
            ...(point.incomplete ? { itemStyle: { decal: hatching } } : {}),
          },
    ),
    itemStyle: { color: fill, borderColor: barFills[1], borderWidth: 1.5 },
    barGap: "8%",
    barCategoryGap: "34%",
    label: {
      show: true,
      position: "top",
      fontFamily: font,
      fontSize: 20,
      color: ink,
      formatter: ({ dataIndex }) => series.points[dataIndex]?.label ?? "",
    },
  };
}

function markSeries(series: ChartSeries): SeriesOption {
  return {
    type: "scatter",
    name: series.name,
    data: series.points.map((point) => point?.value ?? null),
    symbol: "rect",
    symbolSize: [190, 6],
    itemStyle: { color: markFill, opacity: 1 },
    z: 5,
    label: {
      show: true,
      position: "right",
      fontFamily: font,
      fontSize: 18,
      fontWeight: "bold",
      color: markInk,
      formatter: ({ dataIndex }) => series.points[dataIndex]?.label ?? "",
    },
  };
}

function optionOf(chart: Chart): EChartsOption {
  const { bars, marks, categories } = chart;
  const fills = bars.length === 1 ? barFills.slice(1) : barFills;
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: font, color: ink },
    title: [
      { text: chart.title, left: 40, top: 24, textStyle: { fontSize: 28, fontWeight: "bold", color: ink } },
      {
        text: chart.source,
        left: 40,
        bottom: 16,
        textStyle: { fontSize: 16, fontWeight: "normal", color: greyInk },
      },
    ],
    legend: {
      left: 40,
      top: 74,
      itemGap: 36,
      itemWidth: 30,
      icon: "rect",
      textStyle: { fontSize: 20, color: ink },
    },
    grid: { left: 90, right: 60, top: 165, bottom: 155 },
    xAxis: {
      type: "category",
      data: categories.map(({ name, notes }) =>
        [`{name|${name}}`, ...notes.map((note) => `{note|${note}}`)].join("\n"),
      ),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink, width: 1.5 } },
      axisLabel: {
        margin: 14,
        interval: 0,
        rich: {
          name: { fontSize: 22, color: ink, lineHeight: 30 },
          note: { fontSize: 17, color: greyInk, lineHeight: 24 },
        },
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      name: chart.unit,
      nameTextStyle: { fontSize: 18, color: greyInk, align: "left", padding: [0, 0, 8, -50] },
      axisLabel: {
        fontSize: 18,
        color: greyInk,
        formatter: (value: number) => String(value).replace(".", chart.decimalMark),
      },
      splitLine: { lineStyle: { color: "#dddddd" } },
    },
    series: [
      ...bars.map((series, index) => barSeries(series, fills[index] ?? barFills[1], chart)),
      ...(marks === null ? [] : [markSeries(marks)]),
    ],
  };
}

/** The chart as SVG. */
async function drawSvg(chart: Chart): Promise<string> {
  const { init } = await import("echarts/dist/echarts.esm.min");
  const drawn = init(null, null, { renderer: "svg", ssr: true, ...chartSize });
  drawn.setOption(optionOf(chart));
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return svg;
}

/** The chart as a PNG of `chartSize`, with its own font: the same bytes for the same chart. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
    resolve(`dejavu-fonts-ttf/ttf/${file}`),
  );
  const options = { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: font } };
  return new Resvg(await drawSvg(chart), options).render().asPng();
}
