import { dueDay } from "../domain/calendar.ts";
import { type DueFigure, type DueStatus, dueStatuses } from "../domain/due.ts";
import type { Quarter } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, column, note, text } from "./card.ts";

/** Quarters shown one by one for each status, the newest; those before them make one row. */
const quartersShown = 3;
/** Indicators named in a row by their short name, and buttons: the rest is counted. */
const namesShown = 4;
const buttonsShown = 6;

/** What the card of the figures due says, to whom. */
export type DueView = {
  readonly figures: readonly DueFigure[];
  /** The reader's own figures only. */
  readonly own: boolean;
  readonly mayGive: (figure: DueFigure) => boolean;
  readonly plan: Plan;
  readonly current: Quarter;
};

/** The figures of some quarters with one status: a row of the table. */
type Row = { readonly figures: readonly DueFigure[]; readonly status: DueStatus };

function rowsOf(figures: readonly DueFigure[], status: DueStatus): Row[] {
  const byQuarter = Map.groupBy(
    figures.filter((figure) => figure.status === status),
    ({ period }) => period,
  );
  const quarters = [...byQuarter.values()];
  const older = quarters.slice(0, Math.max(0, quarters.length - quartersShown)).flat();
  const recent = quarters.slice(-quartersShown);
  return (older.length === 0 ? recent : [older, ...recent]).map((each) => ({ figures: each, status }));
}

function cells({ figures, status }: Row, { reminders, format }: Messages): string[] {
  const said = reminders.due;
  const [first] = figures;
  const last = figures.at(-1);
  if (first === undefined || last === undefined) return [];
  const several = first.period !== last.period;
  const names = figures.map(({ indicator }) => indicator.slug);
  const named = said.names(names.slice(0, namesShown), Math.max(0, names.length - namesShown));
  return [
    said.older(first.period, last.period),
    several ? said.passed : format.day(first.due.toString()),
    said.status(status),
    several ? said.figures(figures.length) : named,
  ];
}

function table(figures: readonly DueFigure[], messages: Messages): Block {
  const { columns } = messages.reminders.due;
  const rows = dueStatuses.filter((status) => status !== "done").flatMap((status) => rowsOf(figures, status));
  return {
    type: "table",
    columns: [column(columns.period), column(columns.due), column(columns.status), column(columns.figures)],
    rows: rows.map((row) => cells(row, messages)),
  };
}

/** Buttons that give the newest of the figures that wait. */
function buttons(waiting: readonly DueFigure[], { mayGive }: DueView, messages: Messages): Block[] {
  const newest = waiting
    .filter(mayGive)
    .toSorted((one, other) => (one.period < other.period ? 1 : one.period > other.period ? -1 : 0))
    .slice(0, buttonsShown)
    .map(({ indicator, period }) => ({
      label: messages.reminders.due.give(messages.pick(indicator.label), period),
      line: `/saisir ${indicator.slug} ${period}`,
    }));
  return newest.length === 0 ? [] : [actions(...newest)];
}

function counts(figures: readonly DueFigure[], { reminders }: Messages): string {
  const count = (status: DueStatus) => figures.filter((figure) => figure.status === status).length;
  return reminders.due.counts(count("late"), count("open"), count("absent"), count("done"));
}

/** What is owed, on one screen: quarters that wait, older ones in one row, and what is next. */
export function dueCard(view: DueView, messages: Messages): Card {
  const said = messages.reminders.due;
  const { figures, own, plan, current } = view;
  const waiting = figures.filter(({ status }) => status !== "done");
  const partial = waiting.filter((figure) => figure.partial).length;
  const next = note(said.next(current, dueDay(current, plan.calendar).toString()));
  const title = own ? said.ownTitle : said.title;
  if (figures.length === 0) return { title, blocks: [text(said.nothing), next] };
  const summary = text(counts(figures, messages));
  if (waiting.length === 0) return { title, blocks: [text(said.allDone), summary, next] };
  return {
    title,
    blocks: [
      summary,
      table(figures, messages),
      ...(partial === 0 ? [] : [note(said.partial(partial))]),
      next,
      ...buttons(waiting, view, messages),
    ],
  };
}
