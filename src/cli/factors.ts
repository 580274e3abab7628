import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { restatementJson } from "../commands/restatement-json.ts";
import { noticeSentence } from "../messages/factor-notice-sentences.ts";
import { problemSentence } from "../messages/file-problem-sentences.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import type { FactorError } from "../store/factor-error.ts";
import { type FactorLayout, readFactorImport } from "../store/factor-import-file.ts";
import { type FactorImport, importFactors } from "../store/import-factors.ts";
import { changeJson, changeLines } from "./factors-text.ts";
import { type CliResult, exitStatus } from "./output.ts";
import { restatementLines } from "./restatement-text.ts";

/** Remarks shown in text before "and 12 others". */
const shownRemarks = 20;

/** One thing to say about a line of the file, or about a factor. */
type Remark = {
  readonly line: number;
  readonly column: string;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
};

function fileRemark(error: FactorError, messages: Messages): Remark {
  const message = problemSentence(messages.fileProblems.factorProblems, error);
  return { line: error.line, column: error.column ?? "", id: null, code: error.code, message };
}

function remarkLines(remarks: readonly Remark[], messages: Messages): string[] {
  const lines = remarks.slice(0, shownRemarks).map(({ line, column, id, message }) => {
    const place = messages.fileProblems.place(line, column);
    return `  ${messages.labelValue(id === null ? place : `${place}, ${id}`, message)}`;
  });
  const more = remarks.length - lines.length;
  return more > 0 ? [...lines, `  ${messages.bulk.factors.others(more)}`] : lines;
}

type Said = {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly confirmable: boolean;
};

/** What stops an import, and what it tells without stopping, with the line of each factor. */
function saidOf(outcome: FactorImport, lines: ReadonlyMap<string, number>, messages: Messages): Said {
  const { notices, unusable } = messages.bulk.factors;
  const at = (id: string) => ({ line: lines.get(id) ?? 1, column: "", id });
  const suspect = outcome.suspicions.map((suspicion): Remark => {
    return { ...at(suspicion.id), code: suspicion.code, message: noticeSentence(notices, suspicion) };
  });
  const unfit = outcome.unusable.map(({ id, indicator, unit, indicatorUnit }): Remark => {
    return { ...at(id), code: "factor_unit_mismatch", message: unusable(indicator, unit, indicatorUnit) };
  });
  const stopped = outcome.stopped;
  const warned = outcome.warnings.map((warning): Remark => {
    return { ...at(warning.id), code: warning.code, message: noticeSentence(notices, warning) };
  });
  return {
    errors: stopped ? [...unfit, ...suspect] : [],
    warnings: stopped ? warned : [...suspect, ...warned],
    confirmable: stopped && unfit.length === 0,
  };
}

function counts({ changes, same }: FactorImport): [added: number, changed: number, same: number] {
  const added = changes.filter(({ before }) => before === null).length;
  return [added, changes.length - added, same];
}

function jsonOf(outcome: FactorImport, said: Said, layout: FactorLayout, dryRun: boolean): JsonObject {
  const [added, changed, unchanged] = outcome.stopped ? [0, 0, 0] : counts(outcome);
  return {
    ok: !outcome.stopped,
    ...{ layout, dryRun, added, changed, unchanged },
    changes: outcome.changes.map(changeJson),
    errors: said.errors,
    warnings: said.warnings,
    restatements: outcome.restatements.map(restatementJson),
  };
}

async function textOf(cairn: Cairn, outcome: FactorImport, said: Said, dryRun: boolean): Promise<string> {
  const messages = messagesFor(cairn.language);
  const { nothing, confirm, wouldDo, done, warnings } = messages.bulk.factors;
  const remarks =
    said.warnings.length === 0
      ? []
      : [warnings(said.warnings.length), ...remarkLines(said.warnings, messages)];
  const changes = changeLines(outcome.changes, messages);
  if (outcome.stopped) {
    const errors = remarkLines(said.errors, messages);
    const hint = said.confirmable ? [confirm] : [];
    return [...changes, nothing(said.errors.length), ...errors, ...hint, ...remarks].join("\n");
  }
  const restated = restatementLines(outcome.restatements, await cairn.plan(), messages);
  const head = (dryRun ? wouldDo : done)(...counts(outcome));
  return [...changes, head, ...restated, ...remarks].join("\n");
}

function unreadable(
  errors: readonly FactorError[],
  layout: FactorLayout,
  dryRun: boolean,
  messages: Messages,
): CliResult {
  const said = errors.map((error) => fileRemark(error, messages));
  const nothing = {
    layout,
    dryRun,
    added: 0,
    changed: 0,
    unchanged: 0,
    changes: [],
    warnings: [],
    restatements: [],
  };
  const text = [messages.bulk.factors.nothing(said.length), ...remarkLines(said, messages)].join("\n");
  return { status: exitStatus.refused, json: { ok: false, ...nothing, errors: said }, text };
}

/** Imports a file of emission factors, Cairn's own or ADEME's Base Carbone, all or nothing. */
export async function factorsImport(
  cairn: Cairn,
  path: string,
  { dryRun, confirmed }: { readonly dryRun: boolean; readonly confirmed: boolean },
): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const file = await readFactorImport(path);
  if (!file.ok) return unreadable(file.errors, file.layout, dryRun, messages);
  const at = new Date().toISOString();
  const imported = await importFactors(cairn.db, file.factors, { by: "operator", at, confirmed, dryRun });
  const outcome = { ...imported, warnings: [...file.warnings, ...imported.warnings] };
  const said = saidOf(outcome, file.lines, messages);
  return {
    status: outcome.stopped ? exitStatus.refused : exitStatus.done,
    json: jsonOf(outcome, said, file.layout, dryRun),
    text: await textOf(cairn, outcome, said, dryRun),
  };
}
