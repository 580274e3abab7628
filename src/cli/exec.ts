import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import { handle } from "../commands/handle.ts";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn, Request } from "../commands/request.ts";
import { refuse } from "../domain/refusal.ts";
import { messagesFor } from "../messages/messages.ts";
import { sentenceOf } from "../messages/refusal-sentences.ts";
import { drawCard } from "../platforms/terminal/draw.ts";
import { replyJson } from "../platforms/terminal/reply.ts";
import { codeOf } from "../store/errors.ts";
import { readInstant } from "./instant.ts";
import { type CliResult, type ExitStatus, endProgress, exitStatus, print, progress, say } from "./output.ts";

/** One line for one person; `at` is the instant it is said to be, now when null. */
export type ExecLine = { readonly as: string; readonly at: Temporal.Instant | null; readonly line: string };

function requestOf({ as, at, line }: ExecLine): Request {
  return { email: as, line, now: at ?? Temporal.Now.instant(), platform: "terminal" };
}

/** Runs one chat line through the terminal platform. */
export async function exec(cairn: Cairn, line: ExecLine): Promise<CliResult> {
  const reply = await handle(cairn, requestOf(line));
  const text = drawCard(reply.card);
  return { status: reply.ok ? exitStatus.done : exitStatus.refused, json: replyJson(reply), text };
}

/** The line of a batch, or null when it is not `{"as","at","line"}`. */
function readBatchLine(text: string): ExecLine | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const { as, at, line }: { as?: unknown; at?: unknown; line?: unknown } = parsed;
  if (typeof as !== "string" || typeof line !== "string") return null;
  if (at === undefined || at === null) return { as, at: null, line };
  const instant = typeof at === "string" ? readInstant(at) : null;
  return instant === null ? null : { as, at: instant, line };
}

function badLine(cairn: Cairn): JsonObject {
  const { refusal } = refuse("missing_argument", {
    argument: "line",
    usage: '{"as":"…","at":"…","line":"…"}',
  });
  const { message, hint } = sentenceOf(messagesFor(cairn.language).refusals, refusal);
  return { ok: false, command: "", error: { code: refusal.code, message, hint, data: { argument: "line" } } };
}

/** Why a file cannot be opened, in words; null when it can. */
async function unreadableFile(cairn: Cairn, file: string): Promise<string | null> {
  try {
    await access(file, constants.R_OK);
    return null;
  } catch (error) {
    const { labelValue, fileProblems } = messagesFor(cairn.language);
    return labelValue(file, fileProblems.figureProblems.unreadable_file({ reason: codeOf(error) ?? "?" }));
  }
}

/**
 * Runs a file of lines in order, writing each result as soon as it is committed. A refusal does not stop
 * the rest. Done whatever the lines came to; refused when the file cannot be read.
 */
export async function execBatch(cairn: Cairn, file: string): Promise<ExitStatus> {
  const unreadable = await unreadableFile(cairn, file);
  if (unreadable !== null) {
    await say(unreadable);
    return exitStatus.refused;
  }
  const input = createReadStream(file, "utf8");
  let done = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === "") continue;
    const line = readBatchLine(text);
    const result = line === null ? badLine(cairn) : replyJson(await handle(cairn, requestOf(line)));
    await print(JSON.stringify(result));
    done += 1;
    if (done % 50 === 0) progress(`${done}`);
  }
  endProgress();
  return exitStatus.done;
}
