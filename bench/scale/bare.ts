/**
 * One process of bare pg-boss that does empty jobs, with the batch and polling settings of Cairn: `bare.ts
 * DATABASE_URL`. Says "open", begins at the first line it reads, and prints how many jobs it has done after each batch.
 * Ends with its input.
 */
import { once } from "node:events";
import { PgBoss } from "pg-boss";
import { defaultQueue } from "../../src/jobs/delivery.ts";

const boss = new PgBoss({ connectionString: process.argv[2] ?? "", schema: "bare", schedule: false });
await boss.start();
let done = 0;
const polling = { batchSize: defaultQueue.batch, pollingIntervalSeconds: defaultQueue.pollS };
process.stdin.on("end", () => process.exit()).resume();
console.log("open");
await once(process.stdin, "data");
await boss.work("empty", { ...polling, burstWhenBatchFull: true }, async (jobs) => {
  done += jobs.length;
  console.log(done);
});
