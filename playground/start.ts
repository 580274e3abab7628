/**
 * Cairn in Microsoft Teams without a tenant: the example data, Microsoft's own local playground in front of it, and
 * time moved to where something happens. Both listen to this machine alone, and nothing is sent to anybody.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { handle } from "../src/commands/handle.ts";
import { openLog } from "../src/log.ts";
import { aborted, stopSignal } from "../src/stopping.ts";
import { codeOf } from "../src/store/errors.ts";
import { install } from "./activities.ts";
import { startCairn } from "./cairn.ts";
import { type PlaygroundOptions, readOptions, usage } from "./options.ts";
import { startPage } from "./page.ts";
import { tenantOf } from "./tenant.ts";

/** A clock that shows `at` now and goes on from there. */
function clockFrom(at: Temporal.Instant): () => Temporal.Instant {
  const moved = Temporal.Now.instant().until(at);
  return () => Temporal.Now.instant().add(moved);
}

/** Starts both, says where to look, and ends both when told to. */
async function play(options: PlaygroundOptions, signal: AbortSignal, folder: string): Promise<void> {
  const now = clockFrom(options.at);
  const log = openLog("warn");
  console.log("Preparing the example data…");
  const data = options.data ?? join(folder, "data");
  const local = await startCairn({ folder: data, port: options.port, now, log });
  try {
    const plan = await local.cairn.plan();
    const tenant = tenantOf(plan, options.as);
    const { me } = tenant;
    const page = await startPage(tenant, { folder, port: options.pagePort, cairnUrl: local.url });
    try {
      await install({ cairnUrl: local.url, pageUrl: page.url }, me);
      // The playground says that everybody speaks English.
      await handle(local.cairn, {
        email: me.email,
        line: "/cairn rappels fr",
        now: now(),
        platform: "teams",
      });
      const moment = options.at.toZonedDateTimeISO(plan.timeZone).toString({ smallestUnit: "minute" });
      console.log(`It is ${moment}, and you are ${me.name} <${me.email}>.`);
      console.log(`Open ${page.url} and type "saisir electricite". Ctrl-C ends it.`);
      const ended = Promise.race([aborted(signal), page.ended]);
      if (await Promise.race([local.opened.then(() => true), ended.then(() => false)]))
        await local.startSending();
      await ended;
    } finally {
      await page.stop();
    }
  } finally {
    await local.stop();
  }
}

async function main(options: PlaygroundOptions): Promise<void> {
  const signal = stopSignal(process.env["npm_lifecycle_event"] !== undefined);
  const folder = await mkdtemp(join(tmpdir(), "cairn-playground-"));
  try {
    await play(options, signal, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The options, or null once it has been said what is wrong with them. */
function asked(): PlaygroundOptions | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const options = asked();
try {
  if (options === null) process.exitCode = 2;
  else await main(options);
} catch (error) {
  const help = codeOf(error) === "EADDRINUSE" ? " Another program has that port: --port takes another." : "";
  console.error(`${messageOf(error)}.${help}`);
  process.exitCode = 1;
}
