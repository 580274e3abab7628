import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { tick } from "../../src/jobs/clock.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, timePasses } from "../support/delivery-bot.ts";

let bot: DeliveryBot;
afterEach(() => bot.close());

const dueInMs = async () => {
  const { rows } = await sql<{ ms: number }>`
    select extract(epoch from d.due_at - max(e.at)) * 1000 as ms
    from delivery d join delivery_event e on e.delivery_id = d.id join message m on m.id = d.message_id
    where m.kind = 'reminder' and d.state in ('planned', 'unknown') group by d.id order by 1 desc limit 1`.execute(
    bot.test.store.db,
  );
  return Number(rows[0]?.ms);
};

/** The delay that follows each of `count` turns, to the nearest second. */
async function delaysS(count: number): Promise<number[]> {
  const delays: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    await timePasses(bot);
    await bot.deliverAll();
    delays.push(Math.round((await dueInMs()) / 1_000));
  }
  return delays;
}

const calls = (method: string) => bot.slack.calls.filter((call) => call === method).length;

describe.each(engines)("what fails for long, on %s", (engine) => {
  it.each([
    ["a token without the right to write to people", { kind: "error", error: "missing_scope" }],
    ["no answer about where people are", { kind: "cut" }],
  ] as const)("%s: each try comes later than the one before", async (_, trouble) => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) => (method === "conversations.open" ? trouble : null);
    await bot.tick();
    expect(await delaysS(7)).toEqual([1, 2, 4, 8, 16, 32, 64]);
    bot.slack.trouble = () => null;
    await timePasses(bot);
    await bot.deliverAll();
    expect(await bot.states()).toEqual(Array.from({ length: 9 }, () => "sent answered"));
  });

  it("a Slack that cannot be read back is asked later each time", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) => {
      if (method === "chat.postMessage") return { kind: "lost" };
      return method === "conversations.history" ? { kind: "cut" } : null;
    };
    await bot.tick();
    await bot.deliverAll();
    expect(await delaysS(5)).toEqual([1, 2, 4, 8, 16]);
  });

  it("a Slack that takes the question and not the message, each time: attempts come later and later", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "status", status: 500 } : null);
    await bot.tick();
    await bot.deliverAll();
    // A post, then a look: the delay before the next post doubles.
    expect(await delaysS(6)).toEqual([1, 10, 2, 10, 4, 10]);
  });

  it("a Slack asked too fast is left alone as long as it said, by everybody", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) =>
      method === "users.lookupByEmail" ? { kind: "too_fast", retryAfterS: 30 } : null;
    await bot.tick();
    await bot.deliverAll();
    const asked = calls("users.lookupByEmail");
    await sql`update delivery set due_at = clock_timestamp() where due_at is not null`.execute(
      bot.test.store.db,
    );
    await bot.deliverAll();
    expect(calls("users.lookupByEmail")).toBe(asked);
  });

  it("one part of a tick that always fails does not hold the others", async () => {
    bot = await deliveryBot(engine);
    const { ticking } = bot;
    const enqueue: typeof ticking.enqueue = async (trx, ids, afterMs) => {
      const [message] = await trx.selectFrom("message").select("kind").where("kind", "=", "digest").execute();
      if (message === undefined) throw new Error("reminders cannot be enqueued");
      await ticking.enqueue(trx, ids, afterMs);
    };
    await expect(tick({ ...ticking, enqueue })).rejects.toThrow("reminders cannot be enqueued");
    const kinds = await bot.test.store.db.selectFrom("message").select("kind").execute();
    expect(kinds).toEqual([{ kind: "digest" }]);
  });

  it("the job of a message that waits is put in the queue once, however often it is asked", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    const { db } = bot.test.store;
    await sql`update delivery set due_at = due_at - interval '1 hour', queued_at = queued_at - interval '1 hour'`.execute(
      db,
    );
    await bot.tick();
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from pgboss.job where name = 'delivery'`.execute(db);
    expect(rows).toEqual([{ count: 9 }]);
  });
});
