import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { applyShippedPlan } from "../support/cairn.ts";
import { type Child, runScript } from "../support/children.ts";
import { freshPostgresDatabase, openPostgres, type PostgresDatabase } from "../support/databases.ts";
import { opening } from "../support/delivery-bot.ts";
import { type Line, proxyTo } from "../support/proxy.ts";
import { type RecordingSlack, recordingSlack } from "../support/recording-slack.ts";

let database: PostgresDatabase;
let store: Store;
let slack: RecordingSlack;
let line: Line;
beforeEach(async () => {
  database = await freshPostgresDatabase("migrated");
  store = await openPostgres(database.url);
  await applyShippedPlan(store);
  slack = await recordingSlack();
  line = await proxyTo(Number(new URL(database.url).port));
});
afterEach(async () => {
  await line.close();
  await slack.close();
  await store.close();
  await database.drop();
});

/** Cairn, on the far side of the line; it thinks a connection dead after 3 s of silence, where it takes a minute. */
function startChild(): Child {
  const url = new URL(database.url);
  url.port = String(line.port);
  const orders = { databaseUrl: url.href, apiUrl: slack.apiUrl, at: opening, silenceMs: 3_000 };
  return runScript("courier-child", JSON.stringify({ ...orders, tickPattern: "*/2 * * * * *" }));
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const startedMs = Date.now();
  while (!(await isSo())) {
    if (Date.now() - startedMs > withinMs) throw new Error(`not within ${withinMs} ms`);
    await wait(50);
  }
}

const allSettled = async () => {
  const rows = await store.db.selectFrom("delivery").select("state").execute();
  return rows.length === 9 && rows.every(({ state }) => state === "sent" || state === "reconciled");
};

/** Everything arrives, once, the ledger agrees, and the process still lives and stops when told. */
async function expectRecovery(child: Child): Promise<void> {
  await until(allSettled, 60_000);
  expect(slack.taken).toHaveLength(9);
  expect(new Set(slack.taken.map(({ deliveryId }) => deliveryId)).size).toBe(9);
  child.kill("SIGTERM");
  expect(await child.ended).toBe(0);
}

describe("a line to the database that goes dead without being closed", () => {
  it.each(["work", "hang"] as const)(
    "while messages are on their way (new connections %s): all arrive, once",
    async (others) => {
      slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "late", ms: 1_500 } : null);
      const child = startChild();
      await until(() => slack.calls.includes("chat.postMessage"), 30_000);
      line.freeze(others);
      await wait(6_000);
      line.thaw();
      await expectRecovery(child);
    },
    120_000,
  );

  it("in the middle of a tick: the tick is given up, and a later one does its work", async () => {
    const rival = new pg.Client(database.url);
    await rival.connect();
    await rival.query("begin; lock table message in access exclusive mode");
    const child = startChild();
    await until(async () => {
      const { rowCount } = await rival.query("select from pg_locks where not granted");
      return rowCount !== 0;
    }, 30_000);
    line.freeze("work");
    await rival.query("rollback");
    await rival.end();
    await expectRecovery(child);
  }, 120_000);
});
