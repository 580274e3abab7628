import type { LeftOut } from "../domain/allocation.ts";
import type { EntryKind } from "../domain/entry.ts";
import type { FactorPart } from "../domain/factor.ts";
import type { Nomenclature, Post, Scope } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import type { Localized } from "../domain/plan.ts";
import { formatFor } from "./format.ts";
import { bulk } from "./fr/bulk.ts";
import { deliveries } from "./fr/deliveries.ts";
import { digest } from "./fr/digest.ts";
import { drawing } from "./fr/drawing.ts";
import * as fileProblems from "./fr/file-problems.ts";
import { forms } from "./fr/forms.ts";
import { home } from "./fr/home.ts";
import { humanQuestions } from "./fr/human-questions.ts";
import { installation } from "./fr/installation.ts";
import { localMode } from "./fr/local-mode.ts";
import { bcPosts, begesPosts, ghgpPosts } from "./fr/posts.ts";
import { progress } from "./fr/progress.ts";
import { projects } from "./fr/projects.ts";
import { questions } from "./fr/questions.ts";
import { refusalsIn } from "./fr/refusals.ts";
import * as reminders from "./fr/reminders.ts";
import { slack } from "./fr/slack.ts";
import { targets } from "./fr/targets.ts";
import { teams } from "./fr/teams.ts";
import { verbs } from "./fr/verbs.ts";
import { welcome } from "./fr/welcome.ts";
import { periodName, periodTitle, several, shortPeriod, unitName } from "./fr/words.ts";
import { nomenclatureNames } from "./nomenclature-names.ts";

const format = formatFor("fr-FR");
const { number } = format;

const postLabels: Readonly<Record<Nomenclature, Readonly<Partial<Record<Post, string>>>>> = {
  beges: begesPosts,
  ghgp: ghgpPosts,
  bc: bcPosts,
};

const leftOut: Readonly<Record<LeftOut, string>> = {
  contrails: "traînées de condensation",
  "non-kyoto": "gaz hors protocole de Kyoto",
  "own-manufacture": "fabrication des véhicules et équipements que nous exploitons",
  visitors: "déplacements des visiteurs",
};

const scopes: Readonly<Record<Scope, string>> = {
  "1": "Directes (scope 1)",
  "2": "Énergie achetée (scope 2)",
  "3": "Autres indirectes (scope 3)",
};

const parts: Readonly<Record<FactorPart, string>> = {
  combustion: "combustion",
  upstream: "amont",
  losses: "pertes en ligne",
  manufacture: "fabrication",
  contrails: "traînées",
  use: "usage",
};

const kinds: Readonly<Record<EntryKind, string>> = {
  submit: "saisie",
  correct: "correction",
  cancel: "annulation",
  import: "import",
};

const platforms: Readonly<Record<string, string>> = {
  terminal: "au terminal",
  import: "par import",
  example: "donnée d’exemple",
  slack: "dans Slack",
  teams: "dans Teams",
};

