import type { Expected, Found, PlanProblemData } from "../../domain/plan-problem.ts";
import type {
  FactorProblemSentences,
  FigureProblemSentences,
  PlanProblemSentences,
} from "../file-problem-sentences.ts";

const expected: Readonly<Record<Expected, string>> = {
  text: "a text",
  mapping: "a block of keys",
  list: "a list",
  "non-empty-list": "a list of at least one item",
  integer: "a whole number",
  decimal: "a number",
  "positive-decimal": "a number above zero",
  year: "a year of four digits",
  quarter: "a quarter such as 2026-T1",
  slug: "a short name in lower case, digits and hyphens",
  name: "a name",
  unit: "a unit",
  "action-code": "an action code such as AI.1",
  email: "an e-mail address",
  factor: "a factor id, or one for each year",
  "factor-id": "a factor id",
};

const references: Readonly<Record<PlanProblemData["unknown_reference"]["what"], string>> = {
  action: "No action has the code",
  person: "Nobody in the plan has the address",
  factor: "No emission factor has the id",
  subject: "No indicator or total is called",
};

function found({ kind, text }: Found): string {
  if (kind === "text") return `“${text}”`;
  if (kind === "list") return "a list";
  return kind === "mapping" ? "a block of keys" : "nothing";
}

function perhaps(nearest: string | null): string {
  return nearest === null ? "" : ` Did you mean “${nearest}”?`;
}

function bounds(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `, from ${from} to ${to}`;
  if (from !== null) return `, at least ${from}`;
  return to === null ? "" : `, at most ${to}`;
}

const unreadable = ({ reason }: { readonly reason: string }) =>
  reason === "ENOENT" ? "This file does not exist." : `This file cannot be read (${reason}).`;
const tooLarge = ({ limitBytes }: { readonly limitBytes: number }) =>
  `This file is too big: ${limitBytes / 1_048_576} MB at most.`;
const notUtf8 = () => "This file is not saved as UTF-8. In the spreadsheet, choose “CSV UTF-8” when saving.";
const empty = () => "This file is empty.";
const brokenCsv = ({ detail }: { readonly detail: string }) =>
  `From here on this is not readable CSV (${detail}).`;
const missingColumn = ({ name }: { readonly name: string }) => `The column “${name}” is missing.`;
const cellCount = ({ expected: wanted, found: got }: { readonly expected: number; readonly found: number }) =>
  `This line has ${got} cells instead of ${wanted}.`;

/** What is wrong in a plan file, in English. */
export const planProblems: PlanProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  tab_indentation: () => "YAML is indented with spaces, not with tabs.",
  broken_yaml: ({ detail }) => `From here on this is not readable YAML (${detail}).`,
  missing_key: ({ key }) => `The key “${key}” is missing.`,
  unknown_key: ({ key, nearest, known }) =>
    `There is no key “${key}” here.${nearest === null ? ` Possible keys: ${known.join(", ")}.` : perhaps(nearest)}`,
  wrong_key: ({ key, expected: wanted }) => `“${key}” should be ${expected[wanted]}.`,
  wrong_value: ({ expected: wanted, found: got, from, to }) =>
    `It should be ${expected[wanted]}${bounds(from, to)}, and there is ${found(got)}.`,
  not_in_list: ({ typed, nearest, allowed }) =>
    `“${typed}” is not a possible value.${nearest === null ? ` Values: ${allowed.join(", ")}.` : perhaps(nearest)}`,
  duplicate: ({ what, value }) => `The ${what} “${value}” is there twice.`,
  reserved_name: ({ name }) => `“${name}” already means something else.`,
  unknown_reference: ({ what, typed, nearest }) => `${references[what]} “${typed}”.${perhaps(nearest)}`,
  owner_is_reader: ({ email }) => `${email} owns an indicator, but may only read.`,
  referent_without_role: ({ email, role }) =>
    `${email} is half of the pair of referents, but has the role “${role}”.`,
  unit_is_own: ({ unit }) => `“${unit}” is the indicator’s own unit already.`,
  empty_series: () => "A series of factors needs at least one year.",
  amortisation_without_asset: ({ activity }) => `Only assets are amortised, not “${activity}”.`,
  asset_without_amortisation: () => "An asset needs a number of years of amortisation.",
  cut_off_without_waste: ({ activity }) =>
    `The cut-off rule is for waste and end-of-life only, not “${activity}”.`,
  factor_unit_mismatch: ({ factor, factorUnit, unit }) =>
    `The factor “${factor}” is per ${factorUnit}, but the indicator is measured in ${unit}.`,
  unit_of_entries: ({ slug, unit, recorded }) =>
    `Figures of “${slug}” are recorded in ${recorded}: they would be read as ${unit}. Keep ${recorded}, or make another indicator.`,
  unknown_time_zone: ({ typed, nearest }) => `“${typed}” is not a known time zone.${perhaps(nearest)}`,
  stages_out_of_order: ({ before, after }) => `The stage “${before}” must come before “${after}”.`,
  hours_out_of_order: ({ from, to }) =>
    `Sending hours go from ${from} to ${to}: the end must follow the start.`,
  digest_outside_hours: ({ hour, from, to }) =>
    `The digest of ${hour}:00 falls outside the sending hours, ${from}:00 to ${to}:00.`,
};

