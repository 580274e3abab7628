import type { Cairn } from "../commands/request.ts";
import { restatementJson } from "../commands/restatement-json.ts";
import type { Language } from "../messages/messages.ts";
import { messagesFor } from "../messages/messages.ts";
import { applyPlan, knownUnits, readPlan } from "../store/apply-plan.ts";
import { type CliResult, exitStatus } from "./output.ts";
import { differenceText, planReadingJson, planReadingText } from "./plan-text.ts";
import { restatementLines } from "./restatement-text.ts";

/** Checks a plan file, with the factor file it names, without touching any database. */
export async function planCheck(path: string, language: Language): Promise<CliResult> {
  const messages = messagesFor(language);
  const reading = await readPlan(path, null);
  if (!reading.ok) {
    const json = { ok: false, errors: planReadingJson(reading, messages) };
    return { status: exitStatus.refused, json, text: planReadingText(reading, messages) };
  }
  return { status: exitStatus.done, json: { ok: true, errors: [] }, text: messages.planFile.good };
}

/** Shows what a plan file changes, and applies it unless it is a dry run. Entries are never touched. */
export async function planApply({ db, language }: Cairn, path: string, dryRun: boolean): Promise<CliResult> {
  const messages = messagesFor(language);
  const reading = await readPlan(path, await knownUnits(db));
  if (!reading.ok) {
    const json = { ok: false, errors: planReadingJson(reading, messages) };
    return { status: exitStatus.refused, json, text: planReadingText(reading, messages) };
  }
  const difference = await applyPlan(db, reading.value, {
    by: "operator",
    at: new Date().toISOString(),
    dryRun,
  });
  const { changes, factorsAdded, factorsChanged, restatements, uncounted } = difference;
  const shown = changes.map(({ kind, path: where, before, after }) => ({
    kind,
    path: where.join("."),
    before,
    after,
  }));
  const restated = restatements.map(restatementJson);
  const json = {
    ok: true,
    dryRun,
    changes: shown,
    factorsAdded,
    factorsChanged,
    restatements: restated,
    uncounted,
  };
  const warnings = uncounted.map(({ indicator, figures }) => messages.planFile.uncounted(indicator, figures));
  const lines = restatementLines(restatements, reading.value.plan, messages);
  return {
    status: exitStatus.done,
    json,
    text: [differenceText(difference, messages), ...warnings, ...lines].join("\n"),
  };
}
