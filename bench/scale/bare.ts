/**
 * One process of bare pg-boss that does the jobs of 10,000 deliveries, emptied: the same queue, the same settings, and
 * nothing of Cairn's: `bare.ts DATABASE_URL SCHEMA`. Says "open", begins at the first line it reads, and prints how
 * many jobs it has done after each batch. Ends with its input.
 */
import { once } from "node:events";
import { PgBoss } from "pg-boss";
import { bossSettings, defaultQueue, pollingOf } from "../../src/jobs/delivery.ts";

const [connectionString = "", schema = ""] = process.argv.slice(2);
const boss = new PgBoss({ ...bossSettings(defaultQueue, true), connectionString, schema });
await boss.start();
let done = 0;
process.stdin.on("end", () => process.exit()).resume();
console.log("open");
await once(process.stdin, "data");
await boss.work("empty", pollingOf(defaultQueue), async (jobs) => {
  done += jobs.length;
  console.log(done);
});
