import type { Temporal } from "temporal-polyfill";
import type { Card } from "../cards/card.ts";
import { givenCard } from "../cards/home-given-card.ts";
import { missingCard, owedCard } from "../cards/home-owed-card.ts";
import { progressSummaryCard } from "../cards/home-progress-card.ts";
import { openCard } from "../cards/human-question-card.ts";
import type { PreferencesView } from "../cards/preferences-card.ts";
import { refusalCard } from "../cards/refusal-card.ts";
import type { Absence } from "../domain/absence.ts";
import { type DueFigure, dueFigures } from "../domain/due.ts";
import { openQuestions } from "../domain/human-question.ts";
import { totalSubjects } from "../domain/plan-check-names.ts";
import { computeProgress } from "../domain/progress.ts";
import { mayDo } from "../domain/rights.ts";
import { yearSoFar } from "../domain/span.ts";
import { dateIn } from "../domain/wall-clock.ts";
import type { Language } from "../messages/messages.ts";
import { absencesFrom } from "../store/absences.ts";
import { type Asking, contextOf, deniedStranger } from "./asking.ts";
import { recordedNow } from "./avancement.ts";
import { questionsNow } from "./human-question.ts";
import { peopleNames } from "./people-names.ts";
import { preferencesNow } from "./rappels.ts";
import { type Cairn, type Context, mayOn, owns } from "./request.ts";

/** What a person can set on their own page, with what there is to choose from. */
export type HomePreferences = PreferencesView & {
  /** The day it is for the person: nothing is put off to before it. */
  readonly today: Temporal.PlainDate;
  /** The hours from which reminders may be wanted. */
  readonly hours: readonly number[];
  readonly absences: readonly Absence[];
  /** Who can stand in: everybody else in the plan. */
  readonly delegates: readonly { readonly email: string; readonly name: string }[];
};

/** A person's own page: what they owe, what they gave, how far the plan is, and what they can set. */
export type Home = {
  readonly language: Language;
  /** Whether any figure is theirs to give. */
  readonly mayGive: boolean;
  /** In order of reading; for referents, also what the whole plan lacks. */
  readonly cards: readonly Card[];
  readonly preferences: HomePreferences;
};

/** What somebody who is not of the plan sees instead of the page. */
type Refused = { readonly ok: false; readonly card: Card; readonly language: Language };

/** The page, or the refusal that somebody who is not of the plan sees instead. */
export type HomeReply = { readonly ok: true; readonly home: Home } | Refused;

type Collected = Awaited<ReturnType<typeof recordedNow>> & { readonly figures: readonly DueFigure[] };

async function collect(context: Context): Promise<Collected> {
  const recorded = await recordedNow(context);
  const { db, plan, now } = context;
  const absences = await absencesFrom(db, dateIn(now, plan.timeZone));
  return { ...recorded, figures: dueFigures({ plan, entries: recorded.entries, absences, now }) };
}

/** What the person owes; for referents, also what the whole plan lacks. */
function dueCards(context: Context, { figures }: Collected, today: Temporal.PlainDate): Card[] {
  const { plan, current, person, role, standsInFor, messages } = context;
  const own = figures.filter(({ indicator }) => owns(context, indicator) || standsInFor.has(indicator.owner));
  // What the whole plan lacks says what is next for everybody.
  const saysNext = role !== "referent";
  const owed = owedCard({ figures: own, email: person.email, today, plan, current, saysNext }, messages);
  if (role !== "referent") return [owed];
  const mayGive = ({ indicator }: DueFigure) => mayOn(context, "saisir", indicator);
  return [owed, missingCard({ figures, mayGive, plan, current }, messages)];
}

/** The questions that wait for those who answer them; nothing when none does, nor for others. */
async function questionCards({ db, plan, role, messages }: Context): Promise<Card[]> {
  if (!mayDo("repondre", role, false)) return [];
  const open = openQuestions(await questionsNow(db));
  if (open.length === 0) return [];
  return [openCard(open, { nameOf: await peopleNames(db), timeZone: plan.timeZone }, messages)];
}

/** How far the year's emissions, waste and resources are, against the reference year and the targets. */
async function progressCards(context: Context, recorded: Collected): Promise<Card[]> {
  const { plan, current, db, messages } = context;
  const span = yearSoFar(current);
  const example = recorded.entries.some(({ platform }) => platform === "example");
  const facts = { plan, current, example, nameOf: await peopleNames(db) };
  return totalSubjects.map((subject) => {
    const progress = computeProgress({ ...recorded, subject, span, against: "baseline" });
    return progressSummaryCard(progress, facts, messages);
  });
}

async function preferencesIn(context: Context): Promise<HomePreferences> {
  const { plan, person, now } = context;
  const { preferences, absences } = await preferencesNow(context);
  const { from, to } = plan.calendar.hours;
  return {
    ...preferences,
    today: dateIn(now, preferences.timeZone),
    hours: Array.from({ length: to - from }, (_, index) => from + index),
    absences,
    delegates: plan.people
      .filter(({ email }) => email !== person.email)
      .map(({ email, name }) => ({ email, name })),
  };
}

async function homeIn(context: Context): Promise<Home> {
  const { plan, person, role, standsInFor, messages, language } = context;
  const recorded = await collect(context);
  const preferences = await preferencesIn(context);
  const { timeZone, today } = preferences;
  const entries = recorded.entries.filter(({ personId }) => personId === person.id);
  return {
    language,
    mayGive: mayDo("saisir", role, true) || standsInFor.size > 0,
    cards: [
      ...(await questionCards(context)),
      ...dueCards(context, recorded, today),
      givenCard({ entries, plan, timeZone }, messages),
      ...(await progressCards(context, recorded)),
    ],
    preferences,
  };
}

function refused(cairn: Cairn, asking: Asking): Refused {
  const { sentence, language } = deniedStranger(cairn, asking);
  return { ok: false, card: refusalCard(sentence, []), language };
}

/** What the person can set, without the rest of the page. Strangers are refused. */
export async function homePreferencesOf(
  cairn: Cairn,
  asking: Asking,
): Promise<({ readonly ok: true } & Pick<Home, "language" | "preferences">) | Refused> {
  const context = await contextOf(cairn, asking, "");
  if (context === null) return refused(cairn, asking);
  return { ok: true, language: context.language, preferences: await preferencesIn(context) };
}

/** The page of the person at that address, as things stand. Strangers are refused and leave no trace. */
export async function homeOf(cairn: Cairn, asking: Asking): Promise<HomeReply> {
  const context = await contextOf(cairn, asking, "");
  if (context !== null) return { ok: true, home: await homeIn(context) };
  return refused(cairn, asking);
}
