import type { Expected, Found, PlanProblemData } from "../../domain/plan-problem.ts";
import type {
  FactorProblemSentences,
  FigureProblemSentences,
  PlanProblemSentences,
} from "../file-problem-sentences.ts";

const expected: Readonly<Record<Expected, string>> = {
  text: "un texte",
  mapping: "un bloc de clés",
  list: "une liste",
  "non-empty-list": "une liste d’au moins un élément",
  integer: "un nombre entier",
  decimal: "un nombre",
  "positive-decimal": "un nombre supérieur à zéro",
  year: "une année sur quatre chiffres",
  quarter: "un trimestre comme 2026-T1",
  slug: "un nom court en minuscules, chiffres et traits d’union",
  name: "un nom",
  unit: "une unité",
  "action-code": "un code d’action comme AI.1",
  email: "une adresse électronique",
  factor: "un identifiant de facteur, ou un par année",
  "factor-id": "un identifiant de facteur",
};

const duplicates: Readonly<Record<PlanProblemData["duplicate"]["what"], string>> = {
  action: "L’action",
  name: "Le nom",
  person: "La personne",
  target: "L’objectif",
  value: "La valeur",
  referent: "Le référent",
};

const references: Readonly<Record<PlanProblemData["unknown_reference"]["what"], string>> = {
  action: "Aucune action ne porte le code",
  person: "Aucune personne du plan n’a l’adresse",
  factor: "Aucun facteur d’émission ne porte l’identifiant",
  subject: "Aucun indicateur ni total ne s’appelle",
};

function found({ kind, text }: Found): string {
  if (kind === "text") return `« ${text} »`;
  if (kind === "list") return "une liste";
  return kind === "mapping" ? "un bloc de clés" : "rien";
}

function perhaps(nearest: string | null): string {
  return nearest === null ? "" : ` Vouliez-vous dire « ${nearest} » ?`;
}

function bounds(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `, de ${from} à ${to}`;
  if (from !== null) return `, au moins ${from}`;
  return to === null ? "" : `, au plus ${to}`;
}

const unreadable = ({ reason }: { readonly reason: string }) =>
  reason === "ENOENT" ? "Ce fichier n’existe pas." : `Ce fichier ne peut pas être lu (${reason}).`;
const tooLarge = ({ limitBytes }: { readonly limitBytes: number }) =>
  `Ce fichier est trop gros : ${limitBytes / 1_048_576} Mo au plus.`;
const notUtf8 = () =>
  "Ce fichier n’est pas enregistré en UTF-8. Dans le tableur, choisissez « CSV UTF-8 » au moment d’enregistrer.";
const empty = () => "Ce fichier est vide.";
const brokenCsv = ({ detail }: { readonly detail: string }) =>
  `Ce n’est plus un CSV lisible à partir d’ici (${detail}).`;
const missingColumn = ({ name }: { readonly name: string }) => `Il manque la colonne « ${name} ».`;
const cellCount = ({ expected: wanted, found: got }: { readonly expected: number; readonly found: number }) =>
  `Cette ligne a ${got} cellules au lieu de ${wanted}.`;

/** What is wrong in a plan file, in French. */
export const planProblems: PlanProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  tab_indentation: () => "YAML se décale avec des espaces, pas avec des tabulations.",
  broken_yaml: ({ detail }) => `Ce n’est plus du YAML lisible à partir d’ici (${detail}).`,
  missing_key: ({ key }) => `Il manque la clé « ${key} ».`,
  unknown_key: ({ key, nearest, known }) =>
    `La clé « ${key} » n’existe pas ici.${nearest === null ? ` Clés possibles : ${known.join(", ")}.` : perhaps(nearest)}`,
  wrong_key: ({ key, expected: wanted }) => `« ${key} » devrait être ${expected[wanted]}.`,
  wrong_value: ({ expected: wanted, found: got, from, to }) =>
    `Il faut ${expected[wanted]}${bounds(from, to)}, et il y a ${found(got)}.`,
  not_in_list: ({ typed, nearest, allowed }) =>
    `« ${typed} » n’est pas une valeur possible.${nearest === null ? ` Valeurs : ${allowed.join(", ")}.` : perhaps(nearest)}`,
  duplicate: ({ what, value }) => `${duplicates[what]} « ${value} » est là deux fois.`,
  reserved_name: ({ name }) => `« ${name} » désigne déjà autre chose.`,
  unknown_reference: ({ what, typed, nearest }) => `${references[what]} « ${typed} ».${perhaps(nearest)}`,
  owner_is_reader: ({ email }) =>
    `${email} est responsable d’un indicateur, mais son rôle est de lire seulement.`,
  referent_without_role: ({ email, role }) =>
    `${email} fait partie du binôme, mais son rôle est « ${role} ».`,
  unit_is_own: ({ unit }) => `« ${unit} » est déjà l’unité de l’indicateur.`,
  empty_series: () => "Une série de facteurs a besoin d’au moins une année.",
  amortisation_without_asset: ({ activity }) =>
    `Seules les immobilisations (asset) s’amortissent, pas « ${activity} ».`,
  asset_without_amortisation: () => "Une immobilisation a besoin d’une durée d’amortissement en années.",
  cut_off_without_waste: ({ activity }) =>
    `La règle du stock ne vaut que pour les déchets (waste, end-of-life), pas « ${activity} ».`,
  factor_unit_mismatch: ({ factor, factorUnit, unit }) =>
    `Le facteur « ${factor} » est donné par ${factorUnit}, alors que l’indicateur se mesure en ${unit}.`,
  unit_of_entries: ({ slug, unit, recorded }) =>
    `Des chiffres de « ${slug} » sont enregistrés en ${recorded} : ils seraient lus comme des ${unit}. Gardez ${recorded}, ou créez un autre indicateur.`,
  unknown_time_zone: ({ typed, nearest }) =>
    `« ${typed} » n’est pas un fuseau horaire connu.${perhaps(nearest)}`,
  stages_out_of_order: ({ before, after }) => `L’étape « ${before} » doit venir avant « ${after} ».`,
  hours_out_of_order: ({ from, to }) =>
    `Les heures d’envoi vont de ${from} à ${to} : la fin doit suivre le début.`,
  digest_outside_hours: ({ hour, from, to }) =>
    `Le résumé de ${hour} h tombe hors des heures d’envoi, de ${from} h à ${to} h.`,
};

