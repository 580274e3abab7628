import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { openDoors } from "../../src/doors.ts";
import { openLog } from "../../src/log.ts";
import type { SlackSettings } from "../../src/platforms/slack/settings.ts";
import { slackOver, slackPath } from "../../src/platforms/slack/slack.ts";
import { openStore } from "../../src/store/database.ts";

/**
 * Another process of the bot, driven by a test: its first argument is JSON. It says the address of its doors once it
 * has begun, and stops when its standard input ends.
 */
export type SlackOrders = {
  readonly databaseUrl: string;
  readonly settings: SlackSettings;
  /** The moment at which its clock stands, ISO 8601. */
  readonly at: string;
};

const { databaseUrl, settings, at }: SlackOrders = JSON.parse(process.argv[2] ?? "");
const opened = await openStore({ databaseUrl, dataFolder: "" });
if (!opened.ok) throw new Error("PostgreSQL is never busy");
const { db, close } = opened.value;
const log = openLog("error");
const now = () => Temporal.Instant.from(at);
const platform = slackOver(settings, { cairn: cairnOn(db, "fr"), log, now });
const platforms = new Map([[slackPath, platform.door]]);
const doors = await openDoors({ isReady: async () => true, platforms, log }, "127.0.0.1", 0);
await platform.start();
console.log(doors.url);
process.stdin.resume().on("end", async () => {
  await doors.close();
  await platform.stop();
  await close();
});
