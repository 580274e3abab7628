import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { cairnOn } from "../../src/commands/cairn.ts";
import type { Store } from "../../src/store/database.ts";
import { applyShippedPlan } from "../support/cairn.ts";
import { runScript } from "../support/children.ts";
import type { CourierOrders } from "../support/courier-child.ts";
import {
  asSuperuser,
  freshPostgresDatabase,
  openPostgres,
  type PostgresDatabase,
} from "../support/databases.ts";
import { opening } from "../support/delivery-bot.ts";
import { type RecordingSlack, recordingSlack } from "../support/recording-slack.ts";

let database: PostgresDatabase;
let store: Store;
let slack: RecordingSlack;
beforeAll(async () => {
  database = await freshPostgresDatabase("migrated");
  store = await openPostgres(database.url);
  slack = await recordingSlack();
  await applyShippedPlan(store);
  await cairnOn(store.db, "fr").plan();
});
afterAll(async () => {
  await store.close();
  await slack.close();
  await database.drop();
});

const child = (orders: Partial<CourierOrders> = {}) =>
  runScript(
    "courier-child",
    JSON.stringify({ databaseUrl: database.url, apiUrl: slack.apiUrl, at: opening, ...orders }),
  );

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const startedMs = Date.now();
  while (!(await isSo())) {
    if (Date.now() - startedMs > withinMs) throw new Error(`not within ${withinMs} ms`);
    await wait(100);
  }
  return Date.now() - startedMs;
}

const open = async () => {
  const states = ["planned", "sending", "unknown"] as const;
  return (await store.db.selectFrom("delivery").select("id").where("state", "in", states).execute()).length;
};

describe("processes on one PostgreSQL", () => {
  it("what a killed process had in hand, another takes within 15 s, and nothing arrives twice", async () => {
    // The first takes everything, and never hears whether it arrived.
    slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "silent_done" } : null);
    const first = child();
    await first.line("open");
    await until(() => slack.taken.length === 9, 10_000);
    const second = child();
    await second.line("open");
    first.kill("SIGKILL");
    slack.trouble = () => null;
    const tookMs = await until(async () => (await open()) === 0, 20_000);
    expect(tookMs).toBeLessThan(15_000);
    const arrived = slack.taken.map(({ deliveryId }) => deliveryId);
    expect(new Set(arrived).size).toBe(9);
    expect(arrived).toHaveLength(9);
    second.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  }, 60_000);

  it("the database goes away while messages wait: the process goes on by itself when it is back, and loses nothing", async () => {
    const other = await freshPostgresDatabase("migrated");
    onTestFinished(other.drop);
    const itsStore = await openPostgres(other.url);
    onTestFinished(() => itsStore.close());
    await applyShippedPlan(itsStore);
    const itsSlack = await recordingSlack();
    onTestFinished(() => itsSlack.close());
    itsSlack.trouble = (method) =>
      method === "chat.postMessage" ? { kind: "too_fast", retryAfterS: 2 } : null;
    const process = child({ databaseUrl: other.url, apiUrl: itsSlack.apiUrl });
    await process.line("open");
    await until(() => itsSlack.calls.includes("chat.postMessage"), 10_000);
    const name = new URL(other.url).pathname.slice(1);
    await asSuperuser(`alter database ${name} allow_connections false`);
    await asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await wait(4_000);
    itsSlack.trouble = () => null;
    await asSuperuser(`alter database ${name} allow_connections true`);
    await until(() => itsSlack.taken.length === 9, 30_000);
    expect(new Set(itsSlack.taken.map(({ deliveryId }) => deliveryId)).size).toBe(9);
    // Told once, not at every look at the queue.
    expect(process.stderr.filter((line) => line.includes("cannot work")).length).toBeLessThanOrEqual(1);
    process.kill("SIGTERM");
    expect(await process.ended).toBe(0);
  }, 60_000);
});
