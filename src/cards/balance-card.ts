import type { Balance, IndicatorEmission } from "../domain/balance.ts";
import type { Decimal } from "../domain/decimal.ts";
import type { MissingFigure } from "../domain/missing.ts";
import type { Quarter } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, column, note, text } from "./card.ts";

function share(part: Decimal, total: Decimal, messages: Messages): string {
  return total.eq(0) ? "–" : messages.format.percent(part.div(total).times(100));
}

function postTable(balance: Balance, messages: Messages): Block {
  const { balance: said, format } = messages;
  const rows = [...balance.byPost]
    .filter(([, kgCo2e]) => !kgCo2e.eq(0))
    .map(([post, kgCo2e]) => [
      balance.nomenclature === "bc" ? "" : post,
      messages.postLabel(balance.nomenclature, post),
      format.kgCo2e(kgCo2e),
      share(kgCo2e, balance.totalKgCo2e, messages),
    ]);
  const columns = [
    column(""),
    column(said.post),
    column(said.emissions, "right"),
    column(said.share, "right"),
  ];
  if (balance.nomenclature !== "bc") return { type: "table", columns, rows };
  return { type: "table", columns: columns.slice(1), rows: rows.map((row) => row.slice(1)) };
}

function indicatorTable(balance: Balance, messages: Messages): Block {
  const { balance: said, format } = messages;
  const columns = [
    column(said.indicator),
    column(said.activity, "right"),
    column(said.factor, "right"),
    column(said.emissions, "right"),
  ];
  const rows = balance.byIndicator.map(({ indicator, factor, activity, kgCo2e, lines }) => [
    messages.pick(indicator.label),
    format.amount(activity, messages.unitName(indicator.unit, activity), 3),
    // What is counted, so that activity × factor is the emission shown; what is left out is said below.
    format.number(lines[0]?.placedPerUnit ?? factor.value, 6),
    format.kgCo2e(kgCo2e),
  ]);
  return { type: "table", columns, rows };
}

function labelsWhere(
  balance: Balance,
  test: (emission: IndicatorEmission) => boolean,
  messages: Messages,
): string[] {
  return [
    ...new Set(balance.byIndicator.filter(test).map(({ indicator }) => messages.pick(indicator.label))),
  ];
}

function caveats(balance: Balance, messages: Messages): Block[] {
  const said = messages.balance;
  const provisional = labelsWhere(balance, ({ factor }) => factor.provisional, messages);
  const backcast = labelsWhere(balance, ({ factor }) => factor.backcast, messages);
  const estimated = labelsWhere(balance, ({ factor }) => factor.splitEstimated, messages);
  const lines = [
    provisional.length > 0 ? said.provisional(provisional) : null,
    backcast.length > 0 ? said.backcast(backcast) : null,
    estimated.length > 0 ? said.splitEstimated(estimated) : null,
    balance.monetaryKgCo2e.gt(0)
      ? said.monetary(share(balance.monetaryKgCo2e, balance.totalKgCo2e, messages))
      : null,
    ...[...balance.leftOut].map(([reason, kg]) => said.leftOut(reason, messages.format.kgCo2e(kg))),
    balance.biogenicKgCo2.gt(0)
      ? said.biogenic(messages.format.amount(balance.biogenicKgCo2, "kg", 3))
      : null,
  ];
  return lines.filter((line) => line !== null).map(note);
}

/** Labels that fit on a line; the JSON lists them all. */
const labelsShown = 5;

/** The first labels of a list, and how many others there are. */
export function someLabels(labels: readonly string[], messages: Messages): string {
  const rest = labels.length - labelsShown;
  const shown = labels.slice(0, labelsShown).join(", ");
  return rest > 0 ? `${shown}, ${messages.balance.others(rest)}` : shown;
}

/** What a total lacks, by quarter; the quarter under way is said apart, since it is not over. */
export function missingBlocks(
  missing: readonly MissingFigure[],
  { plan, current, empty }: { plan: Plan; current: Quarter; empty: boolean },
  messages: Messages,
): Block[] {
  if (missing.length === 0) return empty ? [] : [note(messages.balance.complete)];
  const said = messages.balance;
  const late = missing.filter(({ period }) => period !== current);
  const awaited = missing.length - late.length;
  const labels = new Map(plan.indicators.map(({ slug, label }) => [slug, messages.pick(label)]));
  const byPeriod = Map.groupBy(late, ({ period }) => period);
  const items = [...byPeriod].map(([period, figures]) =>
    said.missingIn(
      period,
      figures.length,
      someLabels(
        figures.map(({ indicator }) => labels.get(indicator) ?? indicator),
        messages,
      ),
    ),
  );
  return [
    ...(late.length === 0 ? [] : [note(empty ? said.allMissing(late.length) : said.missing(late.length))]),
    ...(items.length === 0 ? [] : [{ type: "list", items } as const]),
    ...(awaited === 0 ? [] : [note(said.underWay(current, awaited))]),
  ];
}

/** The balance on one screen: total, uncertainty, posts, indicators, caveats, and what is missing. */
export function balanceCard(
  balance: Balance,
  facts: { plan: Plan; current: Quarter; example: boolean },
  messages: Messages,
): Card {
  const said = messages.balance;
  const title = said.title(balance.period, balance.nomenclature);
  const empty = balance.byIndicator.length === 0;
  const missing = missingBlocks(balance.missing, { ...facts, empty }, messages);
  const label = facts.example ? [note(messages.localMode.exampleLabel)] : [];
  if (empty) return { title, blocks: [...label, text(said.nothing), ...missing] };
  const { uncertaintyPct } = balance;
  return {
    title,
    blocks: [
      ...label,
      text(said.total(messages.format.kgCo2e(balance.totalKgCo2e))),
      ...(uncertaintyPct === null ? [] : [note(said.uncertainty(messages.format.percent(uncertaintyPct)))]),
      postTable(balance, messages),
      indicatorTable(balance, messages),
      ...caveats(balance, messages),
      ...missing,
      actions({ label: said.why, line: `/cairn pourquoi ges ${balance.period} ${balance.nomenclature}` }),
    ],
  };
}
