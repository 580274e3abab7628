import type { NumberProfile } from "../../../domain/number-text.ts";
import type { PlatformName } from "../../../domain/preference.ts";
import { type Language, languages, type Messages, messagesFor } from "../../../messages/messages.ts";
import { visible } from "../../visible.ts";
import type { AdaptiveCard, DateInput, Element } from "../adaptive.ts";
import { button } from "../buttons.ts";
import { around } from "../draw.ts";
import { limits } from "../limits.ts";
import { buttonRows } from "../strips.ts";
import { heading, smallPrint } from "../texts.ts";
import { verbs } from "../verbs.ts";
import { shortened } from "../weight.ts";
import type { Asked } from "./entry-form.ts";
import { menu, noticed } from "./inputs.ts";
import type { PreferencesTyped } from "./typed.ts";

/** What the preferences form shows: what holds now. */
export type PreferencesForm = {
  readonly notice: string | null;
  readonly language: Language;
  readonly numberProfile: NumberProfile;
  readonly hour: number;
  /** The hours that can be chosen. */
  readonly hours: readonly number[];
  /** IANA name. */
  readonly timeZone: string;
  /** Null: wherever the person talks to Cairn. */
  readonly platform: PlatformName | null;
  /** The first day messages come again, ISO 8601; null when they come. */
  readonly snoozedUntil: string | null;
  /** The first day that can be chosen, ISO 8601. */
  readonly tomorrow: string;
};

/** Said for "wherever the person talks to Cairn", which cannot be chosen again. */
const anywhere = "anywhere";

function platformInput({ platform }: PreferencesForm, { reminders }: Messages): Element[] {
  const { platforms, platform: label } = reminders.preferences;
  const named = (["slack", "teams"] as const).map((each) => ({ text: platforms(each), value: each }));
  const options = platform === null ? [{ text: platforms(null), value: anywhere }, ...named] : named;
  return menu({ id: "platform", label }, options, { chosen: platform ?? anywhere });
}

function dayInput({ snoozedUntil, tomorrow }: PreferencesForm, { home }: Messages): DateInput {
  const value = snoozedUntil === null ? {} : { value: snoozedUntil };
  return { type: "Input.Date", id: "snoozedUntil", label: home.snooze(null), min: tomorrow, ...value };
}

/** What a person can set about their messages, in one card. */
export function preferencesForm(form: PreferencesForm, { language, within }: Asked): AdaptiveCard {
  const messages = messagesFor(language);
  const { home, reminders, labelValue } = messages;
  const said = reminders.preferences;
  const spoken = languages.map((each) => ({ text: said.languages[each], value: each }));
  const written = languages.map((each) => ({ text: said.numberProfiles[each], value: each }));
  const hours = form.hours.map((hour) => ({ text: home.hourOption(hour), value: String(hour) }));
  const zone = labelValue(said.timeZone, shortened(visible(form.timeZone), limits.form.label));
  const body = [
    heading(home.preferencesTitle),
    ...noticed(form.notice),
    ...menu({ id: "language", label: said.language }, spoken, { chosen: form.language }),
    ...menu({ id: "numbers", label: said.numbers }, written, { chosen: form.numberProfile }),
    ...menu({ id: "hour", label: home.hour }, hours, { chosen: String(form.hour) }),
    ...smallPrint(zone),
    ...platformInput(form, messages),
    dayInput(form, messages),
    ...buttonRows([
      button({ title: home.save, verb: verbs.preferencesSave, data: {}, within, isMain: true }),
    ]),
  ];
  return around(body, home.preferencesTitle, language);
}

/** The lines that set what was changed in the form, one for each thing: the same as typing them. */
export function preferenceLines(typed: PreferencesTyped, form: PreferencesForm): string[] {
  const changed = (value: string | null, before: string) =>
    value === null || value === before ? null : value;
  const hour = changed(typed.hour, String(form.hour));
  const platform = changed(typed.platform, form.platform ?? anywhere);
  const numbers = changed(typed.numbers, form.numberProfile);
  const words = [
    changed(typed.language, form.language),
    numbers === null ? null : `nombres ${numbers}`,
    hour === null ? null : `${hour} h`,
    platform,
    typed.snoozedUntil === form.snoozedUntil ? null : (typed.snoozedUntil ?? "reprendre"),
  ];
  return words.filter((each) => each !== null).map((each) => `/cairn rappels ${each}`);
}
