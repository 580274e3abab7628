import { refusalJson } from "../commands/json.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Messages } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** A refusal of the command line: its JSON is that of a refused chat line. */
export function refusedResult(
  refusal: Refusal,
  command: string,
  timeZone: string,
  messages: Messages,
): CliResult {
  const { message, hint } = sentenceOf(messages.refusals, refusal);
  const error = { code: refusal.code, message, hint, data: refusalJson(refusal, timeZone) };
  return { status: exitStatus.refused, json: { ok: false, command, error }, text: `${message}\n${hint}` };
}
