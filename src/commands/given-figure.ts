import type { Card } from "../cards/card.ts";
import { freeText } from "../domain/line-token.ts";
import type { Quarter } from "../domain/period.ts";
import type { Indicator } from "../domain/plan.ts";
import { type Quantity, readQuantity } from "../domain/quantity.ts";
import { compareQuarters, parseQuarter } from "../domain/quarter.ts";
import { ok, type Refusal, type Result, refuse } from "../domain/refusal.ts";
import type { Language } from "../messages/messages.ts";
import { type Sentence, sentenceOf } from "../messages/refusal-sentences.ts";
import { type Asking, contextOf, type Denied, deniedStranger } from "./asking.ts";
import { withReadings } from "./figure.ts";
import { givenReason } from "./reason-argument.ts";
import { type Cairn, type Context, type Mend, mayOn, type Outcome } from "./request.ts";
import { correctFigure, type ReadFigure, recordFigure } from "./write-figure.ts";

/** A figure given field by field: all of it as a person typed or chose it, and not to be trusted. */
export type GivenFigure = {
  /** The slug of an indicator. */
  readonly indicator: string;
  /** A quarter, "2026-T3". */
  readonly period: string;
  /** A number, and perhaps a unit. */
  readonly value: string;
  /** Which of the readings offered for an ambiguous value is meant. */
  readonly reading: string | null;
  readonly note: string | null;
  /** Why a figure that stands is corrected; null for a first one. */
  readonly reason: string | null;
  /** The person has seen the surprise and confirms the figure. */
  readonly confirmed: boolean;
};

/** What a figure given field by field comes to. */
export type GivenOutcome =
  | { readonly kind: "recorded"; readonly card: Card; readonly language: Language }
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly sentence: Sentence;
      /** What an ambiguous value can be written as instead. */
      readonly readings: readonly Mend[];
      readonly language: Language;
    }
  | Denied;

/** Longest note taken, its link included, and longest reason, in characters. */
const longestText = 2000;

type Refused = Extract<Outcome, { ok: false }>;

function givenIndicator(context: Context, slug: string): Result<Indicator> {
  const indicator = context.plan.indicators.find((each) => each.slug === slug);
  if (indicator === undefined)
    return refuse("unknown_indicator", { typed: slug.slice(0, 100), suggestions: [] });
  if (mayOn(context, "saisir", indicator)) return ok(indicator);
  return refuse("not_allowed", { verb: "saisir", indicator: slug, owner: indicator.owner });
}

function givenPeriod({ current }: Context, text: string): Result<Quarter> {
  const period = parseQuarter(text);
  if (period === null) return refuse("invalid_period", { typed: text.slice(0, 100) });
  return compareQuarters(period, current) > 0 ? refuse("future_period", { period, current }) : ok(period);
}

/** The quantity typed; an ambiguous one is read as chosen, when that is one of its readings. */
function givenQuantity(
  context: Context,
  indicator: Indicator,
  { value, reading }: GivenFigure,
): Result<Quantity> | Refused {
  const read = readQuantity(value, indicator, context.profile);
  if (read.ok) return read;
  const refused = withReadings(context, value, read);
  if (refused.ok) return read;
  const chosen = refused.mends?.find(({ line }) => line === reading);
  return chosen === undefined ? refused : readQuantity(chosen.line, indicator, context.profile);
}

function givenText(text: string | null): Result<string | null> {
  const length = [...(text ?? "")].length;
  return length > longestText ? refuse("too_long", { length, limit: longestText }) : ok(freeText(text ?? ""));
}

type ReadGiven = { readonly indicator: Indicator; readonly figure: ReadFigure };

function readGiven(context: Context, given: GivenFigure): Result<ReadGiven> | Refused {
  const indicator = givenIndicator(context, given.indicator);
  if (!indicator.ok) return indicator;
  const quantity = givenQuantity(context, indicator.value, given);
  if (!quantity.ok) return quantity;
  const period = givenPeriod(context, given.period);
  if (!period.ok) return period;
  const note = givenText(given.note);
  if (!note.ok) return note;
  const { confirmed } = given;
  const figure = { ...quantity.value, period: period.value, note: note.value, confirmed };
  return ok({ indicator: indicator.value, figure });
}

/** Both texts as one note: a reason given where there is nothing to correct is not lost. */
function joined(note: string | null, reason: string): string {
  return note === null ? reason : `${note} ${reason}`;
}

async function write(context: Context, given: GivenFigure): Promise<Outcome> {
  const read = readGiven(context, given);
  if (!read.ok) return read;
  const { indicator, figure } = read.value;
  if (given.reason === null) return await recordFigure(context, indicator, figure);
  const text = givenText(given.reason);
  if (!text.ok) return text;
  const reason = givenReason(text.value);
  if (reason === null) return refuse("missing_reason", { usage: context.messages.verbs.corriger.usage });
  const corrected = await correctFigure(context, indicator, { ...figure, reason });
  if (corrected.ok || corrected.refusal.code !== "not_found") return corrected;
  return await recordFigure(context, indicator, { ...figure, note: joined(figure.note, reason) });
}

/**
 * Records a figure that a person gives field by field, or corrects the one that stands when there is a reason, by
 * the same rules as the lines `saisir` and `corriger`. `key` is what makes two deliveries of it the same: it is
 * written once, and the second is answered as the first. Throws only when the installation is broken.
 */
export async function submitFigure(
  cairn: Cairn,
  asking: Asking & { readonly key?: string },
  given: GivenFigure,
): Promise<GivenOutcome> {
  const context = await contextOf(cairn, asking, given.value, given.indicator);
  if (context === null) return deniedStranger(cairn, asking);
  const { language, messages } = context;
  const outcome = await write(context, given);
  if (outcome.ok) return { kind: "recorded", card: outcome.value.card, language };
  const { refusal, mends = [] } = outcome;
  const readings = refusal.code === "ambiguous_number" ? mends : [];
  return { kind: "refused", refusal, sentence: sentenceOf(messages.refusals, refusal), readings, language };
}
