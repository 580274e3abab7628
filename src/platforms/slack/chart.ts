import type { KnownBlock } from "@slack/types";
import type { Chart, ChartSeries } from "../../cards/chart.ts";
import type { Messages } from "../../messages/messages.ts";
import { context } from "./elements.ts";
import { visible } from "./escape.ts";
import { limits } from "./limits.ts";
import { shortened } from "./split.ts";
import { textStrip } from "./strips.ts";

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

/** Whether every series has its amount there, and whole. */
function isWhole(all: readonly ChartSeries[], at: number): boolean {
  return all.every(({ points }) => {
    const point = points[at] ?? null;
    return point !== null && !point.incomplete;
  });
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length && !names.includes("");
}

function said(text: string, limit: number): string {
  return shortened(visible(text).trim(), limit);
}

/**
 * The chart as Slack's own, without the categories of which it would not say the same: it draws no gap, where a
 * figure that is not there must not become a zero, and an incomplete amount like any other. Null where nothing of it
 * can be drawn.
 */
export function chartBlock(chart: Chart): DataVisualizationBlock | null {
  const most = limits.chart;
  const all = chart.marks === null ? chart.bars : [...chart.bars, chart.marks];
  const whole = chart.categories.flatMap(({ name }, at) =>
    isWhole(all, at) ? [{ at, label: said(name, most.label) }] : [],
  );
  const categories = whole.map(({ label }) => label);
  const names = all.map(({ name }) => said(name, most.label));
  const isSome = all.length > 0 && categories.length > 0;
  const fits = all.length <= most.series && categories.length <= most.categories;
  if (!isSome || !fits || !areDistinct(names) || !areDistinct(categories)) return null;
  const series = all.map(({ points }, index) => ({
    name: names[index] ?? "",
    data: whole.map(({ at, label }) => ({ label, value: points[at]?.value ?? 0 })),
  }));
  const [title, unit] = [said(chart.title, most.title), said(chart.unit, most.axis)];
  if (title === "" || unit === "") return null;
  return {
    type: "data_visualization",
    title,
    chart: { type: "bar", series, axis_config: { categories, y_label: unit } },
  };
}

/** The most of a message that the words of a chart take. */
const wordsRoom = { blocks: 2, size: 4_000 };

/** Every figure of a chart in words: what its picture does not draw, and all of it where there is no picture. */
export function chartWords({ alternative }: Chart, messages: Messages): KnownBlock[] {
  const text = visible(alternative).trim();
  return text === "" ? [] : textStrip(text, context, messages)(wordsRoom);
}
