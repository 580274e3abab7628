#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { instant, nomenclatureOption, period, year } from "./cli/arguments.ts";
import { brokenText } from "./cli/broken.ts";
import { exportFormats } from "./cli/export-format.ts";
import { openCairn } from "./cli/open.ts";
import { type CliResult, type ExitStatus, exitStatus, print, printResult, say } from "./cli/output.ts";
import type { Cairn } from "./commands/request.ts";
import { type Config, readConfig } from "./config.ts";
import type { Nomenclature } from "./domain/nomenclature.ts";
import type { Period, Year } from "./domain/period.ts";
import type { Refusal } from "./domain/refusal.ts";
import { type Messages, messagesFor } from "./messages/messages.ts";
import { sentenceOf } from "./messages/refusal-sentences.ts";

/** What every verb may ask of the command line. */
type Common = { readonly json?: true };
type ExecOptions = Common & { readonly as?: string; readonly at?: Temporal.Instant; readonly batch?: string };
type BalanceOptions = Common & {
  readonly year?: Year;
  readonly period?: Period;
  readonly nomenclature?: Nomenclature;
};

/** Reads the environment, or ends saying every variable that is wrong. */
async function configuration(): Promise<Config | null> {
  const read = readConfig(process.env);
  if (read.ok) return read.config;
  const { install } = messagesFor("fr");
  const lines = read.problems.map(({ variable, expected }) => install.variable(variable, expected));
  await say([install.badVariables, ...lines].join("\n"));
  return null;
}

async function printBusy(
  refusal: Refusal,
  command: string,
  asJson: boolean,
  messages: Messages,
): Promise<ExitStatus> {
  const { message, hint } = sentenceOf(messages.refusals, refusal);
  if (asJson)
    await print(
      JSON.stringify({
        ok: false,
        command,
        error: { code: refusal.code, message, hint, data: refusal.data },
      }),
    );
  else await say(`${message}\n${hint}`);
  return exitStatus.refused;
}

/** Runs one verb on the open database, and gives the database back whatever happens. */
async function onCairn(
  command: string,
  { json = false }: { json?: boolean },
  run: (cairn: Cairn) => Promise<CliResult | ExitStatus>,
): Promise<void> {
  const config = await configuration();
  if (config === null) return end(exitStatus.broken);
  const opened = await openCairn(config);
  if (!opened.ok) return end(await printBusy(opened.refusal, command, json, messagesFor(config.language)));
  const { store, cairn } = opened.value;
  try {
    const result = await run(cairn);
    if (typeof result === "number") return end(result);
    await printResult(result, json);
    end(result.status);
  } finally {
    await store.close();
  }
}

function end(status: ExitStatus): void {
  process.exitCode = status;
}

const program = new Command("cairn")
  .description("Keeps the sustainability plan alive: figures in, balance out.")
  .exitOverride()
  .showHelpAfterError();

program
  .command("start")
  .description("the bot: every platform that has its credentials; with none, the local mode")
  .option("--example", "load the example data into an empty database")
  .action(async (options: { example?: true }) => {
    const { start } = await import("./main.ts");
    end(await start({ example: options.example ?? false }));
  });

program
  .command("exec")
  .description("run one chat line as a person, or a file of them")
  .argument("[line]", "the line, as in a chat: /saisir electricite 1 234,5 kWh T3")
  .option("--as <email>", "the person who speaks")
  .option("--at <iso>", "the instant it is said to be", instant)
  .option("--batch <file>", "a file of {as, at, line}, one a line; results come as JSON, one a line")
  .option("--json", "print JSON")
  .action(async (line: string | undefined, options: ExecOptions, command: Command) => {
    const { batch, as, at = null } = options;
    if (batch === undefined && (as === undefined || line === undefined)) {
      command.error('error: give --as EMAIL and "LINE", or --batch FILE');
    }
    await onCairn("exec", options, async (cairn) => {
      const { exec, execBatch } = await import("./cli/exec.ts");
      if (batch !== undefined) return await execBatch(cairn, batch);
      return await exec(cairn, { as: as ?? "", at, line: line ?? "" });
    });
  });

program
  .command("balance")
  .description("the greenhouse-gas balance of a year or a quarter")
  .addOption(new Option("--year <year>").argParser(year).conflicts("period"))
  .addOption(new Option("--period <period>", "2025-T3, or 2025").argParser(period))
  .addOption(nomenclatureOption)
  .option("--json", "print JSON")
  .action(async (options: BalanceOptions, command: Command) => {
    const asked = options.year ?? options.period;
    if (asked === undefined) return command.error("error: give --year YEAR or --period PERIOD");
    await onCairn("balance", options, async (cairn) => {
      const { balance } = await import("./cli/balance.ts");
      return await balance(cairn, asked, options.nomenclature ?? null);
    });
  });

program
  .command("import")
  .description("figures in bulk from a CSV file (indicator,period,value,unit,note): all or nothing")
  .argument("<file>")
  .option("--as <email>", "an administrator of the plan; the operator when nobody is named")
  .option("--dry-run", "check everything, write nothing")
  .option("--json", "print JSON")
  .action(async (file: string, options: Common & { as?: string; dryRun?: true }) => {
    await onCairn("import", options, async (cairn) => {
      const { importFile } = await import("./cli/import.ts");
      return await importFile(cairn, file, { as: options.as ?? null, dryRun: options.dryRun ?? false });
    });
  });

program
  .command("export")
  .description("every revision (CSV), or entries, factors used and balances (JSON)")
  .addOption(new Option("--format <format>").choices(exportFormats).default("csv"))
  .option("--out <file>", "a file instead of the standard output")
  .action(async (options: { format: (typeof exportFormats)[number]; out?: string }) => {
    await onCairn("export", {}, async (cairn) => {
      const { exportTo } = await import("./cli/export.ts");
      return await exportTo(cairn, options.format, options.out ?? null);
    });
  });

const plan = program.command("plan").description("check or apply a plan file");

plan
  .command("check")
  .argument("<file>")
  .option("--json", "print JSON")
  .description("say what is wrong in a plan file, line by line")
  .action(async (file: string, options: Common) => {
    const config = await configuration();
    if (config === null) return end(exitStatus.broken);
    const { planCheck } = await import("./cli/plan.ts");
    const result = await planCheck(file, config.language);
    await printResult(result, options.json ?? false);
    end(result.status);
  });

plan
  .command("apply")
  .argument("<file>")
  .option("--dry-run", "show the difference, change nothing")
  .option("--json", "print JSON")
  .description("show what a plan file changes, then apply it; entries are never touched")
  .action(async (file: string, options: Common & { dryRun?: true }) => {
    await onCairn("plan", options, async (cairn) => {
      const { planApply } = await import("./cli/plan.ts");
      return await planApply(cairn, file, options.dryRun ?? false);
    });
  });

program
  .command("verify")
  .description("recompute the hash chain of every indicator")
  .option("--json", "print JSON")
  .action(async (options: Common) => {
    await onCairn("verify", options, async (cairn) => {
      const { verify } = await import("./cli/verify.ts");
      return await verify(cairn);
    });
  });

program
  .command("doctor")
  .description("what is configured, reachable and missing, and how to mend it")
  .option("--json", "print JSON")
  .action(async (options: Common) => {
    const config = await configuration();
    if (config === null) return end(exitStatus.broken);
    const { doctor } = await import("./cli/doctor.ts");
    const result = await doctor(config);
    await printResult(result, options.json ?? false);
    end(result.status);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  } else {
    const text = brokenText(error, messagesFor("fr"));
    if (text === null) throw error;
    await say(text);
    end(exitStatus.broken);
  }
}
