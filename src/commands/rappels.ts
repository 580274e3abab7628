import { Temporal } from "temporal-polyfill";
import { type PreferencesView, preferencesCard } from "../cards/preferences-card.ts";
import { numberProfileOf } from "../domain/number-text.ts";
import type { Preferences } from "../domain/preference.ts";
import { type PreferenceChange, readPreference } from "../domain/preference-text.ts";
import { ok } from "../domain/refusal.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { messagesFor } from "../messages/messages.ts";
import { absencesFrom, type StoredAbsence } from "../store/absences.ts";
import { personByEmail } from "../store/people.ts";
import { preferencesOf, saveLanguage, savePreferences } from "../store/preferences.ts";
import type { JsonObject } from "./json.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** A change as the columns it sets. */
function changedPreferences(change: PreferenceChange): Partial<Preferences> {
  switch (change.kind) {
    case "hour":
      return { hour: change.hour };
    case "platform":
      return { platform: change.platform };
    case "time_zone":
      return { timeZone: change.timeZone };
    case "snooze":
      return { snoozedUntil: change.until };
    case "language":
    case "numbers":
      return {};
  }
}

async function save({ db, person }: Context, change: PreferenceChange): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await savePreferences(trx, person.id, changedPreferences(change));
    const language = change.kind === "language" ? change.language : null;
    const numberProfile = change.kind === "numbers" ? change.profile : null;
    await saveLanguage(trx, person.id, { language, numberProfile });
  });
}

/** What holds for the person now, chosen or by default. */
async function viewOf({ db, plan, person, now, ...spoken }: Context): Promise<PreferencesView> {
  const known = (await personByEmail(db, person.email)) ?? person;
  const { timeZone, hour, snoozedUntil, platform } = await preferencesOf(db, person.id);
  const language = known.language ?? spoken.language;
  const zone = timeZone ?? plan.timeZone;
  const snoozed = snoozedUntil !== null && Temporal.PlainDate.compare(snoozedUntil, dateIn(now, zone)) > 0;
  return {
    language,
    numberProfile: numberProfileOf(known, language),
    hour: hour ?? plan.calendar.hours.from,
    timeZone: zone,
    platform,
    snoozedUntil: snoozed ? snoozedUntil.toString() : null,
  };
}

function absenceJson({ id, from, to, delegate }: StoredAbsence): JsonObject {
  return { id, from: from.toString(), to: to.toString(), delegate };
}

/** Everything that the person set and that holds now, absences that are not over included. */
export async function preferencesNow(
  context: Context,
): Promise<{ readonly preferences: PreferencesView; readonly absences: readonly StoredAbsence[] }> {
  const { db, plan, person, now } = context;
  const all = await absencesFrom(db, dateIn(now, plan.timeZone));
  const absences = all.filter((absence) => absence.person === person.email);
  return { preferences: await viewOf(context), absences };
}

/** Everything the person set, in the language they now speak. */
async function answer(context: Context, saved: boolean): Promise<Outcome> {
  const { preferences, absences } = await preferencesNow(context);
  const messages = messagesFor(preferences.language, preferences.numberProfile);
  const card = preferencesCard({ preferences, absences, saved }, messages);
  return ok({ data: { preferences: { ...preferences, absences: absences.map(absenceJson) } }, card });
}

async function run(context: Context, words: string): Promise<Outcome> {
  if (words === "") return await answer(context, false);
  const { plan, now, person, db } = context;
  const { timeZone } = await preferencesOf(db, person.id);
  const change = readPreference(words, dateIn(now, timeZone ?? plan.timeZone), plan.calendar);
  if (!change.ok) return change;
  await save(context, change.value);
  return await answer(context, true);
}

/** `/cairn rappels`: how the person wants their reminders. */
export const rappels: Verb = {
  name: "rappels",
  aliases: ["reminders", "rappel", "reminder", "preferences", "snooze"],
  run,
};
