/**
 * One process that delivers, without a clock and as fast as it can: `worker.ts DATABASE_URL API_URL AT`. Says
 * "open", and begins at the first line it reads. Ends with its input.
 */
import { once } from "node:events";
import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { indexOf } from "../../src/domain/plan-index.ts";
import { deliver } from "../../src/jobs/deliver.ts";
import { defaultTiming } from "../../src/jobs/delivering.ts";
import { defaultQueue, openQueue } from "../../src/jobs/delivery.ts";
import { openLog } from "../../src/log.ts";
import { openPostgres } from "../../tests/support/databases.ts";
import { slackAt } from "../../tests/support/delivery-bot.ts";

const [databaseUrl = "", apiUrl = "", at = ""] = process.argv.slice(2);
const store = await openPostgres(databaseUrl);
const cairn = cairnOn(store.db, "fr");
const log = openLog("error");
const then = Temporal.Instant.from(at);
const now = () => then;
const queue = await openQueue(store, log, { works: true, settings: defaultQueue });
const delivering = {
  ...{
    cairn,
    platforms: [slackAt(apiUrl, cairn, now)],
    enqueue: queue.enqueue,
    now,
    random: Math.random,
    log,
  },
  ...{ timing: defaultTiming, pace: { channelMs: 0, platformMs: 0 }, onStep: () => undefined },
};
const { indicators, people } = indexOf(await cairn.plan());
if (indicators.size === 0 || people.size === 0) throw new Error("the plan names nobody");
process.stdin.on("end", () => process.exit()).resume();
console.log("open");
await once(process.stdin, "data");
await queue.work((ids) => deliver(delivering, ids));
