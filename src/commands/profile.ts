import type { Language } from "../messages/messages.ts";
import { personByEmail } from "../store/people.ts";
import { preferencesOf, saveLanguage, savePreferences } from "../store/preferences.ts";
import type { Cairn } from "./request.ts";

/** What a platform knows of how somebody lives: their language, and their time zone (IANA name). */
export type Profile = {
  readonly email: string;
  readonly language: Language | null;
  readonly timeZone: string | null;
};

/** Keeps a profile's language and time zone where the person chose none. Of strangers nothing is kept. */
export async function learnProfile(cairn: Cairn, { email, language, timeZone }: Profile): Promise<void> {
  const person = await personByEmail(cairn.db, email);
  if (person === null) return;
  const chosen = await preferencesOf(cairn.db, person.id);
  const newLanguage = person.language === null ? language : null;
  const newTimeZone = chosen.timeZone === null ? timeZone : null;
  if (newLanguage === null && newTimeZone === null) return;
  await cairn.db.transaction().execute(async (trx) => {
    await saveLanguage(trx, person.id, { language: newLanguage, numberProfile: null });
    if (newTimeZone !== null) await savePreferences(trx, person.id, { timeZone: newTimeZone });
  });
}
