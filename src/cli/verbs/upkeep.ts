import { Argument, type Command } from "commander";
import { exitStatus, printResult } from "../output.ts";
import { type Common, configuration, end, onCairn } from "../run.ts";

/** `verify`, `bench` and `doctor`: whether all is well. */
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
    .command("bench")
    .description("measure what Cairn does well or badly: how questions are read")
    .addArgument(new Argument("<what>", "what is measured").choices(["questions"]))
    .argument("[file]", "cases as JSON Lines, instead of the sample")
    .option("--json", "print JSON")
    .action(async (_: string, file: string | undefined, options: Common) => {
      await onCairn("bench", options, async (cairn) => {
        const { benchQuestions } = await import("../bench-questions.ts");
        return await benchQuestions(cairn, file);
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
