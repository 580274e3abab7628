import type { StandingEntry } from "../domain/entry.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";

/** Figures shown: the last ones; each indicator's history has the others. */
const shown = 5;

/** What the card of the figures given says, in which time zone (IANA name). */
export type GivenView = {
  readonly entries: readonly StandingEntry[];
  readonly plan: Plan;
  readonly timeZone: string;
};

function givenBlocks(entry: StandingEntry, { plan, timeZone }: GivenView, messages: Messages): Block[] {
  const { home, entry: said, format } = messages;
  const { indicator: slug, period, value, unit, at } = entry;
  const indicator = plan.indicators.find((each) => each.slug === slug);
  const label = indicator === undefined ? slug : messages.pick(indicator.label);
  const amount = format.amount(value, messages.unitName(unit, value));
  const named = (button: string) => home.about(button, label, messages.periodName(period));
  return [
    text(home.given(said.line(label, period, amount), format.moment(at, timeZone))),
    actions(
      { label: said.why, line: `/cairn pourquoi ${slug} ${period}`, spoken: named(said.why) },
      { label: said.history, line: `/cairn historique ${slug}`, spoken: named(said.history) },
    ),
  ];
}

/** The last figures that a person gave, each with its value, its period, when, and the buttons that open it. */
export function givenCard(view: GivenView, messages: Messages): Card {
  const { givenTitle: title, noneGiven, answers } = messages.home;
  const latest = view.entries
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .slice(0, shown);
  if (latest.length === 0) return { title, blocks: [text(noneGiven)] };
  return {
    title,
    blocks: [...latest.flatMap((entry) => givenBlocks(entry, view, messages)), note(answers)],
  };
}
