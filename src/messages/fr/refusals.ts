import { decimal } from "../../domain/decimal.ts";
import type { Argument, Findable, RefusalData } from "../../domain/refusal.ts";
import type { Format } from "../format.ts";
import { type RefusalSentences, shortened } from "../refusal-sentences.ts";
import { absenceConflict, timeSentence } from "./reminders.ts";
import { targets } from "./targets.ts";
import { periodName, periodTitle, unitName } from "./words.ts";

const findables: Readonly<Record<Findable, string>> = {
  figure: "de chiffre enregistré",
  action: "d’action du plan",
  subject: "de sujet de ce nom",
  verb: "de commande",
  person: "de personne du plan",
  delegate: "d’autre personne du plan",
  absence: "d’absence en cours ou à venir",
  project: "de projet",
  delivery: "d’envoi à décider",
  question: "de question en cours",
};

const whereToFind: Readonly<Record<Findable, string>> = {
  figure: "S’il a été annulé ou jamais donné, donnez-le avec /saisir.",
  action: "Les actions vont de AI.1 à AI.4 et de AE.1 à AE.3 : tapez /cairn plan pour les voir.",
  subject: "Essayez ges, dechets, ou un indicateur : /cairn plan les montre.",
  verb: "Tapez /cairn aide pour voir tout ce que je sais faire.",
  person: "Donnez l’adresse d’une personne du plan.",
  delegate: "Donnez l’adresse d’une personne du plan, autre que la personne absente.",
  absence: "Tapez /cairn rappels pour voir vos absences.",
  project: "Tapez /cairn projet pour voir leurs numéros.",
  delivery: "Tapez /cairn envois pour voir ceux qui attendent.",
  question:
    "Tapez /cairn transmettre pour revoir vos questions ; le binôme référent les voit toutes avec /cairn repondre.",
};

const missingArguments: Readonly<Record<Argument, string>> = {
  indicator: "l’indicateur",
  value: "la valeur",
  period: "la période",
  subject: "le sujet",
  line: "la ligne à exécuter",
  day: "un jour",
};

function offer(suggestions: readonly string[], otherwise: string): string {
  if (suggestions.length === 0) return otherwise;
  return `Vouliez-vous dire ${suggestions.map((each) => `« ${each} »`).join(" ou ")} ?`;
}

