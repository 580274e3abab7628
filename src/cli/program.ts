import { Command, CommanderError } from "commander";
import { languageOf } from "../config.ts";
import { messagesFor } from "../messages/messages.ts";
import { brokenText } from "./broken.ts";
import { exitStatus, OutputClosed, say } from "./output.ts";
import { end } from "./run.ts";
import { addFiles } from "./verbs/files.ts";
import { addTalk } from "./verbs/talk.ts";
import { addTime } from "./verbs/time.ts";
import { addUpkeep } from "./verbs/upkeep.ts";

const program = new Command("cairn")
  .description("Keeps the sustainability plan alive: figures in, balance out.")
  .exitOverride()
  .showHelpAfterError();

for (const add of [addTalk, addFiles, addTime, addUpkeep]) add(program);

/** The exit status of what stopped a verb; rethrows what nobody expected. */
async function endWith(error: unknown): Promise<void> {
  if (error instanceof CommanderError) return end(error.exitCode === 0 ? exitStatus.done : exitStatus.usage);
  // The reader of a pipe has seen enough, as `head` does: nobody is left to tell.
  if (error instanceof OutputClosed) return end(exitStatus.refused);
  const text = brokenText(error, messagesFor(languageOf(process.env)));
  if (text === null) throw error;
  await say(text);
  end(exitStatus.broken);
}

/** Runs the command line of this process. */
export async function runProgram(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    await endWith(error);
  }
}
