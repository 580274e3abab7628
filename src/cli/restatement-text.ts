import type { Decimal } from "../domain/decimal.ts";
import type { Plan } from "../domain/plan.ts";
import type { Restatement } from "../domain/restatement.ts";
import type { Messages } from "../messages/messages.ts";

/** Past results restated, a line each: a period's total, then under it what made it change. */
export function restatementLines(
  restatements: readonly Restatement[],
  plan: Pick<Plan, "indicators">,
  messages: Messages,
): string[] {
  if (restatements.length === 0) return [];
  const said = messages.bulk.restated;
  const kg = (value: Decimal | null) => (value === null ? said.none : messages.format.kgCo2e(value));
  const labelOf = (slug: string) => {
    const label = plan.indicators.find((indicator) => indicator.slug === slug)?.label;
    return label === undefined ? slug : messages.pick(label);
  };
  const lines = restatements.map(
    ({ period, indicator, oldKgCo2e, newKgCo2e, reason, oldFactor, newFactor }) => {
      if (indicator === null) return `  ${said.line(period, kg(oldKgCo2e), kg(newKgCo2e))}`;
      const label = period.includes("-")
        ? labelOf(indicator)
        : `${messages.periodTitle(period)}, ${labelOf(indicator)}`;
      const line = said.indicator(label, kg(oldKgCo2e), kg(newKgCo2e), reason);
      const used =
        oldFactor === newFactor ? "" : said.factors(oldFactor ?? said.none, newFactor ?? said.none);
      return `    ${line}${used}`;
    },
  );
  return [said.title(new Set(restatements.map(({ period }) => period)).size), ...lines];
}
