/**
 * How the cost of messages grows. Prints, and fails when one is missed: planning a day for 10,000 and 100,000 owners
 * (time ratio under 12, under 300 MB); at least 2,000 messages a second written to the ledger; and delivering through
 * four processes at 0.2 or more of the rate of bare pg-boss doing the same jobs emptied: in the same queue, with the
 * same settings. Of five rounds of each ratio, the middle one counts: what a machine does beside changes a single one
 * by a third. The processes of both have started, and read what they keep, before the first job; the people have
 * talked with Cairn.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PgBoss } from "pg-boss";
import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../src/commands/cairn.ts";
import { bossSettings, defaultQueue, jobPolicy, jobSettings, openQueue } from "../src/jobs/delivery.ts";
import { remind } from "../src/jobs/remind.ts";
import { openLog } from "../src/log.ts";
import { planOfOwners } from "./scale/plan.ts";
import { fastSlack } from "./scale/server.ts";
import { databaseWith } from "./scale/stage.ts";
import { end, startPostgres } from "./slack/peers.ts";

const messages = Number(process.argv[2] ?? 10_000);
const processes = 4;
const rounds = [1, 2, 3, 4, 5] as const;
const at = "2026-10-01T08:00:00Z";

function check(what: string, isMet: boolean): void {
  console.log(`${isMet ? "met" : "MISSED"}: ${what}`);
  if (!isMet) process.exitCode = 1;
}

function pathOf(script: string): string {
  return fileURLToPath(new URL(`scale/${script}.ts`, import.meta.url));
}

type Planned = { readonly ms: number; readonly grewMb: number };

function planned(owners: number): Planned {
  const { stdout } = spawnSync(process.execPath, ["--expose-gc", pathOf("planner"), String(owners)], {
    encoding: "utf8",
  });
  console.log(stdout.trim());
  return JSON.parse(stdout);
}

/** The middle one of an odd number. */
function middle(ratios: readonly number[]): number {
  return ratios.toSorted((one, other) => one - other)[(ratios.length - 1) / 2] ?? 0;
}

function planning(): void {
  const pairs = rounds.map(() => ({ small: planned(10_000), large: planned(100_000) }));
  const ratio = middle(pairs.map(({ small, large }) => large.ms / small.ms));
  const grewMb = Math.max(...pairs.map(({ large }) => large.grewMb));
  check(`ten times the owners take ${ratio.toFixed(1)} times as long (under 12)`, ratio < 12);
  check(`the process grew by ${grewMb} MB at its peak (under 300)`, grewMb < 300);
}

/** Processes of a script, all open and told to go at once; each line they say goes to `read`. Gives how to end them. */
async function startAll(script: string, args: readonly string[], read: (from: number, line: string) => void) {
  let open = 0;
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [pathOf(script), ...args], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  children.forEach((child, index) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === "open") open += 1;
      else read(index, line);
    });
  });
  await until(() => open === processes);
  for (const child of children) child.stdin.write("go\n");
  return () => {
    for (const child of children) child.stdin.end();
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}

/** Rows written for a day's messages, with the planning; then their delivery. Gives messages a second. */
async function ours(server: string, round: number): Promise<number> {
  const [databaseUrl, store] = await databaseWith(server, `ours${round}`, planOfOwners(messages));
  const queue = await openQueue(store, openLog("error"));
  const startedMs = performance.now();
  const recorded = await remind(cairnOn(store.db, "fr"), Temporal.Instant.from(at), queue.enqueue);
  const tookS = (performance.now() - startedMs) / 1_000;
  const perS = Math.round(recorded.length / tookS);
  console.log(
    `${recorded.length} messages planned and written with their deliveries and jobs in ${tookS.toFixed(2)} s`,
  );
  check(`${perS} messages a second, ${4 * perS} rows (2,000 rows)`, 4 * perS >= 2_000);
  await queue.stop();
  await store.close();
  const slack = await fastSlack();
  const stop = await startAll("worker", [databaseUrl, slack.apiUrl, at], () => undefined);
  await until(() => slack.arrived.size === messages);
  await wait(1_000);
  const times = [...slack.arrived.values()];
  stop();
  slack.close();
  check(`none of the ${messages} arrived twice`, slack.twice.length === 0);
  return rate(times);
}

function rate(times: readonly number[]): number {
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  return Math.round(times.length / seconds);
}

/** Empty jobs a second. */
async function bare(server: string, round: number): Promise<number> {
  const schema = `bare${round}`;
  const settings = bossSettings(defaultQueue, false);
  const boss = new PgBoss({ ...settings, connectionString: `${server}postgres`, schema });
  await boss.start();
  await boss.createQueue("empty", { ...jobSettings(defaultQueue), policy: jobPolicy });
  const ids = Array.from({ length: messages }, () => randomUUID());
  await boss.insert(
    "empty",
    ids.map((id) => ({ data: { id }, singletonKey: id })),
  );
  const done = Array.from({ length: processes }, () => 0);
  const times: number[] = [];
  const read = (from: number, line: string) => {
    const before = done[from] ?? 0;
    done[from] = Number(line);
    for (let each = before; each < (done[from] ?? 0); each += 1) times.push(performance.now());
  };
  const stop = await startAll("bare", [`${server}postgres`, schema], read);
  await until(() => times.length === messages);
  stop();
  await boss.stop();
  return rate(times);
}

/** One round: our share of the bare rate. */
async function delivering(server: string, round: number): Promise<number> {
  const bareRate = await bare(server, round);
  const ourRate = await ours(server, round);
  console.log(`bare pg-boss: ${bareRate} empty jobs a second; Cairn: ${ourRate} messages a second`);
  return ourRate / bareRate;
}

planning();
const postgres = await startPostgres();
try {
  const shares: number[] = [];
  for (const round of rounds) shares.push(await delivering(postgres.said, round));
  const share = middle(shares);
  check(`${share.toFixed(2)} of its rate (0.2)`, share >= 0.2);
} finally {
  await end(postgres);
}
