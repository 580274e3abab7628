import type { Period } from "../../domain/period.ts";
import { periodName } from "./words.ts";

/** What forms say, in French. Titles and buttons of a form: 24 characters at most. */
export const forms = {
  title: "Donner un chiffre",
  send: "Enregistrer",
  next: "Suivant",
  skip: "Passer ce chiffre",
  close: "Fermer",
  confirm: "Confirmer",
  mend: "Corriger",
  waiting: "Un instant…",
  walk: (place: string, total: string) => `Chiffre ${place} sur ${total}`,
  indicator: "Indicateur",
  chooseIndicator: "Tapez le début d’un nom",
  due: "À donner",
  others: "Les autres",
  period: "Trimestre",
  value: "Valeur",
  valueExample: "1 234,5",
  unit: (unit: string, others: string) =>
    others === "" ? `En ${unit}.` : `En ${unit} ; aussi acceptés, écrits après le nombre : ${others}.`,
  anyUnit: "Dans l’unité de l’indicateur, ou avec une autre écrite après le nombre.",
  reading: "Vous vouliez dire",
  note: "Note",
  link: "Lien vers le justificatif",
  give: "Donner un chiffre",
  correction: "Motif de la correction",
  correctionHint: "Il reste dans l’historique, à côté des deux chiffres.",
  replace: "Pour le remplacer, dites pourquoi ci-dessous ; sinon, fermez.",
  surprising: "Est-ce bien ce chiffre ?",
  surprisingHint: "Si oui, confirmez. Sinon, corrigez : tout ce que vous avez tapé est gardé.",
  sendToConfirm: "S’il est bon, enregistrez-le de nouveau ; sinon, corrigez-le.",
  chooseReading: "Choisissez ce que vous vouliez dire : je préfère demander plutôt que deviner.",
  unitChanged: (unit: string) =>
    `L’indicateur a changé, et se donne en ${unit} : relisez la valeur, puis enregistrez.`,
  tooLong: (most: string) => `C’est trop long : ${most} caractères au plus.`,
  working: "Je m’en occupe. La réponse arrive ici dans un instant, ou en message direct si vous fermez.",
  noWorries: "Un chiffre envoyé deux fois ne compte qu’une fois.",
  notTaken: "Ce chiffre n’est pas encore enregistré.",
  open: "Ouvrir le formulaire",
  notOpened: "Le formulaire n’a pas pu s’ouvrir.",
  typeInstead: (indicator: string | null, period: Period | null) =>
    `Réessayez, ou tapez : /saisir ${indicator ?? "INDICATEUR"} VALEUR ${period ?? "TRIMESTRE"}`,
  end: {
    title: "C’est tout, merci !",
    nothingGiven: "C’est tout : aucun chiffre donné.",
    given: (count: number): string => (count >= 2 ? "Donnés" : "Donné"),
    skipped: (count: number): string => (count >= 2 ? "Passés" : "Passé"),
    passed: (label: string, period: Period) => `${label}, ${periodName(period)}`,
    stillDue: "Ce qui est passé reste à donner : un rappel viendra.",
  },
};
