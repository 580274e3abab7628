import { handle } from "../../../commands/handle.ts";
import { type Home, homePreferencesOf } from "../../../commands/home.ts";
import type { AdaptiveCard } from "../adaptive.ts";
import { drawCard } from "../draw.ts";
import { type PreferencesForm, preferenceLines, preferencesForm } from "./preferences-form.ts";
import { type Filling, saidCard } from "./shown.ts";
import { preferencesTyped } from "./typed.ts";

function formOf({ preferences }: Pick<Home, "preferences">, notice: string | null): PreferencesForm {
  const { language, numberProfile, hour, hours, timeZone, platform, snoozedUntil, today } = preferences;
  const tomorrow = today.add({ days: 1 }).toString();
  return { notice, language, numberProfile, hour, hours, timeZone, platform, snoozedUntil, tomorrow };
}

/** What a person can set about their messages, as a form; `notice` is said above it. */
export async function openPreferences(filling: Filling, notice: string | null): Promise<AdaptiveCard> {
  const { cairn, asking, within } = filling;
  const set = await homePreferencesOf(cairn, asking);
  if (!set.ok) return saidCard(set.card, set.language, within);
  return preferencesForm(formOf(set, notice), { language: set.language, within });
}

/** Sets what was changed in the form, one thing after another, as if each had been typed; what is refused is said. */
export async function savePreferences(filling: Filling, data: unknown): Promise<AdaptiveCard> {
  const { cairn, asking, within } = filling;
  const set = await homePreferencesOf(cairn, asking);
  const typed = preferencesTyped(data);
  if (!set.ok) return saidCard(set.card, set.language, within);
  if (typed === null) return await openPreferences(filling, null);
  const refusals: string[] = [];
  for (const line of preferenceLines(typed, formOf(set, null))) {
    const reply = await handle(cairn, { ...asking, line });
    if (!reply.ok) refusals.push(`${reply.error.message} ${reply.error.hint}`);
  }
  if (refusals.length > 0) return await openPreferences(filling, refusals.join(" "));
  const { card, language } = await handle(cairn, { ...asking, line: "/cairn rappels" });
  return drawCard(card, { language });
}
