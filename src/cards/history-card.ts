import type { Entry } from "../domain/entry.ts";
import type { Indicator } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, column, note, text } from "./card.ts";

/** Rows that fit on a screen; older revisions are a period away. */
const shown = 24;

/** Every revision of an indicator, newest first. `nameOf` gives a person's name, or null once erased. */
export function historyCard(
  {
    indicator,
    entries,
    nameOf,
    timeZone,
  }: {
    indicator: Indicator;
    entries: readonly Entry[];
    nameOf: (personId: string) => string | null;
    timeZone: string;
  },
  messages: Messages,
): Card {
  const { history, format } = messages;
  const title = history.title(messages.pick(indicator.label));
  if (entries.length === 0) return { title, blocks: [text(history.empty)] };
  const columns = [
    column(history.columns.period),
    column(history.columns.revision, "right"),
    column(history.columns.value, "right"),
    column(history.columns.what),
    column(history.columns.who),
    column(history.columns.when),
    column(history.columns.why),
  ];
  const rows = entries
    .slice(0, shown)
    .map((entry) => [
      messages.periodName(entry.period),
      format.number(entry.revision),
      entry.value === null ? "–" : format.amount(entry.value, messages.unitName(entry.unit, entry.value)),
      history.kind(entry.kind),
      nameOf(entry.personId) ?? history.erasedPerson,
      format.moment(entry.at, timeZone),
      entry.reason ?? entry.note ?? "",
    ]);
  const older = entries.length - rows.length;
  const latest = entries[0];
  return {
    title,
    blocks: [
      { type: "table", columns, rows },
      ...(older > 0 ? [note(history.more(older))] : []),
      ...(latest === undefined
        ? []
        : [
            actions({
              label: messages.entry.why,
              line: `/cairn pourquoi ${indicator.slug} ${latest.period}`,
            }),
          ]),
    ],
  };
}
