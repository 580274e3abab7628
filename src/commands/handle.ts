import { refusalCard } from "../cards/refusal-card.ts";
import { actsFor } from "../domain/absence.ts";
import { numberProfileOf } from "../domain/number-text.ts";
import type { Plan, RosterPerson } from "../domain/plan.ts";
import { indexOf } from "../domain/plan-index.ts";
import { currentQuarter } from "../domain/quarter.ts";
import { ok, type Refusal, type Result, refuse } from "../domain/refusal.ts";
import { mayDo, mayStandIn, type VerbName } from "../domain/rights.ts";
import { dateIn, dayBefore } from "../domain/wall-clock.ts";
import { type Language, type Messages, messagesFor } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { type Asker, askerOf } from "../store/asker.ts";
import { isWriting } from "./figure.ts";
import { findVerb } from "./find-verb.ts";
import { verbs } from "./index.ts";
import { refusalJson } from "./json.ts";
import { nearMisses } from "./near-misses.ts";
import type { Cairn, Context, Mend, Outcome, Reply, Request, Verb } from "./request.ts";
import { afterWords, wordsOf } from "./words.ts";

/** Longest line taken, in characters: far above any real note, far below what would clog a screen. */
export const lineLimit = 2000;

type Read = { readonly verb: Verb; readonly words: string };

/** The verb of a line and what follows it: `/cairn VERB …`, a shortcut `/VERB …`, or the bare `VERB …`. */
function readLine(line: string): Result<Read, "unknown_command" | "too_long"> {
  const length = [...line].length;
  if (length > lineLimit) return refuse("too_long", { length, limit: lineLimit });
  const [first = "", second] = wordsOf(line);
  const called = /^\/?cairn$/iu.test(first);
  const typed = (called ? (second ?? "aide") : first).replace(/^\//u, "");
  const found = findVerb(verbs, typed);
  return found.ok ? ok({ verb: found.value, words: afterWords(line, called ? 2 : 1) }) : found;
}

/** The verb that a line would run; null when it names none. */
export function verbOf(line: string): VerbName | null {
  const read = readLine(line);
  return read.ok ? read.value.verb.name : null;
}

function rosterPerson(plan: Plan, email: string): RosterPerson | null {
  return indexOf(plan).people.get(email.trim().toLowerCase()) ?? null;
}

/** What a line that writes a figure says first: mostly an indicator by its slug, as buttons do. */
function writtenTo({ verb, words }: Read): string | null {
  return isWriting(verb.name) ? (wordsOf(words)[0] ?? null) : null;
}

/**
 * Who asks under the plan in force, and everything a verb may use: null for somebody who is not of the plan. `named` is
 * what they call the indicator they write a figure of: what it holds is read with who they are, where that is its slug.
 */
export async function contextFor(
  cairn: Cairn,
  request: Request,
  named: string | null,
): Promise<{ readonly plan: Plan; readonly context: Context | null }> {
  const who = { email: request.email, day: dayBefore(request.now) };
  const last = cairn.lastPlan();
  const indicator = named !== null && last !== null && indexOf(last).indicators.has(named) ? named : null;
  const { held: entries, ...asker } = await askerOf(cairn.db, who, indicator);
  const plan = await cairn.plan(asker.planId);
  const ahead = indicator === null ? null : { indicator, entries };
  return { plan, context: contextOf(cairn, { ...request, ahead }, plan, asker) };
}

function contextOf(
  cairn: Cairn,
  request: Request & Pick<Context, "ahead">,
  plan: Plan,
  { person, absences }: Asker,
): Context | null {
  const listed = rosterPerson(plan, request.email);
  if (listed === null || person === null) return null;
  const { now, platform, line, key = null, ahead, conversation = platform } = request;
  const today = dateIn(now, plan.timeZone);
  const language = person.language ?? cairn.language;
  const profile = numberProfileOf(person, language);
  const standsInFor = actsFor(person.email, absences, today);
  return {
    db: cairn.db,
    plan,
    person,
    role: listed.role,
    standsInFor,
    now,
    current: currentQuarter(now, plan.timeZone),
    platform,
    key,
    ahead,
    conversation: conversation.slice(0, 200),
    profile,
    language,
    messages: messagesFor(language, profile),
    line: line.trim(),
    secondReader: cairn.secondReader ?? null,
  };
}

type Refused = {
  readonly command: string;
  readonly refusal: Refusal;
  readonly mends: readonly Mend[];
  readonly language: Language;
};

function replyRefused({ command, refusal, mends, language }: Refused, messages: Messages, plan: Plan): Reply {
  const sentence = sentenceOf(messages.refusals, refusal);
  const error = { code: refusal.code, ...sentence, data: refusalJson(refusal, plan.timeZone) };
  return { ok: false, command, error, card: refusalCard(sentence, mends), language };
}

/** Verbs that differ by indicator check it themselves; here stop those to whom the verb is closed altogether. */
async function runVerb({ verb, words }: Read, context: Context): Promise<Outcome> {
  const { role, standsInFor } = context;
  const open = mayDo(verb.name, role, true) || (standsInFor.size > 0 && mayStandIn(verb.name));
  if (open) return await verb.run(context, words);
  return refuse("not_allowed", { verb: verb.name, indicator: null, owner: null });
}

/**
 * Answers one line from one person. Strangers are refused and leave no trace; every expected problem is a
 * reply with its code, its sentence and its hint in the person's language. Throws only when the
 * installation is broken.
 */
export async function handle(cairn: Cairn, request: Request): Promise<Reply> {
  const read = readLine(request.line);
  const { plan, context } = await contextFor(cairn, request, read.ok ? writtenTo(read.value) : null);
  const command = read.ok ? read.value.verb.name : (wordsOf(request.line.slice(0, 100))[0] ?? "");
  if (context === null) {
    const { refusal } = refuse("unknown_person", { as: request.email.slice(0, 200) });
    const { language } = cairn;
    return replyRefused({ command, refusal, mends: [], language }, messagesFor(language), plan);
  }
  const outcome: Outcome = read.ok ? await runVerb(read.value, context) : read;
  const { language } = context;
  if (outcome.ok) return { ok: true, command, language, ...outcome.value };
  const near = nearMisses(outcome.refusal, request.line, read.ok ? read.value.words : null);
  const mends = [...(outcome.mends ?? []), ...near];
  return replyRefused({ command, refusal: outcome.refusal, mends, language }, context.messages, plan);
}