/** Each refusal in French, with numbers written in that format: what happened, then what to do next. */
export function refusalsIn({ number, list }: Format): RefusalSentences {
  const grouped = number(decimal("1234.5")).replace(/\s/u, " ");
  const ungrouped = grouped.replace(/(?<=^1)\D/u, "");
  function amount(value: string, unit: string): string {
    return `${number(decimal(value))}\u00A0${unitName(unit, decimal(value))}`;
  }

  function whyImplausible(data: RefusalData["implausible_value"]): string {
    if (data.reason === "bound") return `le plan fixe une limite de ${amount(data.bound, data.unit)}`;
    if (data.reason === "size") return "c’est un nombre démesuré";
    const usual = `l’habitude (${amount(data.median, data.unit)})`;
    return decimal(data.value).gt(decimal(data.median))
      ? `c’est plus de trois fois ${usual}`
      : `c’est moins du tiers de ${usual}`;
  }

  function pastFigures({ history, unit }: RefusalData["implausible_value"]): string {
    if (history.length === 0) return "";
    const shown = history.map(({ period, value }) => `${periodName(period)} : ${amount(value, unit)}`);
    return ` Chiffres connus : ${shown.join(" ; ")}.`;
  }

  return {
    unknown_command: ({ typed, suggestions }) => ({
      message: typed === "" ? "La ligne est vide." : `Je ne connais pas la commande « ${shortened(typed)} ».`,
      hint: offer(suggestions, "Tapez /cairn aide pour voir tout ce que je sais faire."),
    }),
    unknown_indicator: ({ typed, suggestions }) => ({
      message: `Je ne trouve pas l’indicateur « ${shortened(typed)} » dans le plan.`,
      hint: offer(suggestions, "Tapez /cairn plan pour voir les indicateurs suivis."),
    }),
    ambiguous_indicator: ({ typed, candidates }) => ({
      message: `« ${shortened(typed)} » peut désigner plusieurs indicateurs.`,
      hint: `Précisez : ${candidates.join(", ")}.`,
    }),
    invalid_number: ({ typed, expected }) => {
      if (expected !== undefined)
        return { message: `« ${shortened(typed)} » ne convient pas ici.`, hint: targets.expected[expected] };
      return {
        message:
          typed === ""
            ? "Il manque un nombre."
            : `« ${shortened(typed)} » n’est pas un nombre que je sais lire.`,
        hint: `Écrivez par exemple ${ungrouped} ou ${grouped}, suivi de l’unité si vous voulez.`,
      };
    },
    ambiguous_number: ({ typed, readings }) => ({
      message: `« ${shortened(typed)} » peut vouloir dire ${number(decimal(readings[0]))} ou ${number(decimal(readings[1]))}.`,
      hint: "Choisissez l’un des deux : je préfère demander plutôt que deviner.",
    }),
    negative_value: ({ typed }) => ({
      message: `« ${shortened(typed)} » est négatif : une quantité ne peut pas l’être.`,
      hint: "Retirez le signe, ou corrigez le chiffre d’origine avec /cairn corriger.",
    }),
    not_an_integer: ({ value, unit }) => ({
      message: `${amount(value, unit)} : cet indicateur se compte en nombres entiers.`,
      hint: "Donnez un nombre sans décimales.",
    }),
    unit_mismatch: ({ typed, unit, accepted }) => ({
      message: `« ${shortened(typed)} » n’est pas une unité de cet indicateur, qui se mesure en ${unitName(unit, decimal(2))}.`,
      hint: `Unités acceptées : ${list(accepted)}. Une note vient après l’unité ou le trimestre.`,
    }),
    implausible_value: (data) => ({
      message: `${amount(data.value, data.unit)} pour ${periodName(data.period)} me surprend : ${whyImplausible(data)}. Rien n’est enregistré.${pastFigures(data)}`,
      hint: "Si le chiffre est bon, renvoyez la même ligne avec le mot confirmer à la fin.",
    }),
    invalid_period: (data) =>
      data.problem === undefined
        ? {
            message: `« ${data.typed} » n’est pas une période que je sais lire.`,
            hint: "Écrivez un trimestre (T3, T3 2026, 2026-T3) ou une année (2025).",
          }
        : timeSentence(data),
    future_period: ({ period, current }) => ({
      message: `${periodTitle(period)} n’a pas encore commencé.`,
      hint: `La période en cours est ${periodName(current)}.`,
    }),
    period_closed: ({ period }) => ({
      message: `${periodTitle(period)} est clos.`,
      hint: "Demandez à un référent de le rouvrir.",
    }),
    already_submitted: ({ entry, line }) => ({
      message: `Un chiffre existe déjà pour ${periodName(entry.period)} : ${amount(entry.value?.toFixed() ?? "0", entry.unit)}.`,
      hint: `Pour le remplacer, donnez le motif : ${line}`,
    }),
    missing_reason: ({ usage }) => ({
      message: "Il manque le motif.",
      hint: `Il reste dans l’historique, pour celles et ceux qui liront ce chiffre : ${usage}`,
    }),
    missing_argument: ({ argument, usage }) => ({
      message: `Il manque ${missingArguments[argument]}.`,
      hint: `La ligne s’écrit : ${usage}`,
    }),
    not_allowed: ({ verb, indicator, owner }) => ({
      message:
        indicator === null
          ? verb === "absence"
            ? "Vous pouvez dire vos absences, pas celles d’une autre personne."
            : `Votre rôle ne permet pas « ${verb} ».`
          : `L’indicateur ${indicator} n’est pas le vôtre : « ${verb} » ne vous est pas ouvert.`,
      hint:
        owner === null
          ? verb === "import"
            ? "Demandez à une personne qui administre le plan."
            : "Demandez à l’un des référents du plan."
          : `Son responsable est ${owner} ; un référent peut aussi le faire.`,
    }),
    unknown_person: ({ as }) => ({
      message: `Je ne connais pas ${as === "" ? "cette personne" : as}.`,
      hint: "L’adresse doit figurer parmi les personnes du plan ; un administrateur peut l’y ajouter.",
    }),
    not_found: ({ what, typed }) => ({
      message: `Il n’y a pas ${findables[what]}${typed === "" ? "" : ` pour « ${shortened(typed)} »`}.`,
      hint: whereToFind[what],
    }),
    too_long: ({ length, limit }) => ({
      message: `C’est trop long : ${number(decimal(length))} caractères, pour ${number(decimal(limit))} au plus.`,
      hint: "Raccourcissez la ligne ou la note.",
    }),
    conflict: (data) =>
      "absence" in data
        ? absenceConflict(data.absence, data.other)
        : {
            message: `${periodTitle(data.period)} ferait double compte avec ${list(data.other.map(periodName))}, dont ${data.other.length > 1 ? "les chiffres existent" : "le chiffre existe"} déjà.`,
            hint: "Un indicateur se donne soit par trimestre, soit pour l’année entière. Annulez l’un avec /cairn annuler.",
          },
    busy: ({ holder }) => ({
      message: `La base de données est déjà ouverte par ${holder}.`,
      hint: "Arrêtez ce programme ou attendez qu’il finisse, puis recommencez.",
    }),
  };
}
