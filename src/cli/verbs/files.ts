import { type Command, Option } from "commander";
import { type ExportFormat, type ExportTable, exportFormats, exportTables } from "../export-format.ts";
import { exitStatus, printResult } from "../output.ts";
import { type Common, configuration, end, onCairn } from "../run.ts";

type ExportOptions = { readonly format: ExportFormat; readonly table?: ExportTable; readonly out?: string };

/** `import`, `export`, `plan` and `factors`: what comes from files and goes to them. */
export function addFiles(program: Command): void {
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
        const { importFile } = await import("../import.ts");
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
        const { exportTo } = await import("../export.ts");
        return await exportTo(cairn, { format, table, path: out });
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
      const { planCheck } = await import("../plan.ts");
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
        const { planApply } = await import("../plan.ts");
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
        const { factorsImport } = await import("../factors.ts");
        const { dryRun = false, confirm: confirmed = false } = options;
        return await factorsImport(cairn, file, { dryRun, confirmed });
      });
    });
}
