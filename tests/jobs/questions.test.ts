import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it } from "vitest";
import { handle } from "../../src/commands/handle.ts";
import { sendingTogether } from "../../src/store/deliveries-together.ts";
import { openDeliveries } from "../../src/store/open-deliveries.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, timePasses } from "../support/delivery-bot.ts";

const asked = "Où est le compteur de gaz ?";
const thread = "slack:C0CLUSTER:1790000000.000100";

let bot: DeliveryBot;
afterEach(() => bot.close());

/** Says a line there at the bot's moment. */
async function say(line: string, as: string, conversation?: string): Promise<void> {
  const there = conversation === undefined ? {} : { conversation };
  const now = Temporal.Instant.from(bot.at);
  const email = `${as}@cluster.example`;
  const reply = await handle(bot.test.cairn, { email, line, now, platform: "slack", ...there });
  expect(reply.ok, JSON.stringify(reply)).toBe(true);
}

/** What Slack holds of questions: "channel thread title". */
const told = () =>
  bot.slack.taken
    .filter(({ text }) => /question/iu.test(text.split("\n", 1)[0] ?? ""))
    .map(({ channel, thread: there, text }) => `${channel} ${there ?? "–"} ${text.split("\n", 1)[0]}`);

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await bot.tick();
    await timePasses(bot);
    await bot.deliverAll();
  }
}

const direct = (as: string) =>
  `DU${Buffer.from(`${as}@cluster.example`).toString("hex").toUpperCase()}`.replace("DU", "D");

const answered = "Les référents ont répondu à la question 1";

describe.each(engines)("an answer on %s", (engine) => {
  async function started(at: string): Promise<void> {
    bot = await deliveryBot(engine);
    bot.at = at;
    await say(`/cairn transmettre ${asked}`, "membre", thread);
  }
  const morning = "2026-11-24T09:00:00Z";

  it("is told where the question was asked, once, with the question and who answered", async () => {
    await started(morning);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await turns(3);
    expect(told()).toEqual([`C0CLUSTER 1790000000.000100 ${answered}`]);
    expect(bot.slack.taken.find(({ text }) => text.startsWith(answered))?.blocks).toContain("Au sous-sol.");
  });

  it.each(["slack", "slack:C0CLUSTER"])("asked in %s, goes to that conversation", async (conversation) => {
    bot = await deliveryBot(engine);
    bot.at = morning;
    await say(`/cairn transmettre ${asked}`, "membre", conversation);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await turns(2);
    const channel = conversation === "slack" ? direct("membre") : "C0CLUSTER";
    expect(told()).toEqual([`${channel} – ${answered}`]);
  });

  it.each(["lost", "cut"] as const)("is told once when the line is %s", async (kind) => {
    await started(morning);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    let troubled = false;
    bot.slack.trouble = (method, { text = "" }) => {
      if (method !== "chat.postMessage" || troubled || !text.startsWith(answered)) return null;
      troubled = true;
      return { kind };
    };
    await turns(4);
    expect(troubled).toBe(true);
    expect(told()).toEqual([`C0CLUSTER 1790000000.000100 ${answered}`]);
  });

  it("is told once when the process that took it died, after the post or before it", async () => {
    await started(morning);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await bot.tick();
    const { db } = bot.test.store;
    const rows = await db
      .selectFrom("delivery")
      .innerJoin("message", "message.id", "delivery.message_id")
      .where("message.kind", "=", "answer")
      .select("delivery.id")
      .execute();
    const [delivery] = await openDeliveries(
      db,
      rows.map(({ id }) => id),
    );
    const [platform] = bot.ticking.platforms;
    if (delivery === undefined || platform === undefined) throw new Error("an answer is expected");
    expect(delivery.place).toBe(thread);
    const token = "7f1a3f0e-0000-4000-8000-000000000000";
    const taking = { token, leaseMs: 60_000, platform: "slack", place: thread, dropped: [] } as const;
    await sendingTogether(db, [{ turn: delivery, taking }]);
    const mark = { deliveryId: delivery.id, isLate: () => false };
    await platform.post(thread, { title: answered, blocks: [] }, { language: "fr" }, mark);
    await turns(3);
    expect(told()).toEqual([`C0CLUSTER 1790000000.000100 ${answered}`]);
  });

  it.each(["not_in_channel", "channel_not_found", "is_archived"])(
    "goes to its asker alone when Slack says %s",
    async (error) => {
      await started(morning);
      await say("/cairn repondre 1 Au sous-sol.", "technique");
      bot.slack.trouble = (method, { channel }) =>
        method === "chat.postMessage" && channel === "C0CLUSTER" ? { kind: "error", error } : null;
      await turns(3);
      expect(told()).toEqual([`${direct("membre")} – ${answered}`]);
      // The conversation is forgotten: the correction does not try it again.
      await say("/cairn repondre 1 Au garage.", "technique");
      const before = bot.slack.calls.length;
      await turns(2);
      expect(told()).toHaveLength(2);
      expect(bot.slack.calls.slice(before).filter((call) => call.startsWith("chat.post"))).toHaveLength(1);
    },
  );

  it("that was corrected before it left is told as corrected, once; one corrected later is told again", async () => {
    await started(morning);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await bot.tick();
    await say("/cairn repondre 1 Au garage.", "politique");
    await turns(3);
    const corrected = "Les référents ont corrigé leur réponse à la question 1";
    expect(told()).toEqual([`C0CLUSTER 1790000000.000100 ${corrected}`]);
    await say("/cairn repondre 1 Au grenier.", "politique");
    await turns(2);
    expect(told()).toHaveLength(2);
  });

  it("waits for the hours in which messages leave", async () => {
    await started("2026-11-24T19:00:00Z");
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await turns(2);
    expect(told()).toEqual([]);
    bot.at = "2026-11-25T08:00:00Z";
    await turns(2);
    expect(told()).toEqual([`C0CLUSTER 1790000000.000100 ${answered}`]);
  });

  it("of somebody who was erased is told to nobody", async () => {
    await started(morning);
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    await bot.tick();
    await bot.test.store.db.deleteFrom("person").where("email", "=", "membre@cluster.example").execute();
    await turns(2);
    expect(told()).toEqual([]);
    const { rows } = await sql`select 1 from message where kind = 'answer'`.execute(bot.test.store.db);
    expect(rows).toEqual([]);
  });
});

