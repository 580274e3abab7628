/**
 * One process of bare pg-boss that does empty jobs, with the batch and polling settings of Cairn: `bare.ts
 * DATABASE_URL`. Prints how many jobs it has done, after each batch. Ends with its input.
 */
import { PgBoss } from "pg-boss";
import { defaultQueue } from "../../src/jobs/delivery.ts";

const boss = new PgBoss({ connectionString: process.argv[2] ?? "", schema: "bare", schedule: false });
await boss.start();
let done = 0;
await boss.work(
  "empty",
  { batchSize: defaultQueue.batch, pollingIntervalSeconds: defaultQueue.pollS, burstWhenBatchFull: true },
  async (jobs) => {
    done += jobs.length;
    console.log(`done ${done}`);
  },
);
process.stdin.on("end", () => process.exit()).resume();
console.log("open");
