/**
 * One process of bare pg-boss that does the jobs of 10,000 deliveries, emptied: the same queue, the same settings, and
 * nothing of Cairn's: `bare.ts DATABASE_URL`. Says "open", begins at the first line it reads, and prints how many jobs
 * it has done after each batch. Ends with its input.
 */
import { once } from "node:events";
import { PgBoss } from "pg-boss";
import { bossSettings, defaultQueue, pollingOf } from "../../src/jobs/delivery.ts";

const settings = bossSettings(defaultQueue, true);
const boss = new PgBoss({ ...settings, connectionString: process.argv[2] ?? "", schema: "bare" });
await boss.start();
let done = 0;
process.stdin.on("end", () => process.exit()).resume();
console.log("open");
await once(process.stdin, "data");
await boss.work("empty", pollingOf(defaultQueue), async (jobs) => {
  done += jobs.length;
  console.log(done);
});
