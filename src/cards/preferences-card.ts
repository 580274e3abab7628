import type { Absence } from "../domain/absence.ts";
import type { NumberProfile } from "../domain/number-text.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, type CardAction, type Field, fields } from "./card.ts";

/** What holds for a person's messages, chosen or by default. */
export type PreferencesView = {
  readonly language: "fr" | "en";
  readonly numberProfile: NumberProfile;
  readonly hour: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Null: wherever the person talks to Cairn. */
  readonly platform: PlatformName | null;
  /** ISO 8601; null when messages come. */
  readonly snoozedUntil: string | null;
};

function resume({ snoozedUntil }: PreferencesView, { reminders }: Messages): CardAction[] {
  if (snoozedUntil === null) return [];
  return [{ label: reminders.preferences.resume, line: "/cairn rappels reprendre" }];
}

/** A person's preferences and their absences to come, with the buttons that undo them. */
export function preferencesCard(
  {
    preferences,
    absences,
    saved,
  }: { preferences: PreferencesView; absences: readonly Absence[]; saved: boolean },
  messages: Messages,
): Card {
  const said = messages.reminders.preferences;
  const { language, numberProfile, hour, timeZone, platform, snoozedUntil } = preferences;
  const away: Field[] = absences.map((absence) => ({
    label: said.absences,
    value: said.absenceWith(absence, absence.delegate),
  }));
  const undo = [
    ...resume(preferences, messages),
    ...absences.map((absence) => ({
      label: messages.reminders.absence.cancelOne(absence),
      line: `/cairn absence annuler ${absence.from}`,
    })),
  ];
  return {
    title: saved ? said.saved : said.title,
    blocks: [
      fields(
        { label: said.language, value: said.languages[language] },
        { label: said.numbers, value: said.numberProfiles[numberProfile] },
        { label: said.hour, value: said.fromHour(hour) },
        { label: said.timeZone, value: timeZone },
        { label: said.platform, value: said.platforms(platform) },
        {
          label: said.snoozed,
          value: snoozedUntil === null ? said.notSnoozed : said.snoozedUntil(snoozedUntil),
        },
        ...away,
      ),
      ...(undo.length === 0 ? [] : [actions(...undo)]),
    ],
  };
}
