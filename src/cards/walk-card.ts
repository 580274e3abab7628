import type { Decimal } from "../domain/decimal.ts";
import type { Quarter } from "../domain/period.ts";
import type { Indicator } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";

/** A figure that a walk went by. */
export type PassedFigure = { readonly indicator: Indicator; readonly period: Quarter };

/** A figure given on the way; null where it does not stand any more. */
export type WalkedFigure = PassedFigure & { readonly value: Decimal | null };

function listed(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [text(title), { type: "list", items }];
}

/** The end of a walk through several figures: what was given, and what was passed and is still to give. */
export function walkCard(
  { given, skipped }: { readonly given: readonly WalkedFigure[]; readonly skipped: readonly PassedFigure[] },
  messages: Messages,
): Card {
  const said = messages.forms.end;
  const { format, pick, unitName, entry } = messages;
  const amount = ({ indicator, value }: WalkedFigure) =>
    value === null ? entry.missing : format.amount(value, unitName(indicator.unit, value));
  const lines = given.map((each) => entry.line(pick(each.indicator.label), each.period, amount(each)));
  const passed = skipped.map(({ indicator, period }) => said.passed(pick(indicator.label), period));
  return {
    title: given.length === 0 ? said.nothingGiven : said.title,
    blocks: [
      ...listed(said.given(given.length), lines),
      ...listed(said.skipped(skipped.length), passed),
      ...(skipped.length === 0 ? [] : [note(said.stillDue)]),
      actions({ label: messages.reminders.reminder.dueList, line: "/cairn echeances" }),
    ],
  };
}
