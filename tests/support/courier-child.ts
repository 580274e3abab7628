import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { startCourier } from "../../src/jobs/courier.ts";
import type { PaceSettings } from "../../src/jobs/delivering.ts";
import type { QueueSettings } from "../../src/jobs/delivery.ts";
import { openLog } from "../../src/log.ts";
import { slackOver } from "../../src/platforms/slack/slack.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { openStore } from "../../src/store/database.ts";

/**
 * Another process that runs the clock and the worker on a database, against a Slack, with a clock of its own: it
 * says it is `at` when it starts (ISO 8601; the true time when left out), and goes `speed` times as fast as ours.
 * Its only argument is this, as JSON. It says "open" when it works, and stops when its input ends or at SIGTERM.
 */
export type CourierOrders = {
  readonly databaseUrl?: string;
  readonly dataFolder?: string;
  readonly apiUrl: string;
  readonly at?: string;
  readonly speed?: number;
  readonly pace?: PaceSettings;
  readonly queue?: QueueSettings;
  readonly logLevel?: string;
  readonly silenceMs?: number;
  readonly tickPattern?: string;
};

const orders: CourierOrders = JSON.parse(process.argv[2] ?? "{}");
const { databaseUrl, dataFolder = "", apiUrl, at, speed = 1, logLevel = "error", silenceMs } = orders;
const startedMs = Date.now();
const firstMs = at === undefined ? startedMs : Temporal.Instant.from(at).epochMilliseconds;
const now = () =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(firstMs + (Date.now() - startedMs) * speed));

const opened = await openStore({ databaseUrl, dataFolder, lockWaitMs: 20_000, silenceMs });
if (!opened.ok) throw new Error("the database is busy");
const store = opened.value;
const cairn = cairnOn(store.db, "fr");
const log = openLog(logLevel);
const settings = {
  ...{ botToken: "xoxb-1-2-secret", signingSecret: "8f742231b10e8888abcd99yyyzzz85a5" },
  ...{ appToken: null, teamId: "T0CLUSTER", apiUrl, channel: "C0CLUSTER" },
};
const courier = await startCourier({
  ...{ store, cairn, now, log, draw: drawCard, platforms: [slackOver(settings, { cairn, log, now })] },
  pace: orders.pace ?? { channelMs: 0, platformMs: 0 },
  ...(orders.queue === undefined ? {} : { queue: orders.queue }),
  ...(orders.tickPattern === undefined ? {} : { tickPattern: orders.tickPattern }),
});

let stopping: Promise<void> | null = null;
const stop = () => {
  stopping ??= courier.stop().then(async () => {
    await store.close();
    process.stdin.destroy();
  });
  return stopping;
};
process.once("SIGTERM", () => void stop());
process.stdin.on("end", () => void stop()).resume();
console.log("open");
