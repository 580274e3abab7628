import type { Transaction } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { absenceCard } from "../cards/absence-card.ts";
import { absenceProblem, type DaySpan, includesDay, overlap } from "../domain/absence.ts";
import { type AbsenceLine, readAbsenceLine } from "../domain/absence-line.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { dateIn, isoText } from "../domain/wall-clock.ts";
import {
  absencesFrom,
  addAbsence,
  lockAbsences,
  type StoredAbsence,
  withdrawAbsence,
} from "../store/absences.ts";
import { personByEmail } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import { type Asked, findPerson, refuseUnread, whoseAbsence } from "./absent-person.ts";
import type { Context, Mend, Outcome, Verb } from "./request.ts";

/** The absences of the person that are not over, read under their lock. */
async function absencesOf(trx: Transaction<Schema>, { person, id, today }: Asked): Promise<StoredAbsence[]> {
  await lockAbsences(trx, id);
  return (await absencesFrom(trx, today)).filter((absence) => absence.person === person.email);
}

function answer(
  { context, person }: Asked,
  absence: StoredAbsence,
  outcome: "recorded" | "duplicate" | "withdrawn",
): Outcome {
  const { id, from, to, delegate } = absence;
  const withdrawn = outcome === "withdrawn";
  const data = { id, person: person.email, from: from.toString(), to: to.toString(), delegate, withdrawn };
  const nameOf = (email: string) => context.plan.people.find((each) => each.email === email)?.name ?? email;
  const own = person.email === context.person.email;
  const card = absenceCard({ absence, outcome, own, nameOf }, context.messages);
  return ok({ data: { absence: data }, card });
}

function daysJson({ from, to }: DaySpan): { from: string; to: string } {
  return { from: from.toString(), to: to.toString() };
}

/** Lines that withdraw each of those absences. */
function withdrawals({ context, person }: Asked, absences: readonly StoredAbsence[]): Mend[] {
  const suffix = person.email === context.person.email ? "" : ` pour ${person.email}`;
  return absences.map((absence) => ({
    label: context.messages.reminders.absence.cancelOne(absence),
    line: `/cairn absence annuler ${absence.from}${suffix}`,
  }));
}

type ToRecord = Extract<AbsenceLine, { kind: "record" }>;

async function record(asked: Asked, line: ToRecord): Promise<Outcome> {
  const { context, person, id: personId, today } = asked;
  const problem = absenceProblem(line, today);
  if (problem !== null) return refuse("invalid_period", { typed: line.typed, problem });
  const named = line.delegate === null ? ok(null) : findPerson(context, line.delegate, "delegate");
  if (!named.ok) return named;
  const delegate = named.value;
  if (delegate?.email === person.email)
    return refuse("not_found", { what: "delegate", typed: line.delegate ?? "" });
  return await context.db.transaction().execute(async (trx) => {
    const others = (await absencesOf(trx, asked)).filter((other) => overlap(other, line));
    const [same] = others.filter((other) => other.from.equals(line.from) && other.to.equals(line.to));
    if (same !== undefined && same.delegate === (delegate?.email ?? null))
      return answer(asked, same, "duplicate");
    if (others.length > 0) {
      const facts = { absence: daysJson(line), other: others.map(daysJson) };
      return { ...refuse("conflict", facts), mends: withdrawals(asked, others) };
    }
    const standIn = delegate === null ? null : await personByEmail(trx, delegate.email);
    const at = isoText(context.now);
    const id = await addAbsence(trx, { personId, ...daysJson(line), delegateId: standIn?.id ?? null, at });
    const absence = {
      id,
      person: person.email,
      from: line.from,
      to: line.to,
      delegate: delegate?.email ?? null,
    };
    return answer(asked, absence, "recorded");
  });
}

async function withdraw(asked: Asked, day: Temporal.PlainDate | null): Promise<Outcome> {
  const { context } = asked;
  return await context.db.transaction().execute(async (trx) => {
    const all = await absencesOf(trx, asked);
    const chosen = all.filter((absence) => day === null || includesDay(absence, day));
    const [absence, ...others] = chosen;
    if (absence === undefined) return refuse("not_found", { what: "absence", typed: day?.toString() ?? "" });
    if (others.length > 0) {
      const missing = refuse("missing_argument", {
        argument: "day",
        usage: context.messages.verbs.absence.usage,
      });
      return { ...missing, mends: withdrawals(asked, chosen) };
    }
    await withdrawAbsence(trx, absence.id, isoText(context.now));
    return answer(asked, absence, "withdrawn");
  });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const read = readAbsenceLine(words, dateIn(context.now, context.plan.timeZone));
  if (read.kind !== "record" && read.kind !== "withdraw") return refuseUnread(context, read);
  const asked = await whoseAbsence(context, read.person);
  if (!asked.ok) return asked;
  return read.kind === "record" ? await record(asked.value, read) : await withdraw(asked.value, read.day);
}

/** `/cairn absence`: days away, and who stands in. */
export const absence: Verb = { name: "absence", aliases: ["away", "absent", "conges"], run };
