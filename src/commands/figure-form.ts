import { readEntryLine } from "../domain/entry-line.ts";
import type { Quarter } from "../domain/period.ts";
import type { Indicator } from "../domain/plan.ts";
import { compareQuarters, isQuarter, openQuarter, parseQuarter, quarterRange } from "../domain/quarter.ts";
import type { Refusal } from "../domain/refusal.ts";
import { acceptedUnits } from "../domain/unit.ts";
import type { Language } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { type Asking, contextOf, type Denied, deniedFigures, deniedStranger } from "./asking.ts";
import { takeOwnIndicator } from "./figure.ts";
import { owedFigures } from "./owed.ts";
import { onlyPeriod } from "./period-argument.ts";
import { type Cairn, type Context, mayOn, readingProfile } from "./request.ts";

/** A figure to give. */
export type Wanted = { readonly indicator: string; readonly period: Quarter };

/** What a form that takes a figure is drawn from. */
export type FigureForm = {
  readonly kind: "form";
  readonly language: Language;
  /** Null until one is chosen. */
  readonly indicator: {
    readonly slug: string;
    readonly label: string;
    /** The units it takes, its own first. */
    readonly units: readonly string[];
  } | null;
  /** The quarters that can be chosen, the likeliest first. */
  readonly periods: readonly Quarter[];
  /** What was wrong with what was asked; null when nothing was. */
  readonly notice: string | null;
  /** The figures that wait for the person, when the form was asked for without naming one. */
  readonly owed: readonly Wanted[];
};

/** How many quarters can be chosen from: three years and the one under way. */
const quartersOffered = 13;

/** Quarters with the likeliest first, then the others, the newest first. */
function quartersFrom(context: Context, likely: readonly Quarter[]): Quarter[] {
  const { plan, current, now } = context;
  const open = openQuarter(now, plan.timeZone);
  const begun = quarterRange(plan.collectFrom ?? open, current)
    .reverse()
    .slice(0, quartersOffered);
  return [...new Set([...likely, open, ...begun])].slice(0, 2 * quartersOffered);
}

function formOf(
  context: Context,
  indicator: Indicator | null,
  facts: Partial<Pick<FigureForm, "notice" | "owed">> & { readonly likely?: readonly Quarter[] } = {},
): FigureForm {
  const { language, messages } = context;
  const { likely = [], notice = null, owed = [] } = facts;
  const shown =
    indicator === null
      ? null
      : {
          slug: indicator.slug,
          label: messages.pick(indicator.label),
          units: acceptedUnits(indicator),
        };
  return {
    kind: "form",
    language,
    indicator: shown,
    periods: quartersFrom(context, likely),
    notice,
    owed,
  };
}

function denied({ language, messages }: Context, refusal: Refusal): Denied {
  return { kind: "denied", sentence: sentenceOf(messages.refusals, refusal), language };
}

function noticeOf({ messages }: Context, refusal: Refusal): string {
  const { message, hint } = sentenceOf(messages.refusals, refusal);
  return `${message} ${hint}`;
}

/** Whether there is any figure that the person may give. */
function mayGiveSome(context: Context): boolean {
  return context.plan.indicators.some((indicator) => mayOn(context, "saisir", indicator));
}

/** The quarters in which a figure of the indicator waits for the person, the newest first. */
async function waitingQuarters(context: Context, { slug }: Indicator): Promise<Quarter[]> {
  const owed = await owedFigures(context);
  return owed.filter(({ indicator }) => indicator.slug === slug).map(({ period }) => period);
}

/** The form of a figure named in words: an indicator, and perhaps a quarter. */
async function namedForm(context: Context, words: string): Promise<FigureForm | Denied> {
  const taken = takeOwnIndicator(context, "saisir", words);
  if (!taken.ok) {
    if (taken.refusal.code === "not_allowed") return denied(context, taken.refusal);
    return formOf(context, null, { notice: noticeOf(context, taken.refusal) });
  }
  const { indicator, rest } = taken.value;
  const waiting = await waitingQuarters(context, indicator);
  if (rest === "") return formOf(context, indicator, { likely: waiting.slice(0, 1) });
  const period = onlyPeriod(context, rest);
  if (period.ok && isQuarter(period.value)) return formOf(context, indicator, { likely: [period.value] });
  const read = readEntryLine(rest, indicator, readingProfile(context));
  const said = read.ok ? {} : { notice: noticeOf(context, read.refusal) };
  return formOf(context, indicator, { likely: waiting.slice(0, 1), ...said });
}

/**
 * The form for what somebody asked to give, in the words that follow the verb. Without any, it begins with what
 * waits for them.
 */
export async function askForm(cairn: Cairn, asking: Asking, words: string): Promise<FigureForm | Denied> {
  const context = await contextOf(cairn, asking, words);
  if (context === null) return deniedStranger(cairn, asking);
  if (!mayGiveSome(context)) return deniedFigures(context);
  if (words !== "") return await namedForm(context, words);
  const owed = await owedFigures(context);
  const [first] = owed;
  const wanted = owed.map(({ indicator, period }) => ({ indicator: indicator.slug, period }));
  if (first === undefined) return formOf(context, null);
  return formOf(context, first.indicator, { likely: [first.period], owed: wanted });
}

/** An indicator of the plan that the person may give figures of; null for any other. */
function ownIndicator(context: Context, slug: string | null): Indicator | null {
  const indicator = context.plan.indicators.find((each) => each.slug === slug);
  return indicator !== undefined && mayOn(context, "saisir", indicator) ? indicator : null;
}

/**
 * The form of an indicator and a quarter that came back from a form, and are not to be trusted: what the person
 * may not give is left out.
 */
export async function formFor(
  cairn: Cairn,
  asking: Asking,
  { indicator: slug, period }: { readonly indicator: string | null; readonly period: string | null },
): Promise<FigureForm | Denied> {
  const context = await contextOf(cairn, asking, "");
  if (context === null) return deniedStranger(cairn, asking);
  if (!mayGiveSome(context)) return deniedFigures(context);
  const indicator = ownIndicator(context, slug);
  const asked = parseQuarter(period ?? "");
  const begun = asked !== null && compareQuarters(asked, context.current) <= 0 ? [asked] : [];
  const waiting = indicator === null ? [] : await waitingQuarters(context, indicator);
  return formOf(context, indicator, { likely: begun.length > 0 ? begun : waiting.slice(0, 1) });
}

/** The figures that wait for somebody now, the newest quarter first. */
export async function owedNow(cairn: Cairn, asking: Asking): Promise<readonly Wanted[]> {
  const context = await contextOf(cairn, asking, "");
  if (context === null) return [];
  return (await owedFigures(context)).map(({ indicator, period }) => ({ indicator: indicator.slug, period }));
}
