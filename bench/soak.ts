/**
 * A season of deadlines under kill -9: `node bench/soak.ts [postgres|pglite] [rounds] [days] [seed]`. Prints what was
 * due, what arrived, and what is wrong; fails when a promise is broken.
 */
import pg from "pg";
import { end, startPostgres } from "./slack/peers.ts";
import { type SeasonOrders, season } from "./soak/season.ts";
import { faultsIn } from "./soak/verdict.ts";

const [engine = "both", rounds = "300", days = "", seed = "2026"] = process.argv.slice(2);

async function run(name: string, orders: Pick<SeasonOrders, "databaseUrl">): Promise<void> {
  const startedMs = Date.now();
  const { verdict, met, ...counts } = await season({
    ...{ ...orders, rounds: Number(rounds), seed: Number(seed) },
    ...(days === "" ? {} : { days: Number(days) }),
    tell: (line) => console.error(`${name} ${line}`),
  });
  const { due, arrived, ...wrong } = verdict;
  console.log(`${name}, seed ${seed}, in ${Math.round((Date.now() - startedMs) / 1_000)} s`);
  console.log(JSON.stringify(counts));
  console.log(`server: ${JSON.stringify(Object.fromEntries(met))}`);
  console.log(`due ${due}, arrived ${arrived}, wrong ${JSON.stringify(wrong)}`);
  if (faultsIn(verdict) > 0 || counts.crashes > 0) process.exitCode = 1;
}

async function onPostgres(): Promise<void> {
  const postgres = await startPostgres();
  try {
    const client = new pg.Client(`${postgres.said}postgres`);
    await client.connect();
    await client.query("create database season");
    await client.end();
    await run("postgres", { databaseUrl: `${postgres.said}season` });
  } finally {
    await end(postgres);
  }
}

if (engine !== "pglite") await onPostgres();
if (engine !== "postgres") await run("pglite", {});
