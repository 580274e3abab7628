import type { Quarter } from "../../domain/period.ts";
import { formatFor } from "../format.ts";
import { periodName, several } from "./words.ts";

const { day } = formatFor("fr-FR");

/** What a person's own page says, in French. Titles and buttons of its form: 24 characters at most. */
export const home = {
  owedTitle: "Ce qui est attendu de vous",
  owed: (label: string, period: Quarter, state: string, due: string) =>
    `${label}, ${periodName(period)} : ${state}, attendu pour le ${day(due)}`,
  partial: "donné avant la fin du trimestre, à confirmer ou à corriger",
  standIn: (owner: string) => `à la place de ${owner}`,
  give: "Saisir",
  giveThis: (label: string, period: Quarter) => `Saisir ${label}, ${periodName(period)}`,
  moreOwed: (count: number) => `Et ${several(count, "autre chiffre", "autres chiffres")}.`,
  allDue: "Voir toutes les échéances",
  missingTitle: "Ce qui manque au plan",
  givenTitle: "Ce que vous avez donné",
  noneGiven: "Vous n’avez pas encore donné de chiffre.",
  given: (line: string, when: string) => `${line} (le ${when})`,
  about: (button: string, label: string, period: string) => `${button} : ${label}, ${period}`,
  answers: "Les réponses aux boutons arrivent dans vos messages avec Cairn.",
  progressTitle: (subject: string) => `Où en est le plan : ${subject}`,
  details: "Voir le détail",
  detailsOf: (subject: string) => `Voir le détail : ${subject}`,
  preferencesTitle: "Vos préférences",
  language: "Langue",
  hour: "Heure des rappels",
  hourOption: (hour: number) => `À partir de ${hour} h`,
  snooze: (until: string | null) =>
    until === null ? "Mettre les rappels en pause jusqu’au…" : `Rappels en pause jusqu’au ${day(until)}`,
  pickDay: "Choisir un jour",
  resume: "Reprendre",
  absences: "Absences à venir",
  noAbsence: "aucune",
  absence: "Noter une absence",
  cancel: "Annuler",
  moreAbsences: (count: number) => `Et ${several(count, "autre absence", "autres absences")}.`,
  absenceTitle: "Noter une absence",
  save: "Enregistrer",
  close: "Fermer",
  from: "Premier jour",
  to: "Dernier jour",
  delegate: "Qui donne vos chiffres pendant ce temps",
  nobody: "Personne",
  group: (first: string, last: string) => `${first} à ${last}`,
};
