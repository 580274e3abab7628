import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** How long one connection waits for a one-row insert to be committed, so many times a second; in ms, to a tenth. */
export async function commits(
  databaseUrl: string,
  perSecond: number,
  seconds: number,
): Promise<{ readonly p50Ms: string; readonly p99Ms: string }> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("create table committed (number integer)");
  const timesMs: number[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const startedMs = performance.now();
    await client.query({ name: "commit", text: "insert into committed values ($1)", values: [number] });
    const tookMs = performance.now() - startedMs;
    timesMs.push(tookMs);
    await wait(Math.max(0, 1_000 / perSecond - tookMs));
  }
  await client.end();
  timesMs.sort((one, other) => one - other);
  const at = (share: number) => (timesMs[Math.floor(timesMs.length * share)] ?? 0).toFixed(1);
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}
