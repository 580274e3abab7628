import type { DaySpan } from "../../domain/absence.ts";
import type { Stage } from "../../domain/calendar.ts";
import type { DueStatus } from "../../domain/due.ts";
import type { Quarter } from "../../domain/period.ts";
import type { PlatformName } from "../../domain/preference.ts";
import type { Days, RefusalData } from "../../domain/refusal.ts";
import { formatFor } from "../format.ts";
import type { Sentence } from "../refusal-sentences.ts";
import { periodName } from "./words.ts";

const { day, list, number } = formatFor("fr-FR");

function figures(count: number): string {
  return `${number(count)} ${count >= 2 ? "chiffres" : "chiffre"}`;
}

/** "le 24 décembre 2026", or "du 24 décembre 2026 au 2 janvier 2027". */
function days({ from, to }: Days): string {
  return from === to ? `le ${day(from)}` : `du ${day(from)} au ${day(to)}`;
}

function daysOf({ from, to }: DaySpan): string {
  return days({ from: from.toString(), to: to.toString() });
}

const statuses: Readonly<Record<DueStatus, string>> = {
  late: "en retard",
  open: "à donner",
  absent: "absence",
  done: "donné",
};

const stageNames: Readonly<Record<Stage, string>> = {
  opening: "ouverture",
  reminder: "rappel",
  eve: "veille",
  overdue: "retard",
  escalation: "escalade",
};

const titles: Readonly<Record<Stage, string>> = {
  opening: "La collecte est ouverte",
  reminder: "Rappel : l’échéance approche",
  eve: "L’échéance est toute proche",
  overdue: "L’échéance est passée",
  escalation: "Des chiffres manquent toujours",
};

const platformNames: Readonly<Record<PlatformName, string>> = {
  slack: "Slack",
  teams: "Microsoft Teams",
  terminal: "le terminal",
};

/** `/cairn echeances`. */
export const due = {
  title: "Les chiffres attendus",
  ownTitle: "Vos chiffres attendus",
  status: (status: DueStatus) => statuses[status],
  columns: { period: "Trimestre", due: "Échéance", status: "État", figures: "Chiffres" },
  counts: (late: number, open: number, absent: number, done: number) =>
    [
      late === 0 ? null : `${figures(late)} en retard`,
      open === 0 ? null : `${figures(open)} à donner`,
      absent === 0 ? null : `${figures(absent)} en attente d’une personne absente`,
      done === 0 ? null : `${figures(done)} ${done >= 2 ? "donnés" : "donné"}`,
    ]
      .filter((part) => part !== null)
      .join(", "),
  allDone: "Rien n’est en attente : tout ce qui était attendu est là, merci !",
  nothing: "Rien n’est attendu de vous pour le moment.",
  names: (names: readonly string[], others: number) =>
    others === 0 ? names.join(", ") : `${names.join(", ")} et ${number(others)} de plus`,
  older: (first: Quarter, last: Quarter) =>
    first === last ? periodName(first) : `${periodName(first)} à ${periodName(last)}`,
  passed: "passée",
  figures,
  partial: (count: number) =>
    `${figures(count)} ${count >= 2 ? "ont été donnés" : "a été donné"} avant la fin du trimestre : à confirmer ou à corriger.`,
  next: (period: Quarter, on: string) =>
    `Le trimestre en cours, ${periodName(period)}, sera attendu pour le ${day(on)}.`,
  give: (label: string, period: Quarter) => `${label}, ${periodName(period)}`,
};

/** `/cairn absence`. */
export const absence = {
  recorded: "Absence notée",
  duplicate: "Cette absence était déjà notée, rien ne change.",
  withdrawn: "Absence annulée",
  line: (name: string, span: DaySpan) => `${name} : ${daysOf(span)}.`,
  delegate: (name: string) => `Pendant ce temps, ${name} reçoit les rappels et peut donner les chiffres.`,
  noDelegate:
    "Personne ne reçoit les rappels à sa place : seuls les référents verront ce qui manque. Pour nommer quelqu’un, annulez et recommencez avec son adresse à la fin.",
  cancel: "Annuler cette absence",
  oneDay: "Ce jour-là seulement",
  cancelOne: (span: DaySpan) => `Annuler l’absence ${daysOf(span)}`,
};

