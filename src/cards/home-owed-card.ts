import type { Temporal } from "temporal-polyfill";
import { dueDay } from "../domain/calendar.ts";
import { type DueFigure, dueStatuses } from "../domain/due.ts";
import type { Quarter } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";
import { type DueView, dueCard } from "./due-card.ts";

/** Figures shown one by one, each with its button; the rest is counted. */
const shown = 10;

/** What a person owes: the figures that are theirs or that they give for somebody absent, and what it takes to say them. */
export type OwedView = {
  readonly figures: readonly DueFigure[];
  /** The person's own address; the figures of others are those they stand in for. */
  readonly email: string;
  readonly today: Temporal.PlainDate;
  readonly plan: Plan;
  readonly current: Quarter;
  /** Whether it ends with what will be due next. */
  readonly saysNext: boolean;
};

/** Late figures first, then the others; within each, the nearest due day first. */
export function byUrgency(figures: readonly DueFigure[], today: Temporal.PlainDate): DueFigure[] {
  const daysAway = ({ due }: DueFigure) => Math.abs(today.until(due, { largestUnit: "day" }).days);
  const rank = ({ status }: DueFigure) => dueStatuses.indexOf(status);
  return figures.toSorted((one, other) => rank(one) - rank(other) || daysAway(one) - daysAway(other));
}

function owedBlocks(figure: DueFigure, { email, plan }: OwedView, messages: Messages): Block[] {
  const { home, reminders } = messages;
  const { indicator, period, due, status, partial } = figure;
  const label = messages.pick(indicator.label);
  const owner = plan.people.find((person) => person.email === indicator.owner);
  const line = [
    home.owed(label, period, reminders.due.status(status), due.toString()),
    partial ? home.partial : null,
    indicator.owner.toLowerCase() === email.toLowerCase()
      ? null
      : home.standIn(owner?.name ?? indicator.owner),
  ].filter((part) => part !== null);
  return [
    text(`${line.join(" ; ")}.`),
    actions({
      label: home.give,
      line: `/saisir ${indicator.slug} ${period}`,
      spoken: home.giveThis(label, period),
    }),
  ];
}

/** What the person owes, the most urgent first, each figure with the button that gives it. */
export function owedCard(view: OwedView, messages: Messages): Card {
  const { home, reminders } = messages;
  const { figures, today, plan, current, saysNext } = view;
  const day = dueDay(current, plan.calendar).toString();
  const next = saysNext ? [note(reminders.due.next(current, day))] : [];
  const waiting = byUrgency(
    figures.filter(({ status }) => status !== "done"),
    today,
  );
  const title = home.owedTitle;
  if (waiting.length === 0) {
    const said = figures.length === 0 ? reminders.due.nothing : reminders.due.allDone;
    return { title, blocks: figures.length === 0 ? [text(said)] : [text(said), ...next] };
  }
  const more = waiting.length - shown;
  const rest = [text(home.moreOwed(more)), actions({ label: home.allDue, line: "/cairn echeances" })];
  return {
    title,
    blocks: [
      ...waiting.slice(0, shown).flatMap((figure) => owedBlocks(figure, view, messages)),
      ...(more > 0 ? rest : []),
      ...next,
    ],
  };
}

/** What the whole plan lacks, for those who look after it: counted, listed by quarter, and where the rest is. */
export function missingCard(view: Omit<DueView, "own">, messages: Messages): Card {
  const { blocks } = dueCard({ ...view, own: false }, messages);
  const { missingTitle, allDue } = messages.home;
  return { title: missingTitle, blocks: [...blocks, actions({ label: allDue, line: "/cairn echeances" })] };
}
