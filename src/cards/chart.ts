import { type Decimal, decimal } from "../domain/decimal.ts";
import type { EmissionQuarters, QuarterEmissions } from "../domain/emission-quarters.ts";
import type { Messages } from "../messages/messages.ts";

/** One amount of a chart, with its text ready to read. An incomplete one is drawn so that nobody takes it for whole. */
export type ChartPoint = { readonly value: number; readonly label: string; readonly incomplete: boolean };

/** Amounts of one kind, one for each category; null is a gap, never a zero. */
export type ChartSeries = { readonly name: string; readonly points: readonly (ChartPoint | null)[] };

/** A neutral chart: bars side by side and marks across them, with all that a reader without it needs. */
export type Chart = {
  readonly title: string;
  /** What the amounts are in, beside the axis. */
  readonly unit: string;
  /** Under each group of bars: its name, and what its bars lack, a line each. */
  readonly categories: readonly { readonly name: string; readonly notes: readonly string[] }[];
  readonly bars: readonly ChartSeries[];
  readonly marks: ChartSeries | null;
  readonly source: string;
  /** What separates decimals in the reader's numbers, for the axis. */
  readonly decimalMark: string;
  /** The same figures in sentences, for those who do not see the picture. */
  readonly alternative: string;
};

/** Kilograms below a tonne, tonnes above: one unit for the whole chart. */
type Scale = { readonly unit: string; readonly kg: number };

function scaleOf(amounts: readonly (Decimal | null)[]): Scale {
  const inTonnes = amounts.some((kg) => kg?.gte(1000) ?? false);
  return inTonnes ? { unit: "tCO2e", kg: 1000 } : { unit: "kgCO2e", kg: 1 };
}

function pointOf(
  kgCo2e: Decimal | null,
  incomplete: boolean,
  { kg }: Scale,
  { format }: Messages,
): ChartPoint | null {
  if (kgCo2e === null) return null;
  const amount = kgCo2e.div(kg);
  return { value: amount.round(6).toNumber(), label: format.number(amount, kg === 1 ? 1 : 2), incomplete };
}

/** What a quarter lacks; empty when it has all its figures. */
function noteOf(amounts: QuarterEmissions | undefined, year: number, messages: Messages): string {
  const said = messages.digest.chart;
  if (amounts === undefined) return said.notYet(year);
  if (amounts.kgCo2e === null) return said.noFigure(year);
  return amounts.missing === 0 ? "" : said.incomplete(year, amounts.missing);
}

/** The quarters of the year so far beside those of the reference year, with the target once it is set. */
export function emissionChart(emissions: EmissionQuarters, messages: Messages): Chart {
  const { year, referenceYear, reference, actual, target } = emissions;
  const said = messages.digest.chart;
  const scale = scaleOf([...reference, ...actual].map(({ kgCo2e }) => kgCo2e));
  const quarters = [0, 1, 2, 3] as const;
  const series = (name: string, amounts: readonly QuarterEmissions[]): ChartSeries => ({
    name,
    points: quarters.map((index) => {
      const { kgCo2e = null, missing = 0 } = amounts[index] ?? {};
      return pointOf(kgCo2e, missing > 0, scale, messages);
    }),
  });
  const bars = [
    ...(reference.length === 0 ? [] : [series(said.referenceYear(referenceYear), reference)]),
    series(String(year), actual),
  ];
  const marks =
    target === null
      ? null
      : {
          name: said.target(year),
          points: quarters.map((index) => pointOf(target[index] ?? null, false, scale, messages)),
        };
  const categories = quarters.map((index) => ({
    name: said.quarter(index + 1),
    notes: [
      ...(reference.length === 0 ? [] : [noteOf(reference[index], referenceYear, messages)]),
      noteOf(actual[index], year, messages),
    ].filter((note) => note !== ""),
  }));
  const chart = {
    title: reference.length === 0 ? said.titleAlone(year) : said.title(year, referenceYear),
    unit: said.unit(scale.unit),
    categories,
    bars,
    marks,
    source: said.source(messages.nomenclature(emissions.nomenclature), target === null),
    decimalMark: messages.format.number(decimal("0.5")).charAt(1),
  };
  return { ...chart, alternative: alternativeOf(chart, scale, messages) };
}

function alternativeOf(
  { title, categories, bars, marks, source }: Omit<Chart, "alternative">,
  { unit }: Scale,
  messages: Messages,
): string {
  const said = messages.digest.chart;
  const series = marks === null ? bars : [...bars, marks];
  const lines = categories.map(({ name, notes }, index) => {
    const amounts = series.map((each) => said.amount(each.name, each.points[index]?.label ?? null, unit));
    return `${messages.labelValue(name, amounts.join(", "))}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}.`;
  });
  return [`${title}.`, ...lines, source].join(" ");
}
