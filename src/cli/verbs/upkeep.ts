import type { Command } from "commander";
import { exitStatus, printResult } from "../output.ts";
import { type Common, configuration, end, onCairn } from "../run.ts";

/** `verify` and `doctor`: whether all is well. */
export function addUpkeep(program: Command): void {
  program
    .command("verify")
    .description("recompute the hash chain of every indicator")
    .option("--json", "print JSON")
    .action(async (options: Common) => {
      await onCairn("verify", options, async (cairn) => {
        const { verify } = await import("../verify.ts");
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
      const { doctor } = await import("../doctor.ts");
      const result = await doctor(config);
      await printResult(result, options.json ?? false);
      end(result.status);
    });
}
