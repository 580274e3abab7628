import { type Language, type Messages, messagesFor } from "../../../messages/messages.ts";
import { visible } from "../../visible.ts";
import type { AdaptiveCard, Element } from "../adaptive.ts";
import { button, type Within } from "../buttons.ts";
import { around } from "../draw.ts";
import { limits } from "../limits.ts";
import { buttonRows } from "../strips.ts";
import { heading, smallPrint } from "../texts.ts";
import { type EntryField, verbs } from "../verbs.ts";
import { bytesOf, shortened } from "../weight.ts";
import { menu, noticed, type Option, problem, typedInput } from "./inputs.ts";

/** What the entry form shows; everything typed so far comes back in it. */
export type EntryForm = {
  /** Said above the fields; null when nothing is. */
  readonly notice: string | null;
  /** What is wrong with a field, said just above it. */
  readonly errors: Readonly<Partial<Record<EntryField, string>>>;
  /** The indicators to choose from: those the person owes, which come first, and the others. */
  readonly indicators: { readonly due: readonly Option[]; readonly others: readonly Option[] };
  /** The value of the one chosen; null until one is. */
  readonly indicator: string | null;
  /** The chosen indicator's unit and the others it takes; null until one is chosen. */
  readonly units: { readonly own: string; readonly others: readonly string[] } | null;
  /** The quarters that can be chosen, the likeliest first: at least one. */
  readonly periods: readonly Option[];
  /** The value of the quarter chosen; the first one when it is not among them. */
  readonly period: string | null;
  readonly value: string;
  /** What an ambiguous value can mean; empty when it is clear. */
  readonly readings: readonly Option[];
  /** Why a figure that stands is corrected; null where none is known to stand, and no reason is asked. */
  readonly reason: string | null;
  readonly note: string;
  readonly link: string;
  /** Where one is in a walk through several figures; null alone. */
  readonly walk: { readonly place: number; readonly total: number } | null;
  /** Carried by the card and given back by whoever sends it: never to be trusted. At most 600 bytes of JSON. */
  readonly carried: string;
};

/** A card that asks: in whose language, and where it is shown. */
export type Asked = { readonly language: Language; readonly within: Within };

function indicatorInput(form: EntryForm, { forms, teams }: Messages): Element[] {
  const { due, others } = form.indicators;
  const first = due.map(({ text, value }) => ({ text: teams.owed(text), value }));
  return menu({ id: "indicator", label: forms.indicator }, [...first, ...others], {
    chosen: form.indicator,
    style: "filtered",
    required: teams.required(forms.indicator),
    placeholder: forms.chooseIndicator,
  });
}

function periodInput({ periods, period }: EntryForm, { forms, teams }: Messages): Element[] {
  const isThere = periods.some(({ value }) => value === period);
  const chosen = isThere ? period : (periods[0]?.value ?? null);
  const required = teams.required(forms.period);
  return menu({ id: "period", label: forms.period }, periods, { chosen, required });
}

function valueInputs({ value, units, readings, errors }: EntryForm, { forms, teams }: Messages): Element[] {
  const hint = units === null ? forms.anyUnit : forms.unit(units.own, units.others.join(", "));
  const typed = typedInput(
    { id: "value", label: forms.value },
    {
      initial: value,
      most: limits.form.value,
      required: teams.required(forms.value),
      placeholder: forms.valueExample,
    },
  );
  const drawn = [...problem(errors.value), typed, ...smallPrint(shortened(visible(hint), limits.form.error))];
  if (readings.length === 0) return drawn;
  const required = teams.required(forms.reading);
  const choice = menu({ id: "reading", label: forms.reading }, readings, { chosen: null, required });
  return [...drawn, ...problem(errors.reading), ...choice];
}

function reasonInputs({ reason, errors }: EntryForm, { forms, teams }: Messages): Element[] {
  if (reason === null) return [];
  const required = teams.required(forms.correction);
  const typed = { initial: reason, most: limits.form.note, multiline: true, required };
  return [
    ...problem(errors.reason),
    typedInput({ id: "reason", label: forms.correction }, typed),
    ...smallPrint(forms.correctionHint),
  ];
}

function noteInputs({ note, link, errors }: EntryForm, { forms }: Messages): Element[] {
  const url = /^https?:\/\/\S+$/u.test(link) ? link : "";
  return [
    ...problem(errors.note),
    typedInput({ id: "note", label: forms.note }, { initial: note, most: limits.form.note, multiline: true }),
    ...problem(errors.link),
    {
      ...typedInput({ id: "link", label: forms.link }, { initial: url, most: limits.form.link }),
      style: "Url",
    },
  ];
}

function formButtons({ walk, carried }: EntryForm, { forms }: Messages, within: Within): Element[] {
  const data = { carried };
  const send = { title: walk === null ? forms.send : forms.next, verb: verbs.entrySend, data, within };
  const skip = { title: forms.skip, verb: verbs.entrySkip, data, within, checks: false };
  return buttonRows([button({ ...send, isMain: true }), ...(walk === null ? [] : [button(skip)])]);
}

/** What a card carries, once it is known to be small enough. Throws when it is not. */
export function checkedCarried(carried: string): string {
  if (bytesOf(carried) > limits.form.carried) throw new Error("The form carries too much.");
  return carried;
}

/** The form that takes one figure. Throws when it has to carry more than 600 bytes. */
export function entryForm(form: EntryForm, { language, within }: Asked): AdaptiveCard {
  const messages = messagesFor(language);
  const { forms, format } = messages;
  checkedCarried(form.carried);
  const { walk, notice, errors } = form;
  const place =
    walk === null ? [] : smallPrint(forms.walk(format.number(walk.place), format.number(walk.total)));
  const body = [
    heading(forms.title),
    ...place,
    ...noticed(notice),
    ...problem(errors.indicator),
    ...indicatorInput(form, messages),
    ...problem(errors.period),
    ...periodInput(form, messages),
    ...valueInputs(form, messages),
    ...reasonInputs(form, messages),
    ...noteInputs(form, messages),
    ...formButtons(form, messages, within),
  ];
  return around(body, forms.title, language);
}
