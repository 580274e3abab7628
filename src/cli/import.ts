import type { Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { decimal } from "../domain/decimal.ts";
import { numberProfileOf } from "../domain/number-text.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import { mayDo } from "../domain/rights.ts";
import { isoText } from "../domain/wall-clock.ts";
import { problemSentence } from "../messages/file-problem-sentences.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { ensurePerson, personByEmail } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import { readFigureFile } from "./figure-file.ts";
import type { FigureFileError } from "./figure-table.ts";
import { type Giver, type ImportOutcome, importFigures } from "./import-figures.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** Who runs the command on the server when nobody is named: not a member of the workspace. */
const operator = { email: "operator@localhost", name: "Opérateur", language: null } as const;

/** Who imports: nobody but the operator may be unnamed, and only an administrator may be named. */
async function refuseImporter({ plan }: Cairn, email: string): Promise<Refusal | null> {
  const { people } = await plan();
  const listed = people.find((person) => person.email.toLowerCase() === email.toLowerCase());
  if (listed === undefined) return refuse("unknown_person", { as: email }).refusal;
  if (mayDo("import", listed.role, false)) return null;
  return refuse("not_allowed", { verb: "import", indicator: null, owner: null }).refusal;
}

/** The importer's opaque id; the operator becomes known with their first import, and not before. */
async function importerId(trx: Transaction<Schema>, email: string | null): Promise<string> {
  const person = email === null ? await ensurePerson(trx, operator) : await personByEmail(trx, email);
  if (person === null) throw new Error(`${email} is in the plan but not among the people.`);
  return person.id;
}

function errorJson(error: FigureFileError, messages: Messages): JsonObject {
  const { line, column } = error;
  if ("problem" in error) {
    const message = problemSentence(messages.fileProblems.figureProblems, error.problem);
    return { line, column, code: error.code ?? error.problem.code, message };
  }
  const { message } = sentenceOf(messages.refusals, error.refusal);
  return { line, column, code: error.refusal.code, message };
}

/** A surprising figure that is imported all the same: what it is, and what was expected. */
function warningJson(error: FigureFileError, messages: Messages): JsonObject {
  if (!("refusal" in error) || error.refusal.code !== "implausible_value") return errorJson(error, messages);
  const { data } = error.refusal;
  const written = (value: string) =>
    messages.format.amount(decimal(value), messages.unitName(data.unit, decimal(value)));
  const usual = data.reason === "median" ? data.median : data.reason === "bound" ? data.bound : null;
  const message = messages.bulk.surprising(
    written(data.value),
    data.period,
    usual === null ? null : written(usual),
  );
  return { line: error.line, column: error.column, code: error.refusal.code, message };
}

function outcomeText(outcome: ImportOutcome, dryRun: boolean, messages: Messages): string {
  const { importFile, fileProblems } = messages;
  const lines = (errors: readonly FigureFileError[], json: typeof errorJson) =>
    errors.map((error) => {
      const { message } = json(error, messages);
      return `  ${messages.labelValue(fileProblems.place(error.line, error.column), String(message))}`;
    });
  if (outcome.errors.length > 0)
    return [importFile.nothing(outcome.errors.length), ...lines(outcome.errors, errorJson)].join("\n");
  const head = dryRun ? importFile.wouldImport : importFile.imported;
  return [
    head(outcome.imported, outcome.skipped),
    ...(outcome.warnings.length === 0
      ? []
      : [importFile.warnings(outcome.warnings.length), ...lines(outcome.warnings, warningJson)]),
  ].join("\n");
}

function refusedImport(refusal: Refusal, messages: Messages): CliResult {
  const { message, hint } = sentenceOf(messages.refusals, refusal);
  const errors = [{ line: 0, column: "", code: refusal.code, message }];
  return {
    status: exitStatus.refused,
    json: { imported: 0, skipped: 0, errors },
    text: `${message}\n${hint}`,
  };
}

function importResult(outcome: ImportOutcome, dryRun: boolean, messages: Messages): CliResult {
  const { imported, skipped } = outcome;
  const errors = outcome.errors.map((error) => errorJson(error, messages));
  const warnings = outcome.warnings.map((error) => warningJson(error, messages));
  const status = errors.length === 0 ? exitStatus.done : exitStatus.refused;
  return {
    status,
    json: { imported, skipped, errors, warnings },
    text: outcomeText(outcome, dryRun, messages),
  };
}

/** Imports a file of figures, all or nothing, as that person or as the operator. */
export async function importFile(
  cairn: Cairn,
  path: string,
  { as, dryRun }: { as: string | null; dryRun: boolean },
): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const refusal = as === null ? null : await refuseImporter(cairn, as);
  if (refusal !== null) return refusedImport(refusal, messages);
  const person = as === null ? null : await personByEmail(cairn.db, as);
  const now = Temporal.Now.instant();
  const profile = numberProfileOf(person ?? { numberProfile: null }, person?.language ?? cairn.language);
  const plan = await cairn.plan();
  const { timeZone } = plan;
  const file = await readFigureFile(path, { plan, now, profile });
  const at = isoText(now);
  const giverIn = async (trx: Transaction<Schema>): Promise<Giver> => {
    const personId = await importerId(trx, as);
    return () => ({ personId, platform: "import", at });
  };
  return importResult(
    await importFigures({ db: cairn.db, timeZone }, file, giverIn, dryRun),
    dryRun,
    messages,
  );
}
