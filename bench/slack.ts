/**
 * Signed `/saisir` from 500 people over a plan of 5,000 indicators on PostgreSQL, each answer a committed figure,
 * beside a Bolt app that only acknowledges, in one run. Promises: at 100 requests a second, p99 at most 4 times the
 * bare one and under 150 ms, over all the answers of five rounds of each, in turn: of one round of fifteen seconds, p99
 * rests on fifteen answers, and the machine's weather changes it by half; at saturation, at least 0.08 of the bare
 * rate. Every receipt is then looked up. How long PostgreSQL alone takes to commit a row is printed beside: no answer
 * that waits for the disk can be faster.
 */
import { commits } from "./slack/commits.ts";
import { checkReceipts } from "./slack/figures.ts";
import { flatOut, type Load, steadily, together } from "./slack/load.ts";
import { end, startBare, startCairn } from "./slack/peers.ts";
import { submissions } from "./slack/requests.ts";
import { openStage } from "./slack/stage.ts";

const rounds = 5;
const seconds = 15;

function show(name: string, { perSecond, p50Ms, p99Ms, others }: Load): void {
  const rate = `${perSecond.toFixed(0)} receipts/s`;
  console.log(
    `${name}: ${rate}, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, other answers ${others}`,
  );
}

const stage = await openStage();
const bare = await startBare();
const cairn = await startCairn(stage);
try {
  const ours = { url: cairn.url, next: submissions(stage.slack.responseUrl("bench")) };
  const theirs = { url: bare.said, next: submissions(stage.slack.responseUrl("bench")) };
  const warm = await flatOut(ours, 10, 5);
  await flatOut(theirs, 10, 5);
  const [bareSteady, cairnSteady]: [Load[], Load[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    const [bareRound, cairnRound] = [
      await steadily(theirs, 100, seconds),
      await steadily(ours, 100, seconds),
    ];
    show(`bare Bolt, 100 a second, round ${round}`, bareRound);
    show(`Cairn, 100 a second, round ${round}`, cairnRound);
    bareSteady.push(bareRound);
    cairnSteady.push(cairnRound);
  }
  const { p50Ms, p99Ms } = await commits(stage.databaseUrl, 100, seconds);
  console.log(`PostgreSQL alone, a row committed 100 times a second: p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  const bareFlat = await flatOut(theirs, 50, seconds);
  const cairnFlat = await flatOut(ours, 50, seconds);
  show("bare Bolt, flat out", bareFlat);
  show("Cairn, flat out", cairnFlat);
  const [bareAll, cairnAll] = [together(bareSteady), together(cairnSteady)];
  show("bare Bolt, 100 a second, all rounds", bareAll);
  show("Cairn, 100 a second, all rounds", cairnAll);
  const tail = cairnAll.p99Ms / bareAll.p99Ms;
  const share = cairnFlat.perSecond / bareFlat.perSecond;
  console.log(`at 100 a second, p99 is ${tail.toFixed(1)} times the bare one (at most 4)`);
  console.log(`flat out, ${share.toFixed(3)} of the bare rate (at least 0.08)`);
  const loads = [warm, ...cairnSteady, cairnFlat];
  const receipts = loads.flatMap((each) => each.receipts);
  const { figures, lost, doubled } = await checkReceipts(stage.databaseUrl, receipts);
  console.log(`receipts ${receipts.length}, figures committed ${figures}, lost ${lost}, doubled ${doubled}`);
  const isKept = loads.every(({ others }) => others === 0) && lost + doubled === 0;
  if (tail > 4 || cairnAll.p99Ms >= 150 || share < 0.08 || !isKept) process.exitCode = 1;
} finally {
  await end(cairn);
  await end(bare);
  await stage.close();
}
