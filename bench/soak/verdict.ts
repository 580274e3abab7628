import type { Store } from "../../src/store/database.ts";
import type { Taken } from "../../tests/support/recording-slack.ts";
import type { Due } from "./expected.ts";
import { labelOf, ownerOf } from "./plan.ts";

/** A figure that came in while messages were on their way: they may name it or not, and not once it had come in. */
export type Race = { readonly indicator: string; readonly day: string; readonly givenMs: number };

/** What is wrong at the end of a season: nothing, when every list is empty. */
export type Verdict = {
  readonly due: number;
  readonly arrived: number;
  readonly missing: string[];
  readonly twice: string[];
  readonly unexpected: string[];
  /** Messages that name other figures than they should. */
  readonly wrong: string[];
  /** Messages that left with a figure that had come in. */
  readonly late: string[];
  /** Where the ledger and the server do not say the same. */
  readonly disagreements: string[];
};

/** A post begins within 3.5 s of the last look at the figures, and takes 5 s at most. */
const inFlightMs = 8_500;

type Row = {
  readonly id: string;
  readonly email: string | null;
  readonly day: string;
  readonly state: string;
  readonly cause: string;
};

async function ledger({ db }: Store): Promise<Row[]> {
  return await db
    .selectFrom("delivery")
    .innerJoin("message", "message.id", "delivery.message_id")
    .leftJoin("person", "person.id", "message.person_id")
    .select(["delivery.id", "person.email", "message.day", "delivery.state", "delivery.cause"])
    .execute();
}

const slugs = [...ownerOf.keys()];
const shownIn = ({ blocks }: Taken) => slugs.filter((slug) => blocks.includes(labelOf(slug)));
const keyOf = (to: string | null, day: string) => `${to ?? "channel"} ${day}`;

function repeated(list: readonly string[]): string[] {
  return [...Map.groupBy(list, (each) => each)].filter(([, { length }]) => length > 1).map(([each]) => each);
}

function disagreementsOf(rows: readonly Row[], arrived: ReadonlySet<string>): string[] {
  return rows
    .filter(({ id, state, cause }) => {
      if (state === "sent" || state === "reconciled") return !arrived.has(id);
      return arrived.has(id) || state !== "abandoned" || cause !== "given";
    })
    .map(({ email, day, state, cause, id }) => `${keyOf(email, day)} ${state} ${cause} ${arrived.has(id)}`);
}

/** What the server took, by whom and which day it is for. */
function byReader(rows: readonly Row[], taken: readonly Taken[]): Map<string, Taken> {
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    taken.map((each) => {
      const row = known.get(each.deliveryId ?? "");
      const place =
        row?.email === null
          ? "C0CLUSTER"
          : `D${Buffer.from(row?.email ?? "")
              .toString("hex")
              .toUpperCase()}`;
      const key = row === undefined || place !== each.channel ? "stray" : keyOf(row.email, row.day);
      return [`${key}`, each];
    }),
  );
}

function wrongFigures({ to, day, figures }: Due, taken: Taken, races: readonly Race[]): string[] {
  const racing = new Set(races.filter((race) => race.day === day).map(({ indicator }) => indicator));
  const sure = (list: readonly string[]) =>
    list
      .filter((slug) => !racing.has(slug))
      .toSorted()
      .join(" ");
  const [shown, expected] = [sure(shownIn(taken)), sure(figures)];
  return to === null || shown === expected ? [] : [`${keyOf(to, day)}: ${shown} instead of ${expected}`];
}

function isSure({ day, figures, to }: Due, races: readonly Race[]): boolean {
  const racing = new Set(races.filter((race) => race.day === day).map(({ indicator }) => indicator));
  return to === null || figures.some((slug) => !racing.has(slug));
}

function lateFigures(taken: readonly Taken[], rows: readonly Row[], races: readonly Race[]): string[] {
  const dayOf = new Map(rows.map(({ id, day }) => [id, day]));
  return races.flatMap(({ indicator, day, givenMs }) =>
    taken
      .filter((each) => dayOf.get(each.deliveryId ?? "") === day && each.atMs > givenMs + inFlightMs)
      .filter((each) => shownIn(each).includes(indicator))
      .map((each) => `${indicator} ${day} ${each.atMs - givenMs} ms after it came in`),
  );
}

/** Compares what was due, what the ledger says and what the server received. */
export async function verdictOn(
  store: Store,
  all: readonly Taken[],
  dues: readonly Due[],
  races: readonly Race[],
): Promise<Verdict> {
  const rows = await ledger(store);
  const ids = all.map(({ deliveryId }) => deliveryId ?? "unmarked");
  const arrived = byReader(rows, all);
  const dueKeys = new Set(dues.map(({ to, day }) => keyOf(to, day)));
  const sure = dues.filter((due) => isSure(due, races));
  return {
    due: sure.length,
    arrived: new Set(ids).size,
    missing: sure.map(({ to, day }) => keyOf(to, day)).filter((key) => !arrived.has(key)),
    twice: [...repeated(ids), ...repeated(dues.map(({ to, day }) => keyOf(to, day)))],
    unexpected: [...arrived.keys()].filter((key) => !dueKeys.has(key)),
    wrong: dues.flatMap((due) => {
      const taken = arrived.get(keyOf(due.to, due.day));
      return taken === undefined ? [] : wrongFigures(due, taken, races);
    }),
    late: lateFigures(all, rows, races),
    disagreements: disagreementsOf(rows, new Set(ids)),
  };
}

/** How many things are wrong. */
export function faultsIn({ due: _, arrived: __, ...lists }: Verdict): number {
  return Object.values(lists).reduce((sum, { length }) => sum + length, 0);
}
