import type { Command } from "commander";
import { Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import type { Nomenclature } from "../../domain/nomenclature.ts";
import type { Period, Year } from "../../domain/period.ts";
import { instant, nomenclatureOption, period, year } from "../arguments.ts";
import { type Common, end, onCairn } from "../run.ts";

type ExecOptions = Common & { readonly as?: string; readonly at?: Temporal.Instant; readonly batch?: string };
type BalanceOptions = Common & {
  readonly year?: Year;
  readonly period?: Period;
  readonly nomenclature?: Nomenclature;
};

/** `start`, `exec` and `balance`: the bot itself, and its answers without a chat. */
export function addTalk(program: Command): void {
  program
    .command("start")
    .description("the bot: every platform that has its credentials; with none, the local mode")
    .option("--example", "load the example data into an empty database")
    .action(async (options: { example?: true }) => {
      const { start } = await import("../../main.ts");
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
        const { exec, execBatch } = await import("../exec.ts");
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
        const { balance } = await import("../balance.ts");
        return await balance(cairn, asked, options.nomenclature ?? null);
      });
    });
}
