import type { Temporal } from "temporal-polyfill";
import type { UnreadAbsence } from "../domain/absence-line.ts";
import type { RosterPerson } from "../domain/plan.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import { mayDo } from "../domain/rights.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { personByEmail } from "../store/people.ts";
import { personNamed } from "./person-argument.ts";
import type { Context, Outcome } from "./request.ts";

/** Whose absence it is, the day it is asked, and what the database calls them. */
export type Asked = {
  readonly context: Context;
  readonly person: RosterPerson;
  readonly id: string;
  readonly today: Temporal.PlainDate;
};

/** A refusal, with the lines that may mend it. */
export type Refused = Extract<Outcome, { ok: false }>;

/** The refusal of a line in which no absence can be read, with the line that is probably meant. */
export function refuseUnread({ messages }: Context, read: UnreadAbsence): Refused {
  if (read.kind === "not_a_day") return refuse("invalid_period", { typed: read.typed, problem: "not_a_day" });
  const missing = refuse("missing_argument", { argument: "day", usage: messages.verbs.absence.usage });
  if (read.kind === "no_day") return missing;
  const whose = read.person === null ? "" : `pour ${read.person}`;
  const line = ["/cairn absence", read.from, read.from, read.rest, whose]
    .filter((part) => part !== "")
    .join(" ");
  return { ...missing, mends: [{ label: messages.reminders.absence.oneDay, line }] };
}

/** The person the words name, with the lines to send instead when they may have meant another. */
export function findPerson(
  { plan, line }: Context,
  words: string,
  what: "person" | "delegate",
): Result<RosterPerson> | Refused {
  const named = personNamed(plan, words);
  if (named.found !== null) return ok(named.found);
  const mends = named.suggestions.map((email) => ({ label: email, line: line.replace(words, email) }));
  return { ...refuse("not_found", { what, typed: words }), mends };
}

/** Oneself, or for a referent the person named. */
export async function whoseAbsence(
  context: Context,
  words: string | null,
): Promise<{ ok: true; value: Asked } | Refused> {
  const { db, person: speaker, role, plan, now } = context;
  const named = findPerson(context, words ?? speaker.email, "person");
  if (!named.ok) return named;
  const person = named.value;
  if (!mayDo("absence", role, person.email === speaker.email)) {
    return refuse("not_allowed", { verb: "absence", indicator: null, owner: null });
  }
  const known = await personByEmail(db, person.email);
  if (known === null) return refuse("not_found", { what: "person", typed: person.email });
  return ok({ context, person, id: known.id, today: dateIn(now, plan.timeZone) });
}
