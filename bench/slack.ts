/**
 * Signed `/saisir` from 500 people over a plan of 5,000 indicators on PostgreSQL, each answer a committed figure,
 * beside a Bolt app that only acknowledges, in one run. Promises: at 100 requests a second, p99 at most 4 times the
 * bare one and under 150 ms; at saturation, at least 0.08 of the bare rate. Every receipt is then looked up.
 */
import { checkReceipts } from "./slack/figures.ts";
import { type Load, load } from "./slack/load.ts";
import { end, startBare, startCairn } from "./slack/peers.ts";
import { submissions } from "./slack/requests.ts";
import { openStage } from "./slack/stage.ts";

const warmUp = { connections: 10, seconds: 5 };
const steady = { connections: 10, seconds: 15, rate: 100 };
const flatOut = { connections: 50, seconds: 15 };

function show(name: string, { perSecond, p50Ms, p99Ms, others }: Load): void {
  const rate = `${perSecond.toFixed(0)} receipts/s`;
  console.log(`${name}: ${rate}, p50 ${p50Ms} ms, p99 ${p99Ms} ms, other answers ${others}`);
}

const stage = await openStage();
const bare = await startBare();
const cairn = await startCairn(stage);
try {
  const next = submissions(stage.slack.responseUrl("bench"));
  const toBare = submissions(stage.slack.responseUrl("bench"));
  const warm = await load(cairn.url, next, warmUp);
  await load(bare.said, toBare, warmUp);
  const bareSteady = await load(bare.said, toBare, steady);
  const cairnSteady = await load(cairn.url, next, steady);
  const bareFlat = await load(bare.said, toBare, flatOut);
  const cairnFlat = await load(cairn.url, next, flatOut);
  show("bare Bolt, 100 a second", bareSteady);
  show("Cairn, 100 a second", cairnSteady);
  show("bare Bolt, flat out", bareFlat);
  show("Cairn, flat out", cairnFlat);
  const tail = cairnSteady.p99Ms / bareSteady.p99Ms;
  const share = cairnFlat.perSecond / bareFlat.perSecond;
  console.log(`at 100 a second, p99 is ${tail.toFixed(1)} times the bare one (at most 4)`);
  console.log(`flat out, ${share.toFixed(3)} of the bare rate (at least 0.08)`);
  const receipts = [warm, cairnSteady, cairnFlat].flatMap((each) => each.receipts);
  const { figures, lost, doubled } = await checkReceipts(stage.databaseUrl, receipts);
  console.log(`receipts ${receipts.length}, figures committed ${figures}, lost ${lost}, doubled ${doubled}`);
  const isKept = cairnSteady.others + cairnFlat.others + lost + doubled === 0;
  if (tail > 4 || cairnSteady.p99Ms >= 150 || share < 0.08 || !isKept) process.exitCode = 1;
} finally {
  await end(cairn);
  await end(bare);
  await stage.close();
}
