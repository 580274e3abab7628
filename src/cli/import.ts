import { Temporal } from "temporal-polyfill";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { refuse } from "../domain/refusal.ts";
import { mayDo } from "../domain/rights.ts";
import { problemSentence } from "../messages/file-problem-sentences.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { ensurePerson, type Person, personByEmail } from "../store/people.ts";
import { type FigureFileError, readFigureFile } from "./figure-file.ts";
import { type ImportOutcome, importFigures } from "./import-figures.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** Who runs the command on the server when nobody is named: not a member of the workspace. */
const operator = { email: "operator@localhost", name: "Opérateur", language: null } as const;

/** The person who imports; null when the plan gives them no right to. */
async function importer({ db, plan }: Cairn, email: string | null): Promise<Person | null> {
  if (email === null) return await db.transaction().execute((trx) => ensurePerson(trx, operator));
  const { people } = await plan();
  const listed = people.find((person) => person.email.toLowerCase() === email.toLowerCase());
  return listed !== undefined && mayDo("import", listed.role, false) ? await personByEmail(db, email) : null;
}

function errorJson(error: FigureFileError, messages: Messages): JsonObject {
  const { line, column } = error;
  if ("problem" in error) {
    const message = problemSentence(messages.fileProblems.figureProblems, error.problem);
    return { line, column, code: error.problem.code, message };
  }
  return {
    line,
    column,
    code: error.refusal.code,
    message: sentenceOf(messages.refusals, error.refusal).message,
  };
}

function outcomeText(outcome: ImportOutcome, dryRun: boolean, messages: Messages): string {
  const { importFile, fileProblems } = messages;
  const lines = (errors: readonly FigureFileError[]) =>
    errors.map((error) => {
      const { message } = errorJson(error, messages);
      return `  ${messages.labelValue(fileProblems.place(error.line, error.column), String(message))}`;
    });
  if (outcome.errors.length > 0)
    return [importFile.nothing(outcome.errors.length), ...lines(outcome.errors)].join("\n");
  const head = dryRun ? importFile.wouldImport : importFile.imported;
  return [
    head(outcome.imported, outcome.skipped),
    ...(outcome.warnings.length === 0
      ? []
      : [importFile.warnings(outcome.warnings.length), ...lines(outcome.warnings)]),
  ].join("\n");
}

/** Imports a file of figures, all or nothing, as that person or as the operator. */
export async function importFile(
  cairn: Cairn,
  path: string,
  options: { as: string | null; dryRun: boolean },
): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const person = await importer(cairn, options.as);
  if (person === null) {
    const { refusal } = refuse("not_allowed", { verb: "import", indicator: null, owner: null });
    const { message, hint } = sentenceOf(messages.refusals, refusal);
    const errors = [{ line: 0, column: "", code: refusal.code, message }];
    return {
      status: exitStatus.refused,
      json: { imported: 0, skipped: 0, errors },
      text: `${message}\n${hint}`,
    };
  }
  const now = Temporal.Now.instant();
  const file = await readFigureFile(path, await cairn.plan(), now);
  const at = now.toString({ fractionalSecondDigits: 3 });
  const outcome = file.ok
    ? await importFigures(
        cairn.db,
        file.figures,
        () => ({ personId: person.id, platform: "import", at }),
        options.dryRun,
      )
    : { imported: 0, skipped: 0, errors: file.errors, warnings: [] };
  const { imported, skipped } = outcome;
  const errors = outcome.errors.map((error) => errorJson(error, messages));
  const warnings = outcome.warnings.map((error) => errorJson(error, messages));
  const status = errors.length === 0 ? exitStatus.done : exitStatus.refused;
  return {
    status,
    json: { imported, skipped, errors, warnings },
    text: outcomeText(outcome, options.dryRun, messages),
  };
}
