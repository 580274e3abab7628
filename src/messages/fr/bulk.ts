import { decimal } from "../../domain/decimal.ts";
import type { LeftOutRow, TellingRatio } from "../../domain/factor-notice.ts";
import type { Period } from "../../domain/period.ts";
import type { RestatementReason } from "../../domain/restatement.ts";
import type { FactorNoticeSentences } from "../factor-notice-sentences.ts";
import { formatFor } from "../format.ts";
import { periodName, periodTitle } from "./words.ts";

const { number } = formatFor("fr-FR");

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count >= 2 ? many : one}`;
}

const exact = (text: string) => number(decimal(text));

const leftOut: Readonly<Record<LeftOutRow, string>> = {
  not_a_factor: "ce n’est pas un facteur d’émission",
  no_total: "le total est vide",
  negative_total: "le total est négatif (carbone stocké), ce qu’un bilan brut ne compte pas",
  unreadable_unit: "l’unité n’est pas de la forme kgCO2e/…",
};

const tellingRatios: Readonly<Record<TellingRatio, string>> = {
  "pcs-pci": "celui du kWh PCS au kWh PCI",
  "mj-kwh": "celui du kWh au MJ",
  "carbon-co2": "celui du CO2 au carbone",
};

/** « environ 10 fois plus », « environ 1 000 fois moins », ou rien du tout. */
function times(power: number | null): string {
  if (power === null) return "la valeur tombe à zéro";
  return `environ ${number(10 ** Math.abs(power))} fois ${power > 0 ? "plus" : "moins"}`;
}

const notices: FactorNoticeSentences = {
  magnitude: ({ other, before, after, unit, power }) =>
    `${exact(before)} → ${exact(after)} kgCO2e/${unit}, ${times(power)} que ${other} : unité ou virgule mal lue ?`,
  unit_changed: ({ other, before, after }) => `L’unité passe de « ${before} » (${other}) à « ${after} ».`,
  parts_differ_from_total: ({ parts, total }) =>
    `Les parts font ${exact(parts)} et le total dit ${exact(total)} : plus de 0,6 % d’écart.`,
  large_change: ({ other, before, after, ratio }) =>
    `${exact(before)} → ${exact(after)}, soit × ${exact(ratio)} par rapport à ${other} : est-ce le même périmètre, la même source ?`,
  telling_ratio: ({ other, ratio, between }) =>
    `Le rapport à ${other}, ${exact(ratio)}, est ${tellingRatios[between]} : vérifiez l’unité.`,
  same_record: ({ other, record, otherValue, value }) =>
    `${other} cite la même fiche ${record} avec ${otherValue}, et non ${value} : deux règles ou deux éditions ?`,
  expired: ({ validTo }) => `La validité imprimée par la source est dépassée (${validTo}).`,
  archived: () => "La source a archivé ce facteur.",
  left_out: ({ why }) => `Laissé de côté : ${leftOut[why]}.`,
};

const reasons: Readonly<Record<RestatementReason, string>> = {
  finalised: "définitif, le facteur de l’année est publié",
  factor_version: "nouvelle version du facteur",
  factor_choice: "autre facteur",
  method: "autre règle de calcul",
  indicator_added: "indicateur ajouté au bilan",
  indicator_removed: "indicateur retiré du bilan",
  total: "total",
};

/** What imports and exports in bulk say, and the results they restate, in French. */
export const bulk = {
  unwritable: (path: string, reason: string) => `${path} ne peut pas être écrit (${reason}).`,
  biogenic: "CO2 biogénique",
  surprising: (amount: string, period: Period, usual: string | null) =>
    `${amount} pour ${periodName(period)} : ${usual === null ? "c’est un nombre démesuré" : `loin de ${usual}, l’habitude ou la limite du plan`}.`,
  factors: {
    notices,
    done: (added: number, changed: number, same: number) =>
      `Facteurs d’émission : ${several(added, "nouveau", "nouveaux")}, ${several(changed, "nouvelle version", "nouvelles versions")}, ${number(same)} sans changement.`,
    wouldDo: (added: number, changed: number, same: number) =>
      `Essai sans rien écrire : ${several(added, "facteur serait ajouté", "facteurs seraient ajoutés")}, ${several(changed, "changerait", "changeraient")}, ${number(same)} sans changement.`,
    nothing: (errors: number) => `Rien n’est importé : ${several(errors, "erreur", "erreurs")}.`,
    confirm: "Si ces valeurs sont bonnes, relancez avec --confirm.",
    unusable: (indicator: string, unit: string, indicatorUnit: string) =>
      `L’indicateur ${indicator} se mesure en ${indicatorUnit} et ne peut pas utiliser un facteur par ${unit}.`,
    warnings: (count: number) => `${several(count, "remarque", "remarques")} :`,
    others: (count: number) => `et ${several(count, "autre", "autres")}`,
    perUnit: (value: string, unit: string) => `${value} kgCO2e/${unit}`,
    fields: {
      name_fr: "nom",
      name_en: "nom anglais",
      unit: "unité",
      printed_total: "total",
      part_combustion: "combustion",
      part_upstream: "amont",
      part_losses: "pertes",
      part_manufacture: "fabrication",
      part_contrails: "traînées",
      part_use: "usage",
      co2_biogenic: "CO2 biogénique",
      uncertainty_pct: "incertitude en %",
      non_kyoto: "hors Kyoto",
      gwp_basis: "base des PRG",
      valid_from: "valable de",
      valid_to: "valable jusqu’à",
      source: "source",
      seen_in: "lu dans",
      confidence: "confiance",
      note: "note",
    },
    nothingThere: "vide",
  },
  restated: {
    title: (periods: number) => `Résultats passés revus : ${several(periods, "période", "périodes")}.`,
    line: (period: Period, before: string, after: string) => `${periodTitle(period)} : ${before} → ${after}`,
    indicator: (label: string, before: string, after: string, reason: RestatementReason) =>
      `${label} : ${before} → ${after} (${reasons[reason]})`,
    factors: (before: string, after: string) => ` ; facteur ${before} → ${after}`,
    none: "absent",
  },
};
