import { type DueFigure, dueFigures } from "../domain/due.ts";
import { standingEntries } from "../domain/entry.ts";
import { compareQuarters } from "../domain/quarter.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { absencesFrom } from "../store/absences.ts";
import { entriesOfIndicators } from "../store/entries.ts";
import { type Context, mayOn, owns } from "./request.ts";

/**
 * The figures that wait for this person: their own, and those of the absent people they stand in for. The newest
 * quarter first, in the plan's order within it: a form begins with what was asked last.
 */
export async function owedFigures(context: Context): Promise<DueFigure[]> {
  const { db, plan, now, standsInFor } = context;
  const indicators = plan.indicators.filter(
    (each) => (owns(context, each) || standsInFor.has(each.owner)) && mayOn(context, "saisir", each),
  );
  if (indicators.length === 0) return [];
  const slugs = indicators.map(({ slug }) => slug);
  const entries = standingEntries(await entriesOfIndicators(db, slugs));
  const absences = await absencesFrom(db, dateIn(now, plan.timeZone));
  return dueFigures({ plan: { ...plan, indicators }, entries, absences, now })
    .filter(({ status }) => status !== "done")
    .toSorted((one, other) => compareQuarters(other.period, one.period));
}
