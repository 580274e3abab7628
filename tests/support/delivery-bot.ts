import { Temporal } from "temporal-polyfill";
import type { Cairn } from "../../src/commands/request.ts";
import { type Ticking, tick } from "../../src/jobs/clock.ts";
import { deliver } from "../../src/jobs/deliver.ts";
import { defaultTiming } from "../../src/jobs/delivering.ts";
import { openQueue, type Queue } from "../../src/jobs/delivery.ts";
import { openLog } from "../../src/log.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { slackOver } from "../../src/platforms/slack/slack.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { freshCairn, type TestCairn } from "./cairn.ts";
import type { Engine } from "./databases.ts";
import { type RecordingSlack, recordingSlack } from "./recording-slack.ts";

/** The opening of the third quarter's collection of 2026, at 9:30 in Paris. */
export const opening = "2026-10-01T07:30:00Z";

/** Slack, on that server. */
export function slackAt(apiUrl: string, cairn: Cairn, now: () => Temporal.Instant): Platform {
  const settings = {
    ...{ botToken: "xoxb-1-2-secret", signingSecret: "8f742231b10e8888abcd99yyyzzz85a5" },
    ...{ appToken: null, teamId: "T0CLUSTER", apiUrl, channel: "C0CLUSTER" },
  };
  return slackOver(settings, { cairn, log: openLog("silent"), now });
}

/** The jobs of a database done by hand, on a clock that stands still. */
export type DeliveryBot = {
  readonly test: TestCairn;
  readonly slack: RecordingSlack;
  readonly queue: Queue;
  readonly ticking: Ticking;
  /** The moment it is said to be. */
  at: string;
  readonly tick: () => Promise<void>;
  /** Does once what is due for every delivery on its way, whether its time has come or not. */
  readonly deliverAll: () => Promise<void>;
  /** "state cause" of each delivery, sorted. */
  readonly states: () => Promise<string[]>;
  readonly close: () => Promise<void>;
};

/** A database of that engine with the shipped plan, and a Slack beside it, or another platform. */
export async function deliveryBot(engine: Engine, other?: Platform): Promise<DeliveryBot> {
  const test = await freshCairn(engine);
  const { store, cairn } = test;
  const slack = await recordingSlack();
  const queue = await openQueue(store, openLog("silent"));
  const now = () => Temporal.Instant.from(bot.at);
  const ticking: Ticking = {
    ...{ cairn, enqueue: queue.enqueue, now, random: () => 0, draw: drawCard },
    ...{ platforms: [other ?? slackAt(slack.apiUrl, cairn, now)], log: openLog("error") },
    ...{ timing: defaultTiming, pace: { channelMs: 0, platformMs: 0 }, onStep: () => {} },
  };
  const deliverAll = async () => {
    const open = ["planned", "sending", "unknown"] as const;
    const rows = await store.db.selectFrom("delivery").where("state", "in", open).select("id").execute();
    await deliver(
      ticking,
      rows.map(({ id }) => id),
    );
  };
  const states = async () => {
    const rows = await store.db.selectFrom("delivery").select(["state", "cause"]).execute();
    return rows.map(({ state, cause }) => `${state} ${cause}`).sort();
  };
  const close = async () => {
    await queue.stop();
    await slack.close();
    await store.close();
  };
  const bot: DeliveryBot = {
    ...{ test, slack, queue, ticking, at: opening, tick: () => tick(ticking), deliverAll, states, close },
  };
  return bot;
}

/** Makes every delivery due now: as if the time it waits had passed. */
export async function timePasses({ test }: DeliveryBot): Promise<void> {
  const { db } = test.store;
  const { sql } = await import("kysely");
  await sql`update delivery set due_at = clock_timestamp() where due_at is not null`.execute(db);
  await sql`update delivery set lease_until = clock_timestamp() - interval '1 second' where lease_until is not null`.execute(
    db,
  );
  await sql`delete from pace`.execute(db);
}
