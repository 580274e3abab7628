/**
 * One process of the season: the clock, ticking every second, and the worker, on a database and against a Slack. What
 * time it is comes line by line on its input (ISO 8601, or `?` to be told how many messages are still on their way);
 * its own clock is wrong by `skewMs`. Its only argument is its orders, as JSON. It ends when killed, or with its input.
 */
import { createInterface } from "node:readline";
import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { startCourier } from "../../src/jobs/courier.ts";
import { openLog } from "../../src/log.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { openStore } from "../../src/store/database.ts";
import { slackAt } from "../../tests/support/delivery-bot.ts";
import { progressOf } from "./progress.ts";

export type ReplicaOrders = {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
  readonly apiUrl: string;
  readonly at: string;
  readonly skewMs: number;
};

const orders: ReplicaOrders = JSON.parse(process.argv[2] ?? "{}");
let told = { at: Temporal.Instant.from(orders.at), sinceMs: Date.now() };
const now = () => told.at.add({ milliseconds: Date.now() - told.sinceMs + orders.skewMs });

const opened = await openStore({ ...orders, lockWaitMs: 20_000 });
if (!opened.ok) throw new Error("the database is busy");
const store = opened.value;
const cairn = cairnOn(store.db, "fr");
const input = createInterface({ input: process.stdin });
input.on("line", async (line) => {
  if (line === "?") console.log(`progress ${JSON.stringify(await progressOf(store.db))}`);
  else told = { at: Temporal.Instant.from(line), sinceMs: Date.now() };
});
input.on("close", () => process.exit());
await startCourier({
  ...{ store, cairn, now, log: openLog("error"), draw: drawCard, tickPattern: "* * * * * *" },
  platforms: [slackAt(orders.apiUrl, cairn, now)],
  pace: { channelMs: 0, platformMs: 0 },
});
console.log("open");
