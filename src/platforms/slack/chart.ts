import type { Chart, ChartSeries } from "../../cards/chart.ts";
import { visible } from "./escape.ts";
import { limits } from "./limits.ts";
import { shortened } from "./split.ts";

type Point = { readonly label: string; readonly value: number };

/** Slack's own chart of bars, which @slack/types 3.2.0 does not know. */
export type DataVisualizationBlock = {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "bar";
    readonly series: readonly { readonly name: string; readonly data: readonly Point[] }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
};

/** Whether every category has its amount, and whole. */
function isWhole({ points }: ChartSeries, categories: number): boolean {
  return points.length === categories && points.every((point) => point !== null && !point.incomplete);
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length || names.includes("");
}

/**
 * The chart as Slack's own; null where Slack's would not say the same: it draws no gap, where a figure that is not
 * there must not become a zero, and an incomplete amount like any other. A picture says it then.
 */
export function chartBlock(chart: Chart): DataVisualizationBlock | null {
  const { label, categories: most } = limits.chart;
  const all = chart.marks === null ? chart.bars : [...chart.bars, chart.marks];
  const categories = chart.categories.map(({ name }) => shortened(visible(name).trim(), label));
  const names = all.map(({ name }) => shortened(visible(name).trim(), label));
  const fits = all.length > 0 && all.length <= limits.chart.series && categories.length <= most;
  const allWhole = all.every((series) => isWhole(series, categories.length));
  if (!fits || !allWhole || hasTwice(names) || hasTwice(categories) || categories.length === 0) return null;
  const series = all.map(({ points }, index) => ({
    name: names[index] ?? "",
    data: points.flatMap((point, at) =>
      point === null ? [] : [{ label: categories[at] ?? "", value: point.value }],
    ),
  }));
  const title = shortened(visible(chart.title).trim(), limits.chart.title);
  const unit = shortened(visible(chart.unit).trim(), limits.chart.axis);
  if (title === "" || unit === "") return null;
  return {
    type: "data_visualization",
    title,
    chart: { type: "bar", series, axis_config: { categories, y_label: unit } },
  };
}