/** French, the source language: every sentence Cairn says. */
export const fr = {
  format,
  unitName,
  periodName,
  periodTitle,
  refusals: refusalsIn(format),
  verbs,
  localMode,
  ...installation,
  progress,
  deliveries,
  digest,
  projects,
  questions,
  humanQuestions,
  drawing,
  forms,
  home,
  slack,
  teams,
  welcome,
  targets,
  fileProblems,
  bulk,
  reminders,
  pick: (text: Localized) => text.fr,
  labelValue: (label: string, value: string) => `${label} : ${value}`,
  postLabel: (nomenclature: Nomenclature, post: Post) => postLabels[nomenclature][post] ?? post,
  nomenclature: (nomenclature: Nomenclature) => nomenclatureNames[nomenclature],
  scope: (scope: Scope) => scopes[scope],
  part: (part: FactorPart) => parts[part],
  /** Where a figure was given, beside who gave it. */
  platform: (platform: string) => platforms[platform] ?? platform,
  leftOutReason: (reason: LeftOut) => leftOut[reason],
  confirm: "confirmer",
  reasonWord: "motif…",
  entry: {
    recorded: "C’est noté, merci !",
    corrected: "C’est corrigé, merci !",
    cancelled: "C’est annulé : le chiffre compte de nouveau comme manquant.",
    duplicate: "Ce chiffre était déjà là, rien ne change.",
    partial: "Le trimestre est en cours : le chiffre est noté comme partiel, le rappel viendra à sa fin.",
    line: (label: string, period: Period, amount: string) => `${label}, ${periodName(period)} : ${amount}`,
    typed: (typed: string) => `Tapé : « ${typed} ».`,
    note: (note: string) => `Note : ${note}`,
    reason: (reason: string) => `Motif : ${reason}`,
    revision: (revision: number) => `Révision ${number(revision)}.`,
    missing: "annulé, compte comme manquant",
    correct: "Corriger",
    why: "D’où vient ce chiffre",
    history: "Historique",
    confirmAnyway: "Confirmer ce chiffre",
    reading: (value: string) => `C’est ${value}`,
  },
  history: {
    title: (label: string) => `Historique : ${label}`,
    columns: {
      period: "Période",
      revision: "Rév.",
      value: "Valeur",
      what: "Quoi",
      who: "Qui",
      when: "Quand",
      why: "Note ou motif",
    },
    kind: (kind: EntryKind) => kinds[kind],
    empty: "Aucun chiffre pour le moment.",
    erasedPerson: "personne effacée",
    more: (count: number) =>
      `${several(count, "révision plus ancienne", "révisions plus anciennes")} : donnez une période pour les voir.`,
  },
  balance: {
    title: (period: Period, nomenclature: Nomenclature) =>
      `Bilan des gaz à effet de serre ${shortPeriod(period)} (${nomenclatureNames[nomenclature]})`,
    total: (amount: string) => `Total des émissions brutes : ${amount}`,
    uncertainty: (percent: string) => `Incertitude à 95 % : ± ${percent}.`,
    nothing: "Aucun chiffre n’est encore enregistré pour cette période : il n’y a pas de total.",
    post: "Poste",
    indicator: "Indicateur",
    activity: "Activité",
    factor: "Facteur",
    emissions: "Émissions",
    share: "Part",
    source: "Poste ou source",
    provisional: (ids: readonly string[]) =>
      `Provisoire : le facteur de l’année n’est pas encore publié pour ${format.list(ids)}, le dernier paru est utilisé.`,
    backcast: (ids: readonly string[]) =>
      `Aucun facteur aussi ancien n’existe pour ${format.list(ids)} : le premier de la série est utilisé.`,
    splitEstimated: (ids: readonly string[]) =>
      `Répartition entre postes estimée d’après l’année la plus proche pour ${format.list(ids)}.`,
    monetary: (percent: string) => `Part du total fondée sur des ratios monétaires : ${percent}.`,
    leftOut: (reason: LeftOut, amount: string) => `À part, hors total : ${leftOut[reason]}, ${amount}.`,
    biogenic: (amount: string) => `À part, hors total : CO2 biogénique, ${amount}.`,
    complete: "Tous les chiffres attendus sont là.",
    allMissing: (count: number) => `${several(count, "chiffre est attendu", "chiffres sont attendus")}.`,
    missing: (count: number) => `Il manque ${several(count, "chiffre", "chiffres")} dans ce total.`,
    missingIn: (period: Period, count: number, labels: string) =>
      `${periodName(period)} : ${number(count)} (${labels})`,
    others: (count: number) => `et ${several(count, "autre", "autres")}`,
    underWay: (period: Period, count: number) =>
      `Le trimestre en cours (${periodName(period)}) n’est pas fini : ${several(count, "chiffre est encore attendu", "chiffres sont encore attendus")}.`,
    why: "Ouvrir le calcul",
  },
  why: {
    title: (subject: string, period: Period) => `D’où vient ce chiffre : ${subject}, ${shortPeriod(period)}`,
    result: (amount: string) => `Résultat : ${amount}`,
    nothing: "Aucun chiffre n’est enregistré pour ce sujet et cette période.",
    given: (who: string, when: string, typed: string, platform: string) =>
      `donné par ${who} le ${when} (${platform}), tapé « ${typed} »`,
    partly: (whole: string) =>
      `une partie du facteur (${whole} en tout) reste hors du total dans cette nomenclature`,
    source: (name: string, source: string) => `facteur : ${name} ; source : ${source}`,
    amortised: (share: string) => `part amortie dans cette période : ${share}`,
    ghg: "gaz à effet de serre",
    waste: "déchets",
    sorted: "trié",
    residual: "résiduel",
  },
  plan: {
    title: (name: string) => `Plan d’actions : ${name}`,
    budget: "Moyens financiers",
    effort: "Moyens humains",
    schedule: "Délais",
    criterion: "Critère d’évaluation",
    state: "Où en est la collecte",
    upToDate: (period: Period) => `les chiffres de ${periodName(period)} sont là`,
    figuresMissing: (period: Period, received: number, expected: number) =>
      `${number(received)} sur ${several(expected, "chiffre reçu", "chiffres reçus")} pour ${periodName(period)}`,
    notMeasured: "aucun indicateur chiffré",
    days: (count: string, year: number) => `${count} de référent en ${year}`,
    indicators: "Indicateurs",
    owner: (name: string) => `responsable : ${name}`,
    quote:
      "Le plan cite la date de 2025, qui est passée : Cairn donne la baisse brute et les projets financés, sans verdict.",
    open: "Ouvrir",
  },
  help: {
    title: "Ce que je sais faire",
    intro:
      "Je garde vivant le plan d’actions : je prends les chiffres, je rappelle les échéances, je calcule.",
    usage: "S’écrit",
    example: "Exemple",
    english: "En anglais",
    rules: "La casse et les accents ne comptent pas, un début de mot suffit.",
  },
};
