import type { Entry } from "../domain/entry.ts";
import type { Indicator } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";

/** What became of an entry. */
export type EntryOutcome = "recorded" | "corrected" | "cancelled" | "duplicate";

function figure(entry: Entry, messages: Messages): string {
  if (entry.value === null) return messages.entry.missing;
  return messages.format.amount(entry.value, messages.unitName(entry.unit, entry.value));
}

function details(entry: Entry, messages: Messages): Block[] {
  const said = [
    entry.typed === "" ? null : messages.entry.typed(entry.typed),
    entry.note === null ? null : messages.entry.note(entry.note),
    entry.reason === null ? null : messages.entry.reason(entry.reason),
    entry.revision > 1 ? messages.entry.revision(entry.revision) : null,
  ].filter((line) => line !== null);
  return said.length === 0 ? [] : [note(said.join("\n"))];
}

/** The receipt of a figure: what was kept, as what, and how to mend it. */
export function entryCard(
  {
    entry,
    indicator,
    outcome,
    partial,
  }: { entry: Entry; indicator: Indicator; outcome: EntryOutcome; partial: boolean },
  messages: Messages,
): Card {
  const said = messages.entry;
  const where = `${entry.indicator} ${entry.period}`;
  return {
    title: said[outcome],
    blocks: [
      text(said.line(messages.pick(indicator.label), entry.period, figure(entry, messages))),
      ...details(entry, messages),
      ...(partial && entry.value !== null ? [note(said.partial)] : []),
      actions(
        { label: said.why, line: `/cairn pourquoi ${where}` },
        { label: said.history, line: `/cairn historique ${where}` },
      ),
    ],
  };
}
