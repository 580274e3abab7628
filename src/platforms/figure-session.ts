import { createHash } from "node:crypto";
import { z } from "zod";
import type { Wanted } from "../commands/figure-form.ts";
import { parseQuarter } from "../domain/quarter.ts";

/** What somebody typed in a form that takes a figure; null where nothing was given. */
export type FigureTyped = Readonly<
  Record<"indicator" | "period" | "value" | "reading" | "reason" | "note" | "link", string | null>
>;

/** Several figures given one after another; `given` and `skipped` are places in `items`. */
export type Walk = {
  readonly items: readonly Wanted[];
  readonly at: number;
  readonly given: readonly number[];
  readonly skipped: readonly number[];
};

/**
 * Where somebody is in a form. The platform carries it, and whoever sends the form may have written it: it decides what is
 * shown, never what is allowed.
 */
export type Session = {
  /** Which figure in a row, from 0. */
  readonly round: number;
  /** The indicator whose unit the form shows; null when it shows none. */
  readonly shown: string | null;
  /** The quarter that the form proposed. */
  readonly proposed: string | null;
  /** The mark of a figure that was shown to surprise, and is confirmed when it is sent again. */
  readonly sure: string | null;
  readonly walk: Walk | null;
};

export const freshSession: Session = { round: 0, shown: null, proposed: null, sure: null, walk: null };

/** The most figures of a walk. */
const longestWalk = 20;

const wanted = z
  .string()
  .max(100)
  .transform((text, context): Wanted => {
    const [indicator = "", typed = ""] = text.split(" ");
    const period = parseQuarter(typed);
    if (period !== null && indicator !== "") return { indicator, period };
    context.addIssue({ code: "custom", message: "not a figure" });
    return z.NEVER;
  });
const places = z.array(z.int().min(0)).max(longestWalk);
const walkSchema = z.object({
  i: z.array(wanted).min(1).max(longestWalk),
  a: z.int().min(0),
  g: places,
  s: places,
});
const sessionSchema = z.object({
  r: z.int().min(0).max(1000),
  u: z.string().max(255).nullable(),
  p: z.string().max(7).nullable(),
  c: z.string().max(64).nullable(),
  w: walkSchema.nullable(),
});

function written({ indicator, period }: Wanted): string {
  return `${indicator} ${period}`;
}

/** The session as a form carries it: JSON on one line. */
export function sessionText({ round, shown, proposed, sure, walk }: Session): string {
  const w = walk === null ? null : { i: walk.items.map(written), a: walk.at, g: walk.given, s: walk.skipped };
  return JSON.stringify({ r: round, u: shown, p: proposed, c: sure, w });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The session that a form carried; a fresh one when it is not one of ours. */
export function sessionIn(text: string): Session {
  const read = sessionSchema.safeParse(parsed(text.split("\n", 1)[0] ?? ""));
  if (!read.success) return freshSession;
  const { r: round, u: shown, p: proposed, c: sure, w } = read.data;
  const walk = w === null || w.a >= w.i.length ? null : { items: w.i, at: w.a, given: w.g, skipped: w.s };
  return { round, shown, proposed, sure, walk };
}

/** A walk through those figures, as many as `room` UTF-16 units carry; null for fewer than two. */
export function walkThrough(all: readonly Wanted[], walkRoom: number): Walk | null {
  const items: Wanted[] = [];
  let room = walkRoom;
  for (const item of all.slice(0, longestWalk)) {
    room -= written(item).length + 3;
    if (room < 0) break;
    items.push(item);
  }
  return items.length < 2 ? null : { items, at: 0, given: [], skipped: [] };
}

/** The figures of a walk at those places. */
export function itemsAt({ items }: Walk, at: readonly number[]): Wanted[] {
  return at.flatMap((place) => items[place] ?? []);
}

/** The walk past its present figure, as given (and which one) or skipped; its `at` is past the end once it is over. */
export function passed(walk: Walk, given: Wanted | null): Walk {
  const { at } = walk;
  const items = given === null ? walk.items : walk.items.with(at, given);
  const done = given === null ? walk.given : [...new Set([...walk.given, at])];
  const skipped = given === null ? [...new Set([...walk.skipped, at])] : walk.skipped;
  const known = new Set(itemsAt({ ...walk, items }, done).map(written));
  const next = items.findIndex((item, place) => place > at && !known.has(written(item)));
  return { items, at: next === -1 ? items.length : next, given: done, skipped };
}

/** What tells one figure from another: what it is of, and what was typed. */
export function markOf({ indicator, period, value, reading, reason }: FigureTyped): string {
  const all = JSON.stringify([indicator, period, value, reading, reason]);
  return createHash("sha256").update(all).digest("hex").slice(0, 32);
}

/** The fields of a figure that waits for its confirmation, in the order in which it is carried. */
const carried = ["indicator", "period", "value", "reading", "reason", "link", "note"] as const;

/** A figure that waits for its confirmation, with where one is: one line each. Line breaks become spaces. */
export function figureText(session: Session, typed: FigureTyped): string {
  const lines = carried.map((field) => (typed[field] ?? "").replaceAll(/\s+/gu, " "));
  return [sessionText(session), ...lines].join("\n");
}

/** The figure that a form carried; blanks as null. */
export function figureIn(text: string): FigureTyped {
  const [, ...lines] = text.split("\n");
  const of = (field: (typeof carried)[number]) => lines[carried.indexOf(field)]?.trim() || null;
  return {
    indicator: of("indicator"),
    period: of("period"),
    value: of("value"),
    reading: of("reading"),
    reason: of("reason"),
    note: of("note"),
    link: of("link"),
  };
}
