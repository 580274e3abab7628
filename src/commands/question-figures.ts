import { column, note } from "../cards/card.ts";
import { answerAmount, measureLabel, measureTitle } from "../cards/question-text.ts";
import { type Decimal, sum } from "../domain/decimal.ts";
import { figureOf, partsOf, seriesOf } from "../domain/questions/figure.ts";
import { type JsonObject, jsonNumber } from "./json.ts";
import { coverageJson } from "./progress-json.ts";
import { type Answered, type AskedOn, told } from "./question-facts.ts";

/** Kilograms to the gram, anything else to the millionth. */
export function answerNumber(value: Decimal, unit: string): number {
  return jsonNumber(value, unit === "kg" || unit === "kgCO2e" ? 3 : 6);
}

/** The measure of an answer at the start of its sentence, as emissions where these are asked for. */
export function labelOf({ measure, asEmissions, context }: AskedOn): string {
  const { plan, messages } = context;
  if (!asEmissions) return measureTitle(measure, plan, messages);
  const name = messages.questions.emissionsOf(measureLabel(measure, plan, messages));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A total over a period. */
export function valueAnswer(asked: AskedOn): Answered {
  const { measure, period, facts, context, asEmissions } = asked;
  const { questions: said, progress } = context.messages;
  const figure = figureOf(measure, period, facts, asEmissions);
  if (figure === null) return told(said.noExpenses);
  const { value, unit, coverage } = figure;
  const span = progress.spanName(period);
  const isProject = measure === "compensation" || measure === "projets-compensation";
  const empty = isProject ? said.noProject(span) : said.noFigure(labelOf(asked), span);
  const sentence =
    value === null ? empty : said.value(labelOf(asked), span, answerAmount(value, unit, context.messages));
  const notes = [
    isProject && value !== null ? said.projects : null,
    unit === "index" && value !== null ? said.index : null,
  ];
  return {
    ...told(sentence, notes.filter((line) => line !== null).map(note)),
    value,
    unit,
    coverage,
  };
}

/** A measure quarter by quarter. The figure of the answer is the latest recorded. */
export function trendAnswer(asked: AskedOn): Answered {
  const { measure, period, facts, context, asEmissions } = asked;
  const { messages } = context;
  const said = messages.questions;
  const points = seriesOf(measure, period, facts, asEmissions);
  if (points === null || measure === "compensation" || measure === "projets-compensation")
    return valueAnswer(asked);
  const rows = points.map(({ period: quarter, figure: { value, unit, coverage } }) => [
    messages.periodName(quarter),
    value === null ? said.nothingYet : answerAmount(value, unit, messages),
    said.lacks(coverage?.missing.length ?? 0),
  ]);
  const columns = [
    column(said.quarterColumn),
    column(said.amountColumn, "right"),
    column(said.coverageColumn),
  ];
  const last = points.findLast(({ figure }) => figure.value !== null);
  const whole = figureOf(measure, period, facts, asEmissions);
  const title = said.series(labelOf(asked), messages.progress.spanName(period));
  const latest =
    last === undefined || last.figure.value === null
      ? said.noFigure(labelOf(asked), messages.progress.spanName(period))
      : `${title} ${said.lastPoint(messages.periodName(last.period), answerAmount(last.figure.value, last.figure.unit, messages))}`;
  return {
    ...told(latest, [{ type: "table", columns, rows }]),
    value: last?.figure.value ?? null,
    unit: points[0]?.figure.unit ?? null,
    coverage: whole?.coverage ?? null,
    more: {
      series: points.map(({ period: quarter, figure: { value, unit, coverage } }) => ({
        period: quarter,
        value: value === null ? null : answerNumber(value, unit),
        coverage: coverage === null ? null : coverageJson(coverage),
      })),
    },
  };
}

/** What a total is made of, the largest first. The figure of the answer is the first part. */
export function rankAnswer(asked: AskedOn): Answered {
  const { measure, period, facts, context } = asked;
  const { messages } = context;
  const said = messages.questions;
  const total = figureOf(measure, period, facts);
  const parts = partsOf(measure, period, facts);
  if (total === null || parts === null)
    return told(said.noParts(measureLabel(measure, context.plan, messages)));
  const all = sum(parts.map(({ value }) => value));
  const shareOf = (value: Decimal) => messages.format.percent(value.times(100).div(all));
  const [first] = parts;
  const span = messages.progress.spanName(period);
  if (first === undefined || all.eq(0))
    return { ...told(said.noFigure(labelOf(asked), span)), unit: total.unit, coverage: total.coverage };
  const amount = (value: Decimal) => answerAmount(value, total.unit, messages);
  const columns = [
    column(said.sourceColumn),
    column(said.amountColumn, "right"),
    column(said.shareColumn, "right"),
  ];
  const rows = parts.map(({ indicator, value }) => [
    messages.pick(indicator.label),
    amount(value),
    shareOf(value),
  ]);
  const sentence = said.ranked(
    labelOf(asked),
    span,
    messages.pick(first.indicator.label),
    amount(first.value),
    shareOf(first.value),
  );
  return {
    ...told(sentence, [{ type: "table", columns, rows }]),
    value: first.value,
    unit: total.unit,
    coverage: total.coverage,
    more: {
      ranking: parts.map(({ indicator, value }) => ({
        indicator: indicator.slug,
        value: answerNumber(value, total.unit),
      })),
      total: answerNumber(all, total.unit),
    },
  };
}

/** The parts of an answer that every figure has, as data. */
export function answerJson({ value, unit, text: sentence, coverage, more }: Answered): JsonObject {
  return {
    value: value === null || unit === null ? null : answerNumber(value, unit),
    unit,
    text: sentence,
    coverage: coverage === null ? null : coverageJson(coverage),
    ...more,
  };
}
