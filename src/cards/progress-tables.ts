import type { Decimal } from "../domain/decimal.ts";
import type { Progress } from "../domain/progress.ts";
import type { ResourceChange } from "../domain/resource-index.ts";
import type { WasteFacts } from "../domain/waste.ts";
import type { Messages } from "../messages/messages.ts";
import { type Block, column, fields, note } from "./card.ts";
import { amountText, changeText } from "./progress-text.ts";

/** Waste per person, how much of it is sorted, and what is left, each beside the span compared with. */
export function wasteBlocks({ waste, referenceSpan, total }: Progress, messages: Messages): Block[] {
  if (waste === null || total === null) return [];
  const said = messages.progress.waste;
  const kg = (value: Decimal) => amountText(value, "kg", messages, 1);
  const percent = (value: Decimal) => messages.format.percent(value);
  const row = (
    label: string,
    of: (facts: WasteFacts) => Decimal | null,
    write: (value: Decimal) => string,
  ) => {
    const [actual, baseline] = [of(waste.actual), of(waste.baseline)].map((value) =>
      value === null ? said.unknown : write(value),
    );
    return { label, value: said.versus(actual ?? "", baseline ?? "", referenceSpan) };
  };
  return [
    fields(
      row(said.kgPerFte, ({ kgPerFte }) => kgPerFte, kg),
      row(said.sortingRate, ({ sortingRatePct }) => sortingRatePct, percent),
      row(said.residual, ({ residualKg }) => residualKg, kg),
    ),
    ...(waste.unweighed.length === 0
      ? []
      : [note(said.unweighed(waste.unweighed.map(({ label }) => messages.pick(label)).join(", ")))]),
  ];
}

/** Each resource in its own unit, and those that the index cannot hold. */
export function resourceBlocks({ resources }: Progress, messages: Messages): Block[] {
  if (resources === null) return [];
  const said = messages.progress;
  const compared = resources.filter(({ comparison }) => comparison.actual !== null);
  if (compared.length === 0) return [];
  const columns = [
    column(said.columns.resource),
    column(said.columns.actual, "right"),
    column(said.columns.baseline, "right"),
    column(said.columns.change, "right"),
  ];
  const zeros = compared.filter(({ changePct }) => changePct === null);
  const labels = zeros.map(({ indicator }) => messages.pick(indicator.label)).join(", ");
  return [
    { type: "table", columns, rows: compared.map((each) => resourceRow(each, messages)) },
    ...(zeros.length === 0 ? [] : [note(said.zeroBaseline(labels))]),
  ];
}

function resourceRow({ indicator, comparison, changePct }: ResourceChange, messages: Messages): string[] {
  const write = (value: Decimal | null) =>
    value === null ? "" : amountText(value, indicator.unit, messages);
  return [
    messages.pick(indicator.label),
    write(comparison.actual),
    write(comparison.baseline),
    changePct === null ? "–" : changeText(changePct, messages),
  ];
}
