#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { instant, month, nomenclatureOption, period, year } from "./cli/arguments.ts";
import { brokenText } from "./cli/broken.ts";
import { type ExportFormat, type ExportTable, exportFormats, exportTables } from "./cli/export-format.ts";
import { openCairn } from "./cli/open.ts";
import { type CliResult, type ExitStatus, exitStatus, print, printResult, say } from "./cli/output.ts";
import type { Cairn } from "./commands/request.ts";
import { type Config, readConfig } from "./config.ts";
import type { Month } from "./domain/month.ts";
import type { Nomenclature } from "./domain/nomenclature.ts";
import type { Period, Year } from "./domain/period.ts";
import type { Refusal } from "./domain/refusal.ts";
import { type Messages, messagesFor } from "./messages/messages.ts";
import { sentenceOf } from "./messages/refusal-sentences.ts";

/** What every verb may ask of the command line. */
type Common = { readonly json?: true };
type ExecOptions = Common & { readonly as?: string; readonly at?: Temporal.Instant; readonly batch?: string };
type ExportOptions = { readonly format: ExportFormat; readonly table?: ExportTable; readonly out?: string };
type DigestCommandOptions = Common & {
  readonly month: Month;
  readonly at?: Temporal.Instant;
  readonly post?: true;
  readonly recompute?: true;
  readonly chart?: string;
};
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
  .description(
    "figures in bulk from a CSV file or an Excel workbook (indicator,period,value,unit,note): all or nothing",
  )
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
  .description("entries with every revision, factors used and balances: one table (CSV), or all of them")
  .addOption(new Option("--format <format>").choices(exportFormats).default("csv"))
  .addOption(new Option("--table <table>", "which one, for CSV (entries)").choices(exportTables))
  .option("--out <file>", "a file instead of the standard output")
  .action(async (options: ExportOptions, command: Command) => {
    const { format, table = "entries", out = null } = options;
    if (options.table !== undefined && format !== "csv") {
      command.error("error: --table is for CSV: a workbook and JSON hold every table");
    }
    if (format === "xlsx" && out === null && process.stdout.isTTY) {
      command.error("error: a workbook is not for a screen: give --out FILE.xlsx");
    }
    await onCairn("export", {}, async (cairn) => {
      const { exportTo } = await import("./cli/export.ts");
      return await exportTo(cairn, { format, table, path: out });
    });
  });

program
  .command("remind")
  .description("plan the reminders due at an instant, and record them for delivery")
  .option("--at <iso>", "the instant it is said to be", instant)
  .option("--dry-run", "show them, record nothing")
  .option("--json", "print JSON")
  .action(async ({ at, dryRun, ...options }: Common & { at?: Temporal.Instant; dryRun?: true }) => {
    await onCairn("remind", options, async (cairn) => {
      const { Temporal } = await import("temporal-polyfill");
      const { remindAt } = await import("./cli/remind.ts");
      return await remindAt(cairn, at ?? Temporal.Now.instant(), dryRun ?? false);
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
  .command("factors")
  .description("bring emission factors up to date")
  .command("import")
  .argument("<file>", "Cairn's own CSV, or ADEME's Base Carbone CSV")
  .option("--dry-run", "show the difference, change nothing")
  .option("--confirm", "take values that look wrong: another unit, ten times more or less")
  .option("--json", "print JSON")
  .description("new versions of emission factors: all or nothing, before and after")
  .action(async (file: string, options: Common & { dryRun?: true; confirm?: true }) => {
    await onCairn("factors", options, async (cairn) => {
      const { factorsImport } = await import("./cli/factors.ts");
      const { dryRun = false, confirm: confirmed = false } = options;
      return await factorsImport(cairn, file, { dryRun, confirmed });
    });
  });

program
  .command("digest")
  .description("the summary of a month; as it was posted, once it was")
  .requiredOption("--month <month>", "2026-09", month)
  .option("--at <iso>", "only what was recorded by that instant counts", instant)
  .option("--post", "post it, once")
  .addOption(new Option("--recompute", "compute it again, even if it was posted").conflicts("post"))
  .option("--chart <file>", "also write the chart, as PNG")
  .option("--json", "print JSON")
  .action(async ({ month, at, chart, ...options }: DigestCommandOptions) => {
    await onCairn("digest", options, async (cairn) => {
      const { Temporal } = await import("temporal-polyfill");
      const { digest } = await import("./cli/digest.ts");
      const { post = false, recompute = false } = options;
      return await digest(cairn, {
        ...{ month, post, recompute },
        at: at ?? Temporal.Now.instant(),
        chart: chart ?? null,
      });
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