describe.each(engines)("the referents' reminder of open questions on %s", (engine) => {
  const waiting = "Des questions vous attendent";
  const reminders = () =>
    bot.slack.taken.flatMap(({ channel, text }) => (text.startsWith(waiting) ? [channel] : [])).toSorted();
  const pair = [direct("technique"), direct("politique")].toSorted();
  const on = async (at: string) => {
    bot.at = at;
    const before = reminders().length;
    await turns(2);
    return reminders().length - before;
  };

  it("comes to both after five business days, then every five, never twice, and stops with the answer", async () => {
    bot = await deliveryBot(engine);
    bot.at = "2026-11-24T09:00:00Z";
    await say(`/cairn transmettre ${asked}`, "membre");
    expect(await on("2026-11-30T10:00:00Z")).toBe(0);
    expect(await on("2026-12-01T07:00:00Z")).toBe(0);
    expect(await on("2026-12-01T10:00:00Z")).toBe(2);
    expect(reminders()).toEqual(pair);
    expect(await on("2026-12-01T11:00:00Z")).toBe(0);
    expect(await on("2026-12-07T10:00:00Z")).toBe(0);
    expect(await on("2026-12-08T10:00:00Z")).toBe(2);
    bot.at = "2026-12-09T10:00:00Z";
    await say("/cairn repondre 1 Au sous-sol.", "technique");
    expect(await on("2026-12-15T10:00:00Z")).toBe(0);
  });

  it("is part of their message about figures when there is one that day, and no message of its own", async () => {
    bot = await deliveryBot(engine);
    // 2026-10-22 is the escalation of the third quarter: both referents are told of it.
    bot.at = "2026-10-15T10:00:00Z";
    await say(`/cairn transmettre ${asked}`, "membre");
    expect(await on("2026-10-22T10:00:00Z")).toBe(0);
    const their = bot.slack.taken.filter(({ channel }) => pair.includes(channel));
    expect(their.filter(({ blocks }) => blocks.includes("Question 1 : Où est le compteur"))).toHaveLength(2);
    const others = bot.slack.taken.filter(({ channel }) => !pair.includes(channel));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ blocks }) => blocks.includes("compteur de gaz"))).toEqual([]);
    expect(await on("2026-10-23T10:00:00Z")).toBe(0);
  });

  it("goes to the other half of the pair while one is away, and waits while one has reminders put off", async () => {
    bot = await deliveryBot(engine);
    bot.at = "2026-11-24T09:00:00Z";
    await say(`/cairn transmettre ${asked}`, "membre");
    // What is said of figures that day is not said again later.
    await turns(2);
    await say("/cairn absence 30/11 04/12", "technique");
    await say("/cairn rappels 2026-12-03", "politique");
    expect(await on("2026-12-01T10:00:00Z")).toBe(0);
    expect(await on("2026-12-03T10:00:00Z")).toBe(1);
    expect(reminders()).toEqual([direct("politique")]);
  });
});
