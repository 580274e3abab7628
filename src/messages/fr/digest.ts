import type { Status } from "../../domain/aim.ts";
import type { Period, Quarter } from "../../domain/period.ts";
import { formatFor } from "../format.ts";
import { periodName } from "./words.ts";

const { number } = formatFor("fr-FR");

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count >= 2 ? many : one}`;
}

/** "septembre 2026" */
function monthName(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** "de septembre 2026", "d’avril 2026" */
function ofMonth(month: string): string {
  const name = monthName(month);
  return /^[aeiouy]/u.test(name) ? `d’${name}` : `de ${name}`;
}

function notDue(count: number, awaited: number): string {
  if (awaited === 0) return "";
  return awaited === count ? ", pas encore à échéance" : `, dont ${number(awaited)} pas encore à échéance`;
}

const statuses: Readonly<Record<Exclude<Status, "no_target" | "insufficient_data">, string>> = {
  on_track: "tenu",
  at_risk: "à surveiller",
  off_track: "non tenu",
};

const fields: Readonly<Record<"total" | "actual" | "changePct", (subject: string) => string>> = {
  total: (subject) => `${subject}, total`,
  actual: (subject) => `${subject}, à périmètre comparable`,
  changePct: (subject) => `${subject}, écart avec la référence`,
};

/** The month's summary, in French. Amounts come ready to read. */
export const digest = {
  title: (month: string) => `Le point du mois : ${monthName(month)}`,
  draft: (on: string) => `Brouillon : ce point sera posté le ${on}, et peut encore changer.`,
  /** One sentence, made of these parts in this order, each without its full stop. */
  headline: {
    total: (year: number, amount: string, nomenclature: string) =>
      `Depuis le début de ${year}, les émissions brutes connues sont de ${amount} (${nomenclature})`,
    noTotal: (year: number) => `Aucun chiffre d’émission n’est encore enregistré pour ${year}`,
    lastYear: (year: number, amount: string, nomenclature: string) =>
      `les émissions brutes connues de l’année ${year} sont de ${amount} (${nomenclature})`,
    change: (amount: string, falls: boolean, reference: number, activity: string, factor: string) =>
      `à périmètre comparable, ${amount} de ${falls ? "moins" : "plus"} qu’aux mêmes trimestres de ${reference} (${activity} par l’activité, ${factor} par les facteurs d’émission)`,
    noChange: (reference: number) => `à périmètre comparable, autant qu’aux mêmes trimestres de ${reference}`,
    notDemonstrated: (falls: boolean, uncertainty: string) =>
      `${falls ? "baisse" : "hausse"} non démontrée, car plus petite que son incertitude de ± ${uncertainty}`,
    isReference: (year: number) =>
      `${year} est l’année de référence, à laquelle les suivantes se compareront`,
    nothingToCompare: (reference: number) => `rien ne se compare encore à ${reference}`,
    complete: "aucun chiffre ne manque à ce total",
    missing: (count: number, awaited: number) =>
      `il manque ${several(count, "chiffre", "chiffres")} à ce total${notDue(count, awaited)}`,
    expected: (count: number, awaited: number) =>
      `${several(count, "chiffre est attendu", "chiffres sont attendus")}${notDue(count, awaited)}`,
    separator: " ; ",
  },
  figures: {
    columns: {
      now: (year: number) => `Depuis janvier ${year}`,
      change: (reference: number) => `À périmètre comparable avec ${reference}`,
      target: "Objectif",
    },
    ghg: "Gaz à effet de serre",
    waste: "Déchets",
    wastePerPerson: "par équivalent temps plein",
    sortingRate: "taux de tri",
    resources: "Ressources (indice)",
    none: "aucun chiffre",
    unknown: "inconnu",
    isReference: "année de référence",
    nothingToCompare: "rien à comparer",
    notDemonstrated: (change: string, falls: boolean) =>
      `${change}, ${falls ? "baisse" : "hausse"} non démontrée`,
    rate: (now: string, was: string, year: number) => `${now}, contre ${was} en ${year}`,
    toSet: "à fixer",
    notYet: "fixé, rien à comparer",
    target: (amount: string, status: keyof typeof statuses) => `${amount} : ${statuses[status]}`,
    provisional: (labels: string) =>
      `Provisoire pour ${labels} : le facteur de l’année n’est pas encore publié.`,
    left: (labels: string) => `Hors comparaison, faute de chiffre en face : ${labels}.`,
  },
  movers: {
    title: "Ce qui a le plus bougé, et pourquoi",
    none: "Rien n’a bougé, ou rien ne se compare encore.",
    range: (from: string, to: string) => `${from} → ${to}`,
    byActivity: (label: string, change: string, activity: string) =>
      `${label} : ${change}, tout par l’activité (${activity}).`,
    byFactor: (label: string, change: string, factor: string | null) =>
      `${label} : ${change}, tout par le facteur d’émission${factor === null ? "" : ` (${factor})`}, pour la même activité.`,
    byBoth: (label: string, change: string, activity: string, factor: string) =>
      `${label} : ${change}, soit ${activity} par l’activité et ${factor} par le facteur d’émission`,
    ranges: (activity: string, factor: string | null) =>
      factor === null ? ` (${activity}).` : ` (${activity} ; ${factor}).`,
  },
  registers: {
    title: (year: number) => `Actions externes depuis janvier ${year}`,
    total: "Résultat",
    none: "aucun chiffre",
    missing: (count: number) => `${several(count, "chiffre manque", "chiffres manquent")}`,
  },
  projects: {
    none: (year: number) => `Projets de montagne financés en ${year} : aucun n’est enregistré.`,
    totals: (year: number, count: number, tonnes: string, eur: string) =>
      `Contribution, à part du bilan : ${several(count, "projet de montagne financé", "projets de montagne financés")} en ${year}, ${eur}, pour ${tonnes} annoncées par les porteurs de projet.`,
  },
  project: {
    noStandard: "sans label indiqué",
    vintage: (year: number) => `millésime ${year}`,
    proof: (proof: string) => `preuve de retrait : ${proof}`,
    noProof: "preuve de retrait à donner",
  },
  collection: {
    state: (period: Quarter, received: number, expected: number, due: string) =>
      `Collecte du ${periodName(period)}, à rendre pour le ${due} : ${number(received)} sur ${several(expected, "chiffre reçu", "chiffres reçus")}.`,
    nothing: (period: Quarter) => `Rien n’est attendu pour ${periodName(period)}.`,
    late: (count: number) =>
      ` En comptant les trimestres précédents, ${several(count, "chiffre est", "chiffres sont")} en retard.`,
    today: (period: Quarter) => `Prochaine échéance : ${periodName(period)}, aujourd’hui.`,
    next: (period: Quarter, due: string, days: number) =>
      `Prochaine échéance : ${periodName(period)}, le ${due}, dans ${several(days, "jour", "jours")}.`,
  },
  restatements: {
    title: "Chiffres revus depuis le dernier point",
    figure: (label: string, period: Period, was: string, now: string) =>
      `${label}, ${periodName(period)} : ${was} → ${now}`,
    withdrawn: "retiré",
    reason: (reason: string) => ` (${reason})`,
    more: (count: number) => `et ${several(count, "autre", "autres")}`,
  },
  value: (name: string, text: string) => `${name}, ${text}`,
  open: {
    due: "Voir les échéances",
  },
  posted: {
    now: (month: string, when: string) => `Le point ${ofMonth(month)} est posté (${when}).`,
    already: (month: string, when: string) =>
      `Le point ${ofMonth(month)} a déjà été posté, le ${when} : rien n’est renvoyé, voici ce qu’il disait.`,
    frozen: (when: string) => `Tel que posté le ${when}.`,
    same: "Depuis, aucun de ses totaux n’a changé.",
    changed: "Depuis, ses totaux ont changé :",
    field: (subject: string, field: "total" | "actual" | "changePct") => fields[field](subject),
    none: "aucun",
    difference: (subject: string, was: string, now: string) => `${subject} : ${was} → ${now}`,
    notYet: (month: string, when: string) => ({
      message: `Le point ${ofMonth(month)} ne peut pas encore être posté.`,
      hint: `Il part le ${when}. Sans --post, il s’affiche déjà.`,
    }),
    future: (month: string) => ({
      message: `Le mois ${ofMonth(month)} n’a pas encore commencé.`,
      hint: "Demandez un mois commencé, par exemple le dernier mois fini.",
    }),
    chart: (file: string) => `Graphique écrit dans ${file}.`,
  },
  chart: {
    title: (year: number, reference: number) => `Émissions brutes par trimestre, ${year} et ${reference}`,
    titleAlone: (year: number) => `Émissions brutes par trimestre, ${year}`,
    quarter: (number: number) => `T${number}`,
    unit: (unit: string) => `${unit} par trimestre`,
    referenceYear: (year: number) => `${year} (référence)`,
    target: (year: number) => `Objectif ${year}`,
    notYet: (year: number) => `${year} : à venir`,
    noFigure: (year: number) => `${year} : aucun chiffre`,
    incomplete: (year: number, count: number) =>
      `${year} : ${several(count, "chiffre manque", "chiffres manquent")}`,
    amount: (series: string, amount: string | null, unit: string) =>
      amount === null ? `${series} sans chiffre` : `${series} ${amount}\u00A0${unit}`,
    source: (nomenclature: string, toSet: boolean) =>
      `Source : chiffres saisis dans Cairn, facteurs Base Carbone® (ADEME), ${nomenclature}.${toSet ? " Objectif à fixer." : ""}`,
  },
};