/** `/cairn rappels`. */
export const preferences = {
  title: "Vos rappels",
  saved: "C’est noté. Vos rappels :",
  language: "Langue",
  languages: { fr: "français", en: "anglais" },
  numbers: "Nombres",
  numberProfiles: { fr: "1 234,5", en: "1,234.5" },
  hour: "Heure",
  fromHour: (hour: number) => `à partir de ${hour} h, les jours ouvrés`,
  timeZone: "Fuseau horaire",
  platform: "Où",
  platforms: (platform: PlatformName | null) =>
    platform === null ? "là où vous parlez à Cairn" : platformNames[platform],
  snoozed: "En pause",
  snoozedUntil: (on: string) => `jusqu’au ${day(on)}`,
  notSnoozed: "non",
  absences: "Absences",
  absenceWith: (span: DaySpan, delegate: string | null) =>
    delegate === null ? daysOf(span) : `${daysOf(span)}, ${delegate} à votre place`,
  resume: "Reprendre les rappels",
};

/** The reminders themselves, and their list on the command line. */
export const reminder = {
  title: (stage: Stage) => titles[stage],
  asked: (count: number) =>
    count >= 2 ? `${figures(count)} sont attendus de vous :` : "Un chiffre est attendu de vous :",
  columns: { indicator: "Indicateur", period: "Trimestre", due: "Pour le" },
  standsIn: (labels: readonly string[], owner: string) =>
    `À la place de ${owner}, pendant son absence : ${list(labels)}.`,
  partial: (labels: readonly string[]) =>
    `Donné avant la fin du trimestre, donc partiel : ${list(labels)}. Redonnez le même chiffre pour le confirmer, ou corrigez-le.`,
  copies: "Pour information, ces chiffres manquent encore :",
  copied: (owner: string, labels: readonly string[], period: Quarter) =>
    `${owner}, ${periodName(period)} : ${list(labels)}`,
  later: "Me le rappeler demain",
  dueList: "Voir toutes les échéances",
  none: "Aucun rappel à envoyer.",
  sent: (count: number) => (count >= 2 ? `${number(count)} rappels enregistrés :` : "1 rappel enregistré :"),
  wouldSend: (count: number) =>
    `Essai sans rien écrire : ${number(count)} ${count >= 2 ? "rappels partiraient" : "rappel partirait"}.`,
  listed: (to: string, stage: Stage, cc: readonly string[]) =>
    cc.length === 0 ? `${to} (${stageNames[stage]})` : `${to} (${stageNames[stage]}, copie à ${list(cc)})`,
  item: (indicator: string, period: Quarter, on: string, stage: Stage) =>
    `${indicator}, ${periodName(period)}, attendu le ${day(on)} : ${stageNames[stage]}`,
};

const dayHint = "Écrivez un jour : 24/12/2026, 24/12, 24 décembre, demain ou 2026-12-24.";

/** What is wrong with a day or an hour. */
export function timeSentence({ typed, problem, hours }: RefusalData["invalid_period"]): Sentence {
  switch (problem) {
    case "ends_before_it_begins":
      return {
        message: `« ${typed} » finit avant de commencer.`,
        hint: "Donnez le premier jour, puis le dernier.",
      };
    case "past":
      return {
        message: `« ${typed} » est déjà passé.`,
        hint: "Donnez un jour à venir, avec son année si besoin.",
      };
    case "over_a_year":
      return {
        message: `« ${typed} » dure plus d’un an.`,
        hint: "Vérifiez l’année, ou demandez à un référent de changer de responsable.",
      };
    case "too_far":
      return {
        message: `« ${typed} » est dans plus d’un an.`,
        hint: "Vérifiez l’année, ou redites-le plus tard.",
      };
    case "outside_hours":
      return {
        message: `« ${typed} » n’est pas une heure où les rappels partent.`,
        hint: `Choisissez une heure entière, de ${hours?.from ?? 0} h à ${hours?.to ?? 23} h.`,
      };
    case "after_note":
      return {
        message: `« ${typed} » vient après une note : je ne sais pas si c’est la période. Rien n’est enregistré.`,
        hint: "Si c’est la période, écrivez-la juste après la valeur et son unité ; sinon, écrivez la période puis la note.",
      };
    case "not_a_preference":
      return {
        message: `Je ne sais pas régler « ${typed} ».`,
        hint: "Donnez un jour (pause jusque-là), une heure (9 h), slack, teams ou terminal, fr ou en, un fuseau (Europe/Paris), ou reprendre.",
      };
    default:
      return { message: `« ${typed} » n’est pas un jour que je sais lire.`, hint: dayHint };
  }
}

/** An absence that shares days with others. */
export function absenceConflict(absent: Days, other: readonly Days[]): Sentence {
  return {
    message: `Cette absence ${days(absent)} en recouvre une autre, ${list(other.map(days))}.`,
    hint: "Annulez d’abord l’autre avec /cairn absence annuler.",
  };
}
