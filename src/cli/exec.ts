import { type FileHandle, open } from "node:fs/promises";
import { Temporal } from "temporal-polyfill";
import { handle } from "../commands/handle.ts";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn, Request } from "../commands/request.ts";
import { messagesFor } from "../messages/messages.ts";
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

/** The line of a batch, or what is wrong with it. */
function readBatchLine(text: string): ExecLine | "not_an_object" | "bad_instant" {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return "not_an_object";
  }
  if (typeof parsed !== "object" || parsed === null) return "not_an_object";
  const { as, at, line }: { as?: unknown; at?: unknown; line?: unknown } = parsed;
  if (typeof as !== "string" || typeof line !== "string") return "not_an_object";
  if (at === undefined || at === null) return { as, at: null, line };
  const instant = typeof at === "string" ? readInstant(at) : null;
  return instant === null ? "bad_instant" : { as, at: instant, line };
}

/** The result of a line of a batch that cannot be run; `number` counts the file's lines from 1. */
function badLine({ language }: Cairn, number: number, fault: "not_an_object" | "bad_instant"): JsonObject {
  const { message, hint } = messagesFor(language).batch[fault](number);
  const data = { argument: "line", line: number };
  return { ok: false, command: "", error: { code: "missing_argument", message, hint, data } };
}

/** The file of a batch, open for reading, or the sentence that says why it is not. */
async function openBatch(cairn: Cairn, path: string): Promise<FileHandle | string> {
  const { labelValue, fileProblems } = messagesFor(cairn.language);
  const say = (reason: string) => labelValue(path, fileProblems.figureProblems.unreadable_file({ reason }));
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
    return say("EISDIR");
  } catch (error) {
    return say(codeOf(error) ?? "?");
  }
}

/**
 * Runs a file of lines in order, writing each result as soon as it is committed. A refusal does not stop
 * the rest. Done whatever the lines came to; refused when the file cannot be read.
 */
export async function execBatch(cairn: Cairn, path: string): Promise<ExitStatus> {
  const file = await openBatch(cairn, path);
  if (typeof file === "string") {
    await say(file);
    return exitStatus.refused;
  }
  let number = 0;
  for await (const text of file.readLines({ encoding: "utf8" })) {
    number += 1;
    const written = number === 1 ? text.replace(/^\uFEFF/u, "") : text;
    if (written.trim() === "") continue;
    const line = readBatchLine(written);
    const result =
      typeof line === "string"
        ? badLine(cairn, number, line)
        : replyJson(await handle(cairn, requestOf(line)));
    await print(JSON.stringify(result));
    if (number % 50 === 0) progress(`${number}`);
  }
  endProgress();
  return exitStatus.done;
}
