import { afterEach, describe, expect, it } from "vitest";
import { sendingTogether } from "../../src/store/deliveries-together.ts";
import { openDeliveries } from "../../src/store/open-deliveries.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, timePasses } from "../support/delivery-bot.ts";
import type { Trouble } from "../support/recording-slack.ts";

/** At the opening, the eight owners of the shipped plan are sent a message, and the channel its digest. */
const messages = 9;
const all = (state: string, count = messages) => Array.from({ length: count }, () => state);

let bot: DeliveryBot;
afterEach(() => bot.close());

/** How often each delivery is at the server, sorted. */
const arrivals = () => {
  const marked = bot.slack.taken.flatMap(({ deliveryId }) => (deliveryId === null ? [] : [deliveryId]));
  return [...Map.groupBy(marked, (id) => id).values()].map(({ length }) => length);
};

describe.each(engines)("messages on %s", (engine) => {
  it("each reader's message arrives once, and the ledger says so", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    expect(await bot.states()).toEqual(all("planned recorded"));
    await bot.deliverAll();
    expect(await bot.states()).toEqual(all("sent answered"));
    await bot.tick();
    await bot.deliverAll();
    expect(arrivals()).toEqual(Array.from({ length: messages }, () => 1));
  });

  // What Slack does at the first post of each message, and what the ledger says once that time has passed.
  it.each<[string, Trouble, string, string]>([
    ["the line is cut after the work", { kind: "lost" }, "unknown no_answer", "reconciled read_back"],
    ["the line is cut before the work", { kind: "cut" }, "unknown no_answer", "sent answered"],
    ["HTTP 500", { kind: "status", status: 500 }, "unknown no_answer", "sent answered"],
    ["its own failure", { kind: "error", error: "internal_error" }, "unknown no_answer", "sent answered"],
    ["too fast", { kind: "too_fast", retryAfterS: 30 }, "planned rate_limited", "sent answered"],
    ["a revoked token", { kind: "error", error: "token_revoked" }, "planned unauthorised", "sent answered"],
    ["an answer that is late", { kind: "late", ms: 1_500 }, "sent answered", "sent answered"],
  ])("%s", async (_, trouble, atFirst, inTheEnd) => {
    bot = await deliveryBot(engine);
    const troubled = new Set<string>();
    bot.slack.trouble = (method, { metadata = "" }) => {
      if (method !== "chat.postMessage" || troubled.has(metadata)) return null;
      troubled.add(metadata);
      return trouble;
    };
    await bot.tick();
    await bot.deliverAll();
    expect(await bot.states()).toEqual(all(atFirst));
    for (let turn = 0; turn < 3; turn += 1) {
      await timePasses(bot);
      await bot.deliverAll();
    }
    expect(await bot.states()).toEqual(all(inTheEnd));
    expect(arrivals()).toEqual(Array.from({ length: messages }, () => 1));
  });

  it("places that are gone: nothing is sent again, and the referents hear of the channel's message", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) =>
      method === "chat.postMessage" ? { kind: "error", error: "is_archived" } : null;
    await bot.tick();
    await bot.deliverAll();
    expect(await bot.states()).toEqual([...all("planned recorded", 2), ...all("refused gone")]);
    bot.slack.trouble = () => null;
    await bot.deliverAll();
    expect(await bot.states()).toEqual([...all("refused gone"), ...all("sent answered", 2)]);
    expect(bot.slack.taken.map(({ text }) => text.split("\n", 1)[0])).toEqual(
      all("Un message n’a pas pu être envoyé", 2),
    );
  });

  it("a process that died after taking a message: it is read back before it is sent again", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    const { db } = bot.test.store;
    const ids = (await db.selectFrom("delivery").select("id").execute()).map(({ id }) => id);
    const [arrived, lost] = await openDeliveries(db, ids);
    if (arrived === undefined || lost === undefined) throw new Error("two messages are expected");
    const token = "7f1a3f0e-0000-4000-8000-000000000000";
    for (const each of [arrived, lost]) {
      const email = each.reader?.email ?? "";
      const [platform] = bot.ticking.platforms;
      const place = (await platform?.reach(email)) ?? "";
      await sendingTogether(db, [
        { turn: each, taking: { token, leaseMs: 60_000, platform: "slack", place, dropped: [] } },
      ]);
      if (each === arrived && place !== "")
        await platform?.post(
          place,
          { title: "?", blocks: [] },
          { language: "fr" },
          { deliveryId: each.id, isLate: () => false },
        );
    }
    // Its time is not over: nobody else touches them.
    await bot.deliverAll();
    expect(bot.slack.taken.filter(({ deliveryId }) => deliveryId === lost.id)).toEqual([]);
    for (let turn = 0; turn < 3; turn += 1) {
      await timePasses(bot);
      await bot.deliverAll();
    }
    expect(await bot.states()).toEqual(["reconciled read_back", ...all("sent answered", messages - 1)]);
    expect(arrivals()).toEqual(Array.from({ length: messages }, () => 1));
  });

  it("a message found far back in a busy conversation is not sent again", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "lost" } : null);
    await bot.tick();
    await bot.deliverAll();
    const [first] = bot.slack.taken;
    if (first === undefined) throw new Error("a message is expected");
    for (let count = 0; count < 450; count += 1)
      bot.slack.taken.push({
        ...first,
        ts: `${Number(first.ts.split(".")[0]) + 1}.${count}`,
        deliveryId: null,
      });
    await timePasses(bot);
    await bot.deliverAll();
    expect(await bot.states()).toEqual(all("reconciled read_back"));
  });

  it("Slack that cannot be read back now: nothing is sent until it can", async () => {
    bot = await deliveryBot(engine);
    bot.slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "lost" } : null);
    await bot.tick();
    await bot.deliverAll();
    bot.slack.trouble = (method) => (method === "conversations.history" ? { kind: "cut" } : null);
    await timePasses(bot);
    await bot.deliverAll();
    expect(await bot.states()).toEqual(all("unknown not_read_back"));
    bot.slack.trouble = () => null;
    await timePasses(bot);
    await bot.deliverAll();
    expect(await bot.states()).toEqual(all("reconciled read_back"));
    expect(arrivals()).toEqual(Array.from({ length: messages }, () => 1));
  });

  it("two workers on the same messages send each once", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    await Promise.all([bot.deliverAll(), bot.deliverAll(), bot.deliverAll()]);
    expect(await bot.states()).toEqual(all("sent answered"));
    expect(arrivals()).toEqual(Array.from({ length: messages }, () => 1));
  });
});
