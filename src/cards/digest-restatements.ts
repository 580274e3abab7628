import type { CorrectedFigure } from "../domain/corrected-figure.ts";
import type { Digest } from "../domain/digest.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { type Block, text } from "./card.ts";
import { amountText } from "./progress-text.ts";

function correctedText(
  { indicator, period, was, now, unit, reason }: CorrectedFigure,
  labelOf: (slug: string) => string,
  messages: Messages,
): string {
  const said = messages.digest.restatements;
  const amount = (value: typeof was) => (value === null ? said.withdrawn : amountText(value, unit, messages));
  const line = said.figure(labelOf(indicator), period, amount(was), amount(now));
  return reason === null ? line : `${line}${said.reason(reason)}`;
}

/** Lines that fit; the JSON lists them all. */
const restatementsShown = 5;

/** What changed since the digest before: figures corrected, and results restated by a factor or the plan. */
export function restatementBlocks({ corrected, restated }: Digest, plan: Plan, messages: Messages): Block[] {
  const said = messages.digest.restatements;
  const labels = new Map(plan.indicators.map(({ slug, label }) => [slug, messages.pick(label)]));
  const labelOf = (slug: string) => labels.get(slug) ?? slug;
  const kg = (value: (typeof restated)[number]["oldKgCo2e"]) =>
    value === null ? messages.bulk.restated.none : messages.format.kgCo2e(value);
  const results = restated.flatMap(({ indicator, period, oldKgCo2e, newKgCo2e, reason }) => {
    if (indicator === null) return [];
    const label = `${labelOf(indicator)}, ${messages.periodName(period)}`;
    return [messages.bulk.restated.indicator(label, kg(oldKgCo2e), kg(newKgCo2e), reason)];
  });
  const lines = [...corrected.map((figure) => correctedText(figure, labelOf, messages)), ...results];
  if (lines.length === 0) return [];
  const more = lines.length - restatementsShown;
  const items = [...lines.slice(0, restatementsShown), ...(more > 0 ? [said.more(more)] : [])];
  return [text(said.title), { type: "list", items }];
}
