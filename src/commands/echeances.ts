import { dueCard } from "../cards/due-card.ts";
import { type DueFigure, dueFigures } from "../domain/due.ts";
import { standingEntries } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import { yearOf } from "../domain/quarter.ts";
import { ok, type Result } from "../domain/refusal.ts";
import { rights } from "../domain/rights.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { absencesFrom } from "../store/absences.ts";
import { allEntries } from "../store/entries.ts";
import type { JsonObject } from "./json.ts";
import { onlyPeriod } from "./period-argument.ts";
import { type Context, mayOn, type Outcome, owns, type Verb } from "./request.ts";

function dueJson({ indicator, period, due, status }: DueFigure): JsonObject {
  return { indicator: indicator.slug, period, due: due.toString(), status };
}

/** The period to show alone; null for all. */
function askedPeriod(context: Context, words: string): Result<Period | null> {
  return words === "" ? ok(null) : onlyPeriod(context, words);
}

function isIn(asked: Period | null, { period }: DueFigure): boolean {
  return asked === null || asked === period || asked === `${yearOf(period)}`;
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { db, plan, now, role, messages } = context;
  const asked = askedPeriod(context, words);
  if (!asked.ok) return asked;
  const entries = standingEntries(await allEntries(db));
  const absences = await absencesFrom(db, dateIn(now, plan.timeZone));
  const own = rights.echeances[role] === "own";
  const shown = dueFigures({ plan, entries, absences, now }).filter(
    (figure) =>
      isIn(asked.value, figure) &&
      (!own || owns(context, figure.indicator) || context.standsInFor.has(figure.indicator.owner)),
  );
  const mayGive = (figure: DueFigure) => mayOn(context, "saisir", figure.indicator);
  const card = dueCard({ figures: shown, own, mayGive, plan, current: context.current }, messages);
  return ok({ data: { due: shown.map(dueJson) }, card });
}

/** `/cairn echeances`: what is owed, the most urgent first. */
export const echeances: Verb = { name: "echeances", aliases: ["due", "deadlines", "retards"], run };
