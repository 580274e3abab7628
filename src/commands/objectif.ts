import type { Transaction } from "kysely";
import { targetCard } from "../cards/target-card.ts";
import { periodNamed } from "../domain/period-words.ts";
import { yearOf } from "../domain/quarter.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import { type Subject, subjectName } from "../domain/subject.ts";
import { readTarget } from "../domain/target-text.ts";
import { isoText } from "../domain/wall-clock.ts";
import type { Schema } from "../store/schema.ts";
import { setTarget } from "../store/targets.ts";
import { recordedNow } from "./avancement.ts";
import { withReadings } from "./figure.ts";
import { peopleNames } from "./people-names.ts";
import { targetJson } from "./progress-json.ts";
import { givenReason } from "./reason-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { requestDigest } from "./request-digest.ts";
import { takeSubject } from "./subject-argument.ts";
import { afterWords, wordsOf } from "./words.ts";

/** "l’année 2027" and "l’an prochain" are three words at most. */
const maxYearWords = 3;

/** The civil year that begins `words`, to come or past, from the reference year on; and what follows it. */
function takeYear(context: Context, words: string): Result<{ year: number; rest: string }, "invalid_period"> {
  const tokens = wordsOf(words);
  for (let taken = Math.min(maxYearWords, tokens.length); taken > 0; taken--) {
    const named = periodNamed(tokens.slice(0, taken).join(" "));
    if (named === null) continue;
    if (named.kind !== "year") break;
    const year = "civil" in named.year ? named.year.civil : yearOf(context.current) + named.year.offset;
    if (year < context.plan.referenceYear) break;
    return ok({ year, rest: afterWords(words, taken) });
  }
  return refuse("invalid_period", { typed: tokens[0] ?? "" });
}

/** The subject's total is named by whoever sets its target, never an action. */
function takeTotalOrIndicator(context: Context, words: string): Result<{ subject: Subject; rest: string }> {
  const taken = takeSubject(context.plan, words, { withActions: false });
  if (!taken.ok) return taken;
  const { chosen, rest } = taken.value;
  if (chosen.kind === "action") return refuse("not_found", { what: "subject", typed: chosen.action.code });
  return ok({ subject: chosen.subject, rest });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.objectif;
  if (words === "") return refuse("missing_argument", { argument: "subject", usage });
  const named = takeTotalOrIndicator(context, words);
  if (!named.ok) return named;
  const { subject, rest } = named.value;
  if (rest === "") return refuse("missing_argument", { argument: "period", usage });
  const dated = takeYear(context, rest);
  if (!dated.ok) return dated;
  const { year } = dated.value;
  if (dated.value.rest === "") return refuse("missing_argument", { argument: "value", usage });
  const read = readTarget(dated.value.rest, subject, context.profile);
  if (!read.ok) return withReadings(context, dated.value.rest, read);
  const { rule } = read.value;
  const asked = {
    subject: subjectName(subject),
    year,
    rule,
    reason: givenReason(read.value.reason),
    personId: context.person.id,
    at: isoText(context.now),
  };
  const request = requestDigest(context, "/objectif");
  const set = await context.db
    .transaction()
    .execute((trx: Transaction<Schema>) => setTarget(trx, asked, request));
  const nameOf = await peopleNames(context.db);
  const recorded = await recordedNow(context);
  return ok({
    data: { target: targetJson(set, nameOf(set.personId)) },
    card: targetCard({ set, subject, recorded }, context.messages),
  });
}

/** `/cairn objectif`: what the referents aim at, a yearly rate or a value for a year. */
export const objectif: Verb = { name: "objectif", aliases: ["target", "goal", "cible"], run };
