import type { Cairn } from "../commands/request.ts";
import { type Config, type ConfigProblem, readConfig } from "../config.ts";
import type { Refusal } from "../domain/refusal.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import type { Store } from "../store/database.ts";
import { openCairn } from "./open.ts";
import { type CliResult, type ExitStatus, exitStatus, print, printResult, say } from "./output.ts";
import { refusedResult } from "./refused.ts";

/** What every verb may ask of the command line. */
export type Common = { readonly json?: true };

/** Sets the exit status; the process ends by itself once nothing is left to do. */
export function end(status: ExitStatus): void {
  process.exitCode = status;
}

/** Every wrong variable and what it should be, one a line. */
function problemsText(problems: readonly ConfigProblem[], { install }: Messages): string {
  const lines = problems.map(({ variable, expected }) =>
    install.variable(variable, install.expected(expected)),
  );
  return [install.badVariables, ...lines].join("\n");
}

/** Reads the environment, or says on stderr every variable that is wrong. */
export async function configuration(): Promise<Config | null> {
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  await say(problemsText(read.problems, messagesFor(read.language)));
  return null;
}

/** Says that another process holds the database: as JSON on stdout, or in words on stderr. */
export async function sayBusy(
  refusal: Refusal<"busy">,
  command: string,
  asJson: boolean,
  messages: Messages,
): Promise<ExitStatus> {
  const { status, json, text } = refusedResult(refusal, command, "UTC", messages);
  await (asJson ? print(JSON.stringify(json)) : say(text));
  return status;
}

/** Runs one verb on the open database, and gives the database back whatever happens. */
export async function onCairn(
  command: string,
  { json = false }: { json?: boolean },
  run: (cairn: Cairn, store: Store) => Promise<CliResult | ExitStatus>,
): Promise<void> {
  const config = await configuration();
  if (config === null) return end(exitStatus.broken);
  const opened = await openCairn(config);
  if (!opened.ok) return end(await sayBusy(opened.refusal, command, json, messagesFor(config.language)));
  const { store, cairn } = opened.value;
  try {
    const result = await run(cairn, store);
    if (typeof result === "number") return end(result);
    await printResult(result, json);
    end(result.status);
  } finally {
    await store.close();
  }
}
