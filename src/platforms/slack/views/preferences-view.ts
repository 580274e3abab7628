import type { Button, Datepicker, KnownBlock, SectionBlock, StaticSelect } from "@slack/types";
import type { HomePreferences } from "../../../commands/home.ts";
import type { Absence } from "../../../domain/absence.ts";
import { type Language, languages, type Messages, messagesFor } from "../../../messages/messages.ts";
import { buttonRow, context, plain, section, titleBlock } from "../elements.ts";
import { visible } from "../escape.ts";
import { limits } from "../limits.ts";
import { shortened } from "../split.ts";
import { homeControls } from "./home-names.ts";
import { type Choice, option } from "./inputs.ts";

/** Absences shown, each with the button that withdraws it: the next ones. */
const absencesShown = 5;

/** A paragraph with its control. No block_id: Slack then forgets what was picked, and shows what is so. */
function control(text: string, accessory: Button | Datepicker | StaticSelect): SectionBlock {
  return { ...section(plain(shortened(visible(text), limits.text))), accessory };
}

function menu(id: string, { label, choices, chosen }: { label: string; choices: Choice[]; chosen: string }) {
  const options = choices.map(option);
  const initial = options.find(({ value }) => value === chosen);
  const placeholder = plain(shortened(label, limits.input.placeholder));
  const drawn = { type: "static_select" as const, action_id: id, placeholder, options };
  return control(label, initial === undefined ? drawn : { ...drawn, initial_option: initial });
}

function pushButton(
  id: string,
  { label, value, spoken }: { label: string; value: string; spoken: string },
): Button {
  return {
    type: "button",
    action_id: id,
    text: plain(shortened(label, limits.buttonText)),
    value,
    accessibility_label: shortened(visible(spoken), limits.buttonText),
  };
}

function snoozeBlocks({ snoozedUntil }: HomePreferences, { home, reminders }: Messages): KnownBlock[] {
  const picker: Datepicker = {
    type: "datepicker",
    action_id: homeControls.snooze,
    placeholder: plain(home.pickDay),
    ...(snoozedUntil === null ? {} : { initial_date: snoozedUntil }),
  };
  const asked = control(home.snooze(snoozedUntil), picker);
  const spoken = reminders.preferences.resume;
  const resume = pushButton(homeControls.resume, { label: home.resume, value: "resume", spoken });
  return snoozedUntil === null ? [asked] : [asked, buttonRow([resume])];
}

function absenceBlock(absence: Absence, place: number, { home, reminders }: Messages): KnownBlock {
  const { preferences, absence: said } = reminders;
  const spoken = said.cancelOne(absence);
  const cancel = { label: home.cancel, value: absence.from.toString(), spoken };
  return control(
    preferences.absenceWith(absence, absence.delegate),
    pushButton(`${homeControls.cancel}${place}`, cancel),
  );
}

function absenceBlocks({ absences }: HomePreferences, messages: Messages): KnownBlock[] {
  const { home, labelValue } = messages;
  const more = absences.length - absencesShown;
  const add = { label: home.absence, value: "absence", spoken: home.absence };
  const count = absences.length === 0 ? home.noAbsence : messages.format.number(absences.length);
  return [
    control(labelValue(home.absences, count), pushButton(homeControls.absence, add)),
    ...absences.slice(0, absencesShown).map((each, place) => absenceBlock(each, place, messages)),
    ...(more > 0 ? [context(home.moreAbsences(more))] : []),
  ];
}

/** What a person can set about their messages, as controls that show what holds; about fifteen blocks at most. */
export function preferenceBlocks(
  preferences: HomePreferences,
  { language }: { readonly language: Language },
): KnownBlock[] {
  const messages = messagesFor(language);
  const { home, reminders, labelValue } = messages;
  const spoken = languages.map((each) => ({ text: reminders.preferences.languages[each], value: each }));
  const hours = preferences.hours.map((hour) => ({ text: home.hourOption(hour), value: String(hour) }));
  return [
    titleBlock(home.preferencesTitle),
    menu(homeControls.language, { label: home.language, choices: spoken, chosen: preferences.language }),
    menu(homeControls.hour, { label: home.hour, choices: hours, chosen: String(preferences.hour) }),
    ...snoozeBlocks(preferences, messages),
    ...absenceBlocks(preferences, messages),
    context(labelValue(reminders.preferences.timeZone, preferences.timeZone)),
  ];
}
