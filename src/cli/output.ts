import type { Json } from "../commands/json.ts";
import { codeOf } from "../store/errors.ts";

/** Exit statuses of the `cairn` command (docs/contrat.md). */
export const exitStatus = { done: 0, refused: 1, usage: 2, broken: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** What a verb of the command line ends with: its result for stdout, and its status. */
export type CliResult = { readonly status: ExitStatus; readonly json: Json; readonly text: string };

/** Whoever read the output is gone: the end of a pipe closed, as `head` does. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

// Without a listener, the stream's own event would end the process with a trace before we can.
process.stdout.on("error", () => {});

function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject(codeOf(error) === "EPIPE" ? new OutputClosed("stdout", { cause: error }) : error);
    });
  });
}

/** Writes a line of result, and waits until the system has it. */
export function print(text: string): Promise<void> {
  return write(process.stdout, `${text}\n`);
}

/** Writes a whole result as it is, and waits until the system has it. */
export function printBytes(content: string | Uint8Array): Promise<void> {
  return write(process.stdout, content);
}

/** Writes a line for people beside the result, on stderr. */
export function say(text: string): Promise<void> {
  return write(process.stderr, `${text}\n`);
}

/** Says where a long work is, over itself, when stderr is a terminal; says nothing in a pipe. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

/** Ends a progress line. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
}

/** Prints a result as the caller asked: JSON on one line, or text. */
export async function printResult({ json, text }: CliResult, asJson: boolean): Promise<void> {
  await print(asJson ? JSON.stringify(json) : text);
}
