import type { Temporal } from "temporal-polyfill";
import type { DaySpan } from "./absence.ts";
import { type DateContext, leadingDate, withoutLinks } from "./date-text.ts";
import { fold } from "./name-match.ts";

/** Why no absence can be read: nothing there, one day alone, or words that are no day. */
export type UnreadAbsence =
  | { readonly kind: "no_day" }
  | {
      readonly kind: "one_day";
      readonly from: Temporal.PlainDate;
      readonly rest: string;
      readonly person: string | null;
    }
  | { readonly kind: "not_a_day"; readonly typed: string };

/** An absence as typed: days, who stands in, and for whom it is; null when not said. */
export type AbsenceLine =
  | (DaySpan & {
      readonly kind: "record";
      /** The days as typed, for a refusal. */
      readonly typed: string;
      readonly delegate: string | null;
      readonly person: string | null;
    })
  | {
      readonly kind: "withdraw";
      /** A day of the absence to withdraw. */
      readonly day: Temporal.PlainDate | null;
      readonly person: string | null;
    }
  | UnreadAbsence;

const withdrawing: ReadonlySet<string> = new Set(
  "annuler annule annulez annulation retirer supprimer cancel withdraw delete remove".split(" "),
);
const delegating: ReadonlySet<string> = new Set(
  "delegue deleguee remplacant remplacante remplace remplacee suppleant suppleante par avec a chez delegate covered by with to inclus included".split(
    " ",
  ),
);
const forWhom: ReadonlySet<string> = new Set(["pour", "for"]);

/** The words before "pour", and those after it. */
function splitForWhom(words: readonly string[]): { own: readonly string[]; person: string | null } {
  const at = words.findIndex((word) => forWhom.has(fold(word)));
  const person = at === -1 ? "" : words.slice(at + 1).join(" ");
  return { own: at === -1 ? words : words.slice(0, at), person: person === "" ? null : person };
}

/** The absence written in `text`: `FROM TO [DELEGATE] [pour PERSON]`, or `annuler [DAY] [pour PERSON]`. */
export function readAbsenceLine(text: string, today: Temporal.PlainDate): AbsenceLine {
  const all = text.split(/\s+/u).filter((word) => word !== "");
  const { own, person } = splitForWhom(all);
  const [first = "", ...others] = own;
  const open: DateContext = { today, begins: null };
  if (!withdrawing.has(fold(first))) return readDays(own, person, open);
  const words = withoutLinks(others);
  const day = leadingDate(words, open)?.date ?? null;
  if (words.length > 0 && day === null) return { kind: "not_a_day", typed: words.join(" ") };
  return { kind: "withdraw", day, person };
}

function readDays(own: readonly string[], person: string | null, open: DateContext): AbsenceLine {
  const words = withoutLinks(own);
  const [first] = words;
  if (first === undefined) return { kind: "no_day" };
  const from = leadingDate(words, open);
  if (from === null) return { kind: "not_a_day", typed: first };
  const after = withoutLinks(words.slice(from.taken));
  const to = leadingDate(after, { today: open.today, begins: from.date });
  if (to === null) return oneDay(from.date, after, person);
  const typed = [...words.slice(0, from.taken), ...after.slice(0, to.taken)].join(" ");
  const delegate = delegateIn(after.slice(to.taken));
  return { kind: "record", from: from.date, to: to.date, typed, delegate, person };
}

/** Digits begin a second day that cannot be read; anything else names a delegate. */
function oneDay(from: Temporal.PlainDate, after: readonly string[], person: string | null): UnreadAbsence {
  const [next] = after;
  if (next !== undefined && /^\d/u.test(next))
    return { kind: "not_a_day", typed: after.slice(0, 2).join(" ") };
  return { kind: "one_day", from, rest: after.join(" "), person };
}

function delegateIn(words: readonly string[]): string | null {
  const start = words.findIndex((word) => !delegating.has(fold(word)) && /[\p{L}\p{N}]/u.test(word));
  return start === -1 ? null : words.slice(start).join(" ");
}
