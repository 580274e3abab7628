import type { Absence } from "../domain/absence.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, note, text } from "./card.ts";

/** The receipt of an absence: the days, who stands in, and how to undo it. `nameOf` gives a person's name. */
export function absenceCard(
  {
    absence,
    outcome,
    own,
    nameOf,
  }: {
    absence: Absence;
    outcome: "recorded" | "duplicate" | "withdrawn";
    /** Said by the absent person, and not for them. */
    own: boolean;
    nameOf: (email: string) => string;
  },
  messages: Messages,
): Card {
  const said = messages.reminders.absence;
  const days = text(said.line(nameOf(absence.person), absence));
  if (outcome === "withdrawn") return { title: said.withdrawn, blocks: [days] };
  const standIn = absence.delegate === null ? said.noDelegate : said.delegate(nameOf(absence.delegate));
  const whose = own ? "" : ` pour ${absence.person}`;
  return {
    title: said[outcome],
    blocks: [
      days,
      note(standIn),
      actions({ label: said.cancel, line: `/cairn absence annuler ${absence.from}${whose}` }),
    ],
  };
}
