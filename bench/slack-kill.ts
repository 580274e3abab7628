/**
 * kill -9 of the bot under signed load, 20 times, on PostgreSQL. Prints what was acknowledged, lost and doubled; fails
 * when a figure whose receipt was sent is not there, or there twice.
 */
import { setTimeout as wait } from "node:timers/promises";
import { checkReceipts } from "./slack/figures.ts";
import { flatOut } from "./slack/load.ts";
import { end, startCairn } from "./slack/peers.ts";
import { submissions } from "./slack/requests.ts";
import { openStage } from "./slack/stage.ts";

const rounds = Number(process.argv[2] ?? 20);
const [connections, seconds] = [30, 3];

const stage = await openStage();
const receipts: string[] = [];
try {
  const next = submissions(stage.slack.responseUrl("kill"));
  for (let round = 0; round < rounds; round++) {
    const cairn = await startCairn(stage);
    const loading = flatOut({ url: cairn.url, next }, connections, seconds);
    await wait(500 + ((round * 397) % 2_000));
    await end(cairn, "SIGKILL");
    receipts.push(...(await loading).receipts);
  }
  const { figures, lost, doubled } = await checkReceipts(stage.databaseUrl, receipts);
  console.log(`rounds ${rounds}, receipts ${receipts.length}, figures committed ${figures}`);
  console.log(`lost ${lost}, doubled ${doubled}`);
  if (receipts.length === 0 || lost + doubled > 0) process.exitCode = 1;
} finally {
  await stage.close();
}
