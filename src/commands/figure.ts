import type { Kysely, Transaction } from "kysely";
import { type EntryOutcome, entryCard } from "../cards/entry-card.ts";
import { decimal, decimalText } from "../domain/decimal.ts";
import type { Entry, NewEntry } from "../domain/entry.ts";
import { quartersGiven } from "../domain/given.ts";
import { typeableNumber } from "../domain/number-text.ts";
import { completes, isPartial } from "../domain/partial.ts";
import type { Period } from "../domain/period.ts";
import type { Indicator } from "../domain/plan.ts";
import { type Result, refuse } from "../domain/refusal.ts";
import type { VerbName } from "../domain/rights.ts";
import type { Decision } from "../domain/submission.ts";
import { isoText } from "../domain/wall-clock.ts";
import {
  appendAtOnce,
  appendEntry,
  entriesForRequest,
  entriesOfIndicator,
  lockIndicator,
} from "../store/entries.ts";
import type { Schema } from "../store/schema.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { entryJson } from "./json.ts";
import { type Context, mayOn, type Outcome, readingProfile } from "./request.ts";
import { requestDigest } from "./request-digest.ts";
import { stopReminders } from "./stop-reminders.ts";

/** The verbs that write a figure. */
const writingVerbs = ["saisir", "corriger", "annuler"] as const;
export type WritingVerb = (typeof writingVerbs)[number];

/** Whether a verb writes a figure. */
export function isWriting(verb: VerbName): verb is WritingVerb {
  return writingVerbs.some((each) => each === verb);
}

/** The indicator that begins `words`, if the person may write its figures, and what follows it. */
export function takeOwnIndicator(
  context: Context,
  verb: WritingVerb,
  words: string,
): Result<{ indicator: Indicator; rest: string }> {
  const { usage } = context.messages.verbs[verb];
  if (words === "") return refuse("missing_argument", { argument: "indicator", usage });
  const named = takeIndicator(context.plan, words);
  if (!named.ok || mayOn(context, verb, named.value.indicator)) return named;
  const { slug, owner } = named.value.indicator;
  return refuse("not_allowed", { verb, indicator: slug, owner });
}

/** What a verb writes of a figure; the rest is who asks, where and when. */
export type Written = Pick<NewEntry, "period" | "value" | "typed" | "note" | "reason" | "kind">;

/** A revision of an indicator's figure by the person who asks, now. */
export function newEntry(context: Context, { slug, unit }: Indicator, written: Written): NewEntry {
  return {
    indicator: slug,
    unit,
    ...written,
    personId: context.person.id,
    platform: context.platform,
    at: isoText(context.now),
  };
}

/** There is no figure of that period to change. */
export function noFigure({ slug }: Indicator, period: Period): Outcome {
  return refuse("not_found", { what: "figure", typed: `${slug} ${period}` });
}

/** The answer to a written figure: the contract's entry, and its receipt. */
export function answerEntry(
  context: Context,
  indicator: Indicator,
  entry: Entry,
  outcome: EntryOutcome,
): Outcome {
  const { timeZone } = context.plan;
  const partial = isPartial(entry.period, context.now, timeZone);
  const card = entryCard({ entry, indicator, outcome, partial }, context.messages);
  return { ok: true, value: { data: { entry: entryJson(entry, timeZone, outcome === "duplicate") }, card } };
}

/** What to do once everything the indicator holds is known: a revision to append, or another answer. */
export type Decide = (
  entries: readonly Entry[],
) => { readonly append: NewEntry } | { readonly instead: Outcome };

/** What was decided on what the indicator holds: an answer, or what to append after that. */
type Decided =
  | { readonly answer: Outcome }
  | { readonly append: NewEntry; readonly entries: readonly Entry[] };

async function whatIsHeld(db: Kysely<Schema>, { slug }: Indicator, request: string | null) {
  if (request !== null) return await entriesForRequest(db, slug, request);
  return { entries: await entriesOfIndicator(db, slug), written: null };
}

/** A figure to decide on. */
type Deciding = {
  readonly context: Context;
  readonly indicator: Indicator;
  /** The digest of the request; null when nobody could send it again. */
  readonly request: string | null;
  readonly decide: Decide;
  readonly outcome: EntryOutcome;
};