/** What is wrong in a file of emission factors, in French. */
export const factorProblems: FactorProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  broken_csv: brokenCsv,
  missing_column: missingColumn,
  unknown_column: ({ name, nearest }) => `La colonne « ${name} » est inconnue.${perhaps(nearest)}`,
  duplicate_column: ({ name }) => `La colonne « ${name} » est là deux fois.`,
  wrong_cell_count: cellCount,
  missing_value: () => "Cette cellule ne peut pas être vide.",
  invalid_id: ({ typed }) => `« ${typed} » n’est pas un identifiant (minuscules, chiffres, traits d’union).`,
  duplicate_id: ({ id, firstLine }) => `Le facteur « ${id} » est déjà à la ligne ${firstLine}.`,
  invalid_number: ({ typed }) => `« ${typed} » n’est pas un nombre.`,
  negative_value: ({ typed }) => `« ${typed} » est négatif.`,
  ambiguous_number: ({ typed, readings }) =>
    `« ${typed} » peut vouloir dire ${readings[0]} ou ${readings[1]}.`,
  invalid_yes_no: ({ typed }) => `« ${typed} » devrait être yes ou no.`,
  broken_encoding: () =>
    "Des lettres accentuées sont abîmées à partir d’ici : le fichier a été enregistré dans un autre codage que le sien.",
  orphan_post: ({ id }) => `Ce poste appartient à l’élément ${id}, qui n’est pas dans le fichier.`,
  wrong_emission_unit: ({ typed }) =>
    `« ${typed} » n’est pas en kgCO2e : le facteur serait mille fois trop grand ou trop petit.`,
  parts_differ_from_total: ({ parts, total }) =>
    `Les parts font ${parts} et le total dit ${total} : plus de 0,7 % d’écart.`,
};

/** What is wrong in a file of figures as a file, in French. */
export const figureProblems: FigureProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  broken_csv: brokenCsv,
  missing_column: missingColumn,
  duplicate_column: ({ name }) => `La colonne « ${name} » est là deux fois.`,
  wrong_cell_count: cellCount,
  not_a_workbook: () =>
    "Ce fichier n’est pas un classeur Excel (.xlsx) lisible : enregistrez-le en .xlsx sans mot de passe, ou en CSV.",
  workbook_too_large: ({ limitBytes }) =>
    `Ce classeur se déplierait sur plus de ${limitBytes / 1_048_576} Mo : il n’est pas ouvert.`,
  no_sheet: () => "Ce classeur n’a aucune feuille visible.",
  date_cell: ({ date }) =>
    `Cette cellule contient une date (${date}) : mettez-la au format Texte et écrivez un trimestre comme 2026-T1, une année ou un nombre.`,
  failed_formula: ({ error }) => `Cette cellule contient l’erreur ${error} : corrigez la formule.`,
  formula_without_result: ({ formula }) =>
    `Cette cellule contient une formule (=${formula}) sans résultat enregistré : ouvrez le classeur, enregistrez-le, ou écrivez la valeur.`,
};

/** "ligne 12, colonne 3", of a file. */
export const place = (line: number, column: number | string | null) =>
  column === null || column === "" ? `ligne ${line}` : `ligne ${line}, colonne ${column}`;
