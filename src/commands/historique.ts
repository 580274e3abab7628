import { historyCard } from "../cards/history-card.ts";
import type { Entry } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import { isQuarter, yearOf } from "../domain/quarter.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { entriesOfIndicator } from "../store/entries.ts";
import { takeIndicator } from "./indicator-argument.ts";
import { entryJson, type JsonObject } from "./json.ts";
import { peopleNames } from "./people-names.ts";
import { onlyPeriod } from "./period-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** A year holds its own entry and those of its quarters. */
function isWithin(period: Period, asked: Period): boolean {
  return period === asked || (!isQuarter(asked) && yearOf(period) === yearOf(asked));
}

function revisionJson(entry: Entry, by: string | null, timeZone: string): JsonObject {
  const { kind, note, reason, at, platform, hash } = entry;
  return { ...entryJson(entry, timeZone), kind, note, reason, by, at, platform, hash };
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.historique;
  if (words === "") return refuse("missing_argument", { argument: "indicator", usage });
  const named = takeIndicator(context.plan, words);
  if (!named.ok) return named;
  const { indicator, rest } = named.value;
  const asked = rest === "" ? ok(null) : onlyPeriod(context, rest);
  if (!asked.ok) return asked;
  const all = await entriesOfIndicator(context.db, indicator.slug);
  const entries = all
    .filter(({ period }) => asked.value === null || isWithin(period, asked.value))
    .toReversed();
  const nameOf = await peopleNames(context.db);
  const { timeZone } = context.plan;
  const card = historyCard({ indicator, entries, nameOf, timeZone }, context.messages);
  return ok({
    data: { entries: entries.map((entry) => revisionJson(entry, nameOf(entry.personId), timeZone)) },
    card,
  });
}

/** `/cairn historique`: every revision of an indicator, newest first. */
export const historique: Verb = { name: "historique", aliases: ["history"], run };