/** Reads and decides; the same request again is answered with what it wrote, whatever was decided since. */
async function decided(
  db: Kysely<Schema>,
  { context, indicator, request, decide, outcome }: Deciding,
): Promise<Decided> {
  const { entries, written } = await whatIsHeld(db, indicator, request);
  if (written !== null) return { answer: answerEntry(context, indicator, written, outcome) };
  const decision = decide(entries);
  return "instead" in decision ? { answer: decision.instead } : { append: decision.append, entries };
}

/** Decides on what was read ahead; null where that is of no use: nothing was, or what the request wrote may matter. */
function decidedAhead({ context, indicator, decide }: Deciding): Decided | null {
  if (context.ahead?.indicator !== indicator.slug) return null;
  const { entries } = context.ahead;
  const decision = decide(entries);
  return "instead" in decision ? null : { append: decision.append, entries };
}

/** Decides and appends in one transaction that holds the indicator's chain, and changes the reminders still to be sent. */
async function underLock(deciding: Deciding): Promise<Outcome> {
  const { context, indicator, request, outcome } = deciding;
  return await context.db.transaction().execute(async (trx: Transaction<Schema>) => {
    await lockIndicator(trx, indicator.slug);
    const found = await decided(trx, deciding);
    if ("answer" in found) return found.answer;
    const appended = await appendEntry(trx, found.append, found.entries, request);
    await stopReminders(trx, [appended], context.plan.timeZone);
    return answerEntry(context, indicator, appended, outcome);
  });
}

/**
 * Decides on what the indicator holds and appends: two people at once cannot both be first, and a figure is never half
 * written. Most figures meet nobody and change no reminder: they are written in one statement, which writes nothing
 * where it is otherwise; it is then decided afresh under the indicator's lock.
 */
export async function decideAndAppend(
  context: Context,
  indicator: Indicator,
  decide: Decide,
  outcome: EntryOutcome,
): Promise<Outcome> {
  const request = requestDigest(context, indicator.slug);
  const deciding = { context, indicator, request, decide, outcome };
  const found = decidedAhead(deciding) ?? (await decided(context.db, deciding));
  if ("answer" in found) return found.answer;
  const quarters = quartersGiven(found.append, context.plan.timeZone);
  const appended = await appendAtOnce(context.db, found.append, found.entries, { request, quarters });
  return appended === null ? await underLock(deciding) : answerEntry(context, indicator, appended, outcome);
}

/** Whether the same figure again, now that its period is over, confirms one that was partial. */
export function confirmsPartial({ now, plan }: Context, decision: Decision): boolean {
  return decision.kind === "duplicate" && completes(decision.entry, now, plan.timeZone);
}

/** The outcome of a figure that is not to be appended, with the buttons that go on from there. */
export function outcomeInstead(
  context: Context,
  indicator: Indicator,
  decision: Exclude<Decision, { kind: "append" }>,
  proposed: { readonly period: Period; readonly value: NewEntry["value"]; readonly typed: string },
): Outcome {
  const { messages } = context;
  switch (decision.kind) {
    case "duplicate":
      return answerEntry(context, indicator, decision.entry, "duplicate");
    case "already": {
      const line = `/cairn corriger ${indicator.slug} ${proposed.period} ${proposed.typed} ${messages.reasonWord}`;
      return {
        ...refuse("already_submitted", { entry: decision.entry, line }),
        mends: [{ label: messages.entry.correct, line }],
      };
    }
    case "conflict":
      return refuse("conflict", { period: proposed.period, other: decision.other });
    case "implausible": {
      const value = proposed.value === null ? "0" : decimalText(proposed.value);
      const facts = { value, unit: indicator.unit, period: proposed.period, ...decision.implausibility };
      const line = `${context.line} ${messages.confirm}`;
      return {
        ...refuse("implausible_value", facts),
        mends: [{ label: messages.entry.confirmAnyway, line }],
      };
    }
  }
}

/**
 * A reader's refusal of `words`, the part of the line that holds the number; when that number is ambiguous,
 * with both readings as lines to send instead.
 */
export function withReadings(
  context: Context,
  words: string,
  refused: Extract<Outcome, { ok: false }>,
): Outcome {
  if (refused.refusal.code !== "ambiguous_number") return refused;
  const { typed, readings } = refused.refusal.data;
  const { line } = context;
  const at = line.indexOf(typed, line.lastIndexOf(words));
  const mends = readings.map((reading) => {
    const written = typeableNumber(decimal(reading), readingProfile(context).profile);
    return {
      label: context.messages.entry.reading(written),
      line: `${line.slice(0, at)}${written}${line.slice(at + typed.length)}`,
    };
  });
  return { ...refused, mends };
}
