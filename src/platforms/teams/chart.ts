import { column } from "../../cards/card.ts";
import type { Chart, ChartSeries } from "../../cards/chart.ts";
import type { Messages } from "../../messages/messages.ts";
import { visible } from "../visible.ts";
import type { ChartPoint, Container, Element } from "./adaptive.ts";
import { limits } from "./limits.ts";
import { tableElement } from "./table.ts";
import { line, paragraph, smallPrint } from "./texts.ts";
import { shortened } from "./weight.ts";

/** From so many categories on, a line is easier to follow than bars. */
const bestAsLine = 9;

function seriesOf({ bars, marks }: Chart): ChartSeries[] {
  return marks === null ? [...bars] : [...bars, marks];
}

function label(text: string): string {
  return shortened(visible(text).trim(), limits.chart.label);
}

/** The figures in a table: a row a category, a column a series, and what each row lacks. */
function figures(chart: Chart, { teams, forms }: Messages): Element {
  const all = seriesOf(chart);
  const hasNotes = chart.categories.some(({ notes }) => notes.length > 0);
  return tableElement({
    type: "table",
    columns: [
      column(forms.period),
      ...all.map(({ name }) => column(visible(name), "right")),
      ...(hasNotes ? [column(teams.remarks)] : []),
    ],
    rows: chart.categories.map(({ name, notes }, index) => [
      visible(name),
      ...all.map(({ points }) => visible(points[index]?.label ?? teams.noAmount)),
      ...(hasNotes ? [visible(notes.join(", "))] : []),
    ]),
  });
}

/** The chart without a picture. */
function inWords(chart: Chart, messages: Messages): Container {
  const title = messages.labelValue(visible(chart.title), visible(chart.unit));
  return { type: "Container", items: [line(title, { weight: "Bolder" }), figures(chart, messages)] };
}

/** The names under the bars: one that lacks figures says so, since Teams draws it like any other. */
function categoryLabels({ categories, bars }: Chart, { teams }: Messages): string[] {
  return categories.map(({ name }, index) => {
    const isIncomplete = bars.some(({ points }) => points[index]?.incomplete ?? false);
    return isIncomplete ? teams.incomplete(label(name)) : label(name);
  });
}

/** A series without its gaps: an amount that is not there has no bar, never one of zero. */
function valuesOf({ points }: ChartSeries, categories: readonly string[]): ChartPoint[] {
  return points.flatMap((point, index) => {
    const x = categories[index];
    return point === null || x === undefined ? [] : [{ x, y: point.value }];
  });
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length && !names.includes("");
}

function native(chart: Chart, messages: Messages): Element | null {
  const all = seriesOf(chart);
  const categories = categoryLabels(chart, messages);
  const data = all.map((series) => ({ legend: label(series.name), values: valuesOf(series, categories) }));
  const fits = categories.length <= limits.chart.points && all.length <= limits.chart.series;
  const areNamed = areDistinct(categories) && areDistinct(data.map(({ legend }) => legend));
  const [only] = data;
  if (!fits || !areNamed || only === undefined || !data.some(({ values }) => values.length > 0)) return null;
  const title = shortened(visible(chart.title).trim(), limits.chart.title);
  const yAxisTitle = label(chart.unit);
  if (title === "" || yAxisTitle === "") return null;
  const shared = { title, yAxisTitle, fallback: inWords(chart, messages) };
  // A line would join the amounts on both sides of a gap.
  const isWhole = data.every(({ values }) => values.length === categories.length);
  if (isWhole && categories.length >= bestAsLine) return { type: "Chart.Line", ...shared, data };
  if (data.length === 1) return { type: "Chart.VerticalBar", ...shared, data: only.values };
  return { type: "Chart.VerticalBar.Grouped", ...shared, data };
}

/** A chart as Teams' own, a table where it cannot be drawn, and the same figures in sentences for who does not see it. */
export function chartElements(chart: Chart, messages: Messages): Element[] {
  const drawn = native(chart, messages);
  const sentences = smallPrint(visible(chart.alternative));
  if (drawn !== null) return [drawn, ...sentences];
  return [inWords(chart, messages), ...paragraph(visible(chart.source), { size: "Small", isSubtle: true })];
}
