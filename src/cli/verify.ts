import type { Cairn } from "../commands/request.ts";
import { messagesFor } from "../messages/messages.ts";
import { verifyEntries } from "../store/entries.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** Recomputes every hash chain: sound, or the first link that is not. A broken chain is a broken installation. */
export async function verify({ db, language }: Cairn): Promise<CliResult> {
  const { ok, entries, broken } = await verifyEntries(db);
  const said = messagesFor(language).verify;
  const text = broken === null ? said.sound(entries) : said.broken(broken);
  const json = { ok, entries, broken: broken === null ? null : { ...broken } };
  return { status: ok ? exitStatus.done : exitStatus.broken, json, text };
}