/** What is wrong in a file of emission factors, in English. */
export const factorProblems: FactorProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  broken_csv: brokenCsv,
  missing_column: missingColumn,
  unknown_column: ({ name, nearest }) => `The column “${name}” is unknown.${perhaps(nearest)}`,
  duplicate_column: ({ name }) => `The column “${name}” is there twice.`,
  wrong_cell_count: cellCount,
  missing_value: () => "This cell cannot be empty.",
  invalid_id: ({ typed }) => `“${typed}” is not an id (lower case, digits, hyphens).`,
  duplicate_id: ({ id, firstLine }) => `The factor “${id}” is already on line ${firstLine}.`,
  invalid_number: ({ typed }) => `“${typed}” is not a number.`,
  negative_value: ({ typed }) => `“${typed}” is negative.`,
  ambiguous_number: ({ typed, readings }) => `“${typed}” can mean ${readings[0]} or ${readings[1]}.`,
  invalid_yes_no: ({ typed }) => `“${typed}” should be yes or no.`,
  broken_encoding: () =>
    "Accented letters are damaged from here on: the file was saved in another encoding than its own.",
  orphan_post: ({ id }) => `This post belongs to element ${id}, which is not in the file.`,
  wrong_emission_unit: ({ typed }) =>
    `“${typed}” is not in kgCO2e: the factor would be a thousand times too big or too small.`,
  parts_differ_from_total: ({ parts, total }) =>
    `The parts make ${parts} and the total says ${total}: more than 0.7% apart.`,
};

/** What is wrong in a file of figures as a file, in English. */
export const figureProblems: FigureProblemSentences = {
  unreadable_file: unreadable,
  file_too_large: tooLarge,
  not_utf8: notUtf8,
  empty_file: empty,
  broken_csv: brokenCsv,
  missing_column: missingColumn,
  duplicate_column: ({ name }) => `The column “${name}” is there twice.`,
  wrong_cell_count: cellCount,
  not_a_workbook: () =>
    "This file is not an Excel workbook (.xlsx) that can be read: save it as .xlsx without a password, or as CSV.",
  workbook_too_large: ({ limitBytes }) =>
    `This workbook would unpack to more than ${limitBytes / 1_048_576} MB: it is not opened.`,
  no_sheet: () => "This workbook has no visible sheet.",
  date_cell: ({ date }) =>
    `This cell holds a date (${date}): format it as Text and write a quarter such as 2026-T1, a year or a number.`,
  failed_formula: ({ error }) => `This cell holds the error ${error}: mend the formula.`,
  formula_without_result: ({ formula }) =>
    `This cell holds a formula (=${formula}) without a saved result: open the workbook and save it, or write the value.`,
};

/** "line 12, column 3", of a file. */
export const place = (line: number, column: number | string | null) =>
  column === null || column === "" ? `line ${line}` : `line ${line}, column ${column}`;
