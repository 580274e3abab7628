import { buttons, header, paragraph, plain, smallPrint } from "./slack-blocks.ts";

export type Owed = readonly [label: string, slug: string, period: string, day: string];

/** A figure owed, in French, with the button that gives it. */
export function owed([label, slug, period, day]: Owed, place: number) {
  const [quarter, year] = period.split(" ");
  return {
    ...paragraph(`${label}, ${period} : en retard, attendu pour le ${day}.`),
    accessory: {
      type: "button",
      action_id: `run:${place}`,
      text: plain("Saisir"),
      value: `/saisir ${slug} ${year}-${quarter}`,
      accessibility_label: `Saisir ${label}, ${period}`,
    },
  };
}

export function beside(text: string, place: number, label: string, line: string, name?: string) {
  const named = name === undefined ? {} : { accessibility_label: name };
  const button = { type: "button", action_id: `run:${place}`, text: plain(label), value: line, ...named };
  return { ...paragraph(text), accessory: button };
}

export function giveRow(label: string) {
  const button = {
    type: "button",
    action_id: "form:give",
    text: plain(label),
    value: "give",
    style: "primary",
  };
  return { type: "actions", elements: [button] };
}

export const give = giveRow("Donner un chiffre");

/** Buttons in a row, each with the name that is read aloud. */
export function spoken(
  labels: readonly (readonly [label: string, value: string])[],
  from: number,
  named: (label: string) => string,
) {
  const { type, elements } = buttons(labels, from);
  return {
    type,
    elements: elements.map((each) => ({ ...each, accessibility_label: named(each.text.text) })),
  };
}

export function option(text: string, value: string) {
  return { text: plain(text), value };
}

/** The words of the controls, in one language. */
type Words = {
  readonly title: string;
  readonly language: readonly [label: string, options: readonly ReturnType<typeof option>[], chosen: number];
  readonly hour: readonly [label: string, option: (hour: number) => string];
  readonly snooze: readonly [label: string, placeholder: string];
  readonly absence: readonly [label: string, button: string];
  readonly timeZone: string;
};

/** The controls of somebody who chose nothing. */
export function preferencesOf({ title, language, hour, snooze, absence, timeZone }: Words) {
  const hours = [9, 10, 11, 12, 13, 14, 15, 16].map((each) => option(hour[1](each), `${each}`));
  const menu = (id: string, label: string, options: readonly object[], chosen: number) => ({
    ...paragraph(label),
    accessory: {
      type: "static_select",
      action_id: id,
      placeholder: plain(label),
      options,
      initial_option: options[chosen],
    },
  });
  return [
    header(title),
    menu("home:language", ...language),
    menu("home:hour", hour[0], hours, 0),
    {
      ...paragraph(snooze[0]),
      accessory: { type: "datepicker", action_id: "home:snooze", placeholder: plain(snooze[1]) },
    },
    {
      ...paragraph(absence[0]),
      accessory: {
        type: "button",
        action_id: "home:absence",
        text: plain(absence[1]),
        value: "absence",
        accessibility_label: absence[1],
      },
    },
    smallPrint(timeZone),
  ];
}

export const preferences = preferencesOf({
  title: "Vos préférences",
  language: ["Langue", [option("français", "fr"), option("anglais", "en")], 0],
  hour: ["Heure des rappels", (hour) => `À partir de ${hour} h`],
  snooze: ["Mettre les rappels en pause jusqu’au…", "Choisir un jour"],
  absence: ["Absences à venir : aucune", "Noter une absence"],
  timeZone: "Fuseau horaire : Europe/Paris",
});

export const next = smallPrint("Le trimestre en cours, T4 2026, sera attendu pour le 15 janvier 2027.");

export function toSet(subject: string) {
  return `Objectif : à fixer. C’est au binôme référent de le dire (Référent technique, Référente politique) : /cairn objectif ${subject} 2026 X %`;
}

export function details(label: string, subject: string, place: number) {
  const row = [["Voir le détail", `/cairn avancement ${subject}`]] as const;
  return spoken(row, place, (button) => `${button} : ${label}`);
}

/** A figure of electricity given, in French, with the buttons that open it. */
export function given(period: string, amount: string, when: string, place: number) {
  const [quarter, year] = period.split(" ");
  const row = [
    ["D’où vient ce chiffre", `/cairn pourquoi electricite ${year}-${quarter}`],
    ["Historique", "/cairn historique electricite"],
  ] as const;
  return [
    paragraph(`Électricité des bureaux, ${period} : ${amount} (le ${when})`),
    spoken(row, place, (button) => `${button} : Électricité des bureaux, ${period}`),
  ];
}
