import { cairnOn } from "../commands/cairn.ts";
import type { Cairn } from "../commands/request.ts";
import type { SecondReader } from "../commands/second-reader.ts";
import type { Config } from "../config.ts";
import type { Refusal } from "../domain/refusal.ts";
import { messagesFor } from "../messages/messages.ts";
import { openStore, type Store } from "../store/database.ts";
import { planVersion } from "../store/plans.ts";
import { say } from "./output.ts";

/** An installation that cannot work as it is; the message says what to mend. Ends with status 3. */
export class BrokenInstallation extends Error {
  override readonly name = "BrokenInstallation";
}

/** An open database with what answers on it. `close` gives the database back. */
export type OpenCairn = { readonly store: Store; readonly cairn: Cairn };

export type Opening =
  | { readonly ok: true; readonly value: OpenCairn }
  | { readonly ok: false; readonly refusal: Refusal<"busy"> };

/** Reads the plan of the configuration into an empty database. */
async function applyFirstPlan(store: Store, config: Config): Promise<void> {
  const { applyPlan, nothingKnown, readPlan } = await import("../store/apply-plan.ts");
  const { planReadingText } = await import("./plan-text.ts");
  const messages = messagesFor(config.language);
  await say(messages.localMode.applyingPlan);
  const reading = await readPlan(config.planPath, nothingKnown);
  if (!reading.ok) throw new BrokenInstallation(planReadingText(reading, messages));
  await applyPlan(store.db, reading.value, {
    by: "installation",
    at: new Date().toISOString(),
    dryRun: false,
  });
}

/** The language model of the configuration; null where none is set. */
async function modelOf({ model }: Config): Promise<SecondReader | null> {
  if (model === null) return null;
  const { chatReader } = await import("../model/chat-endpoint.ts");
  return chatReader(model);
}

/**
 * Opens the database of the configuration, makes and migrates it if need be, and applies the plan to an
 * empty one. Refuses `busy` when another process holds the embedded database; throws when the
 * installation is broken.
 */
export async function openCairn(config: Config): Promise<Opening> {
  const messages = messagesFor(config.language);
  const opened = await openStore({
    databaseUrl: config.databaseUrl,
    dataFolder: config.dataFolder,
    onProgress: (step) => void say(messages.localMode[step]),
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    if ((await planVersion(store.db)) === null) await applyFirstPlan(store, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  return { ok: true, value: { store, cairn: cairnOn(store.db, config.language, await modelOf(config)) } };
}
