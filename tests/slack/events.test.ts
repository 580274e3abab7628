import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { engines } from "../support/databases.ts";
import { member, now, type SlackBot, slackBot } from "../support/slack-bot.ts";

let place = 0;

/** A direct message, as docs.slack.dev/reference/events/message.im shows it; each has its own moment. */
function direct(text: string, changes: object = {}) {
  place += 1;
  const ts = `1790000${String(place).padStart(3, "0")}.000200`;
  const message = { type: "message", channel: "D0ENERGIE", channel_type: "im", user: "UENERGIE", text, ts };
  return { ...message, event_ts: ts, client_msg_id: `msg-${place}`, ...changes };
}

/** A mention in the cluster's channel, as docs.slack.dev/reference/events/app_mention shows it. */
function mention(text: string, changes: object = {}) {
  const { channel_type, ...message } = direct(text, { channel: "C0CLUSTER" });
  return { ...message, type: "app_mention", ...changes };
}

describe.each(engines)("a message to Cairn on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot(engine);
    bot.slack.channels.add("D0ENERGIE");
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.slack.posted.length = 0;
  });
  const posts = () => bot.slack.posted.map(({ method, channel, thread }) => ({ method, channel, thread }));
  const figures = () => allEntries(bot.test.store.db);
  const traces = () => bot.test.store.db.selectFrom("slack_event").select("key").execute();

  it("is a line of the same grammar, answered where it was said", async () => {
    expect(await bot.event(direct("saisir electricite 12 kWh T3"))).toEqual({ status: 200, body: "" });
    await expect.poll(posts).toEqual([{ method: "chat.postMessage", channel: "D0ENERGIE", thread: null }]);
    expect(bot.slack.posted[0]?.text).toContain("12\u00A0kWh");
    expect(await figures()).toMatchObject([{ indicator: "electricite", platform: "slack" }]);
  });

  it("in a thread is answered in that thread", async () => {
    await bot.event(direct("/cairn plan AI.1", { thread_ts: "1789999999.000100" }));
    await expect
      .poll(posts)
      .toEqual([{ method: "chat.postMessage", channel: "D0ENERGIE", thread: "1789999999.000100" }]);
  });

  it("that mentions it is answered in the message’s thread", async () => {
    const event = mention("<@U0CAIRN> bilan 2025");
    await bot.event(event);
    await expect
      .poll(posts)
      .toEqual([{ method: "chat.postMessage", channel: "C0CLUSTER", thread: event.ts }]);
  });

  it("in a channel that is refused is answered to its author alone", async () => {
    await bot.event(mention("<@U0CAIRN> bilna 2025", { thread_ts: "1789999999.000100" }));
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([{ method: "chat.postEphemeral", user: "UENERGIE", thread: "1789999999.000100" }]);
  });

  const retried = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
  it.each<[string, string, (index: number) => Record<string, string>]>([
    ["without a retry header", "31", () => ({})],
    ["with a retry header on every other", "32", (index) => (index % 2 === 0 ? {} : retried)],
    ["only as retries", "33", () => retried],
  ])("delivered eleven times at once, %s, is answered exactly once", async (_, value, headers) => {
    const [before, kept] = [await figures(), await traces()];
    const event = direct(`cairn corriger electricite T3 ${value} kWh relevé relu`);
    // Nobody is known any more: all eleven come in before any can be answered.
    await bot.event({ type: "user_change", user: { id: "UENERGIE", team_id: "T0CLUSTER" } });
    const release = bot.slack.hold("users.info");
    const deliveries = Array.from({ length: 11 }, (_each, index) =>
      bot.event(event, { event_id: `Ev${value}${index}` }, headers(index)),
    );
    release();
    expect(new Set((await Promise.all(deliveries)).map(({ status }) => status))).toEqual(new Set([200]));
    for (let again = 0; again < 2; again++) expect((await bot.event(event, {}, headers(1))).status).toBe(200);
    await bot.platform.stop();
    expect(posts()).toHaveLength(1);
    expect(await figures()).toHaveLength(before.length + 1);
    expect(await traces()).toHaveLength(kept.length + 1);
  });

  it("delivered one by one, eleven times, then to another process, is answered exactly once", async () => {
    const event = direct("cairn corriger electricite T3 41 kWh relevé relu");
    const before = await figures();
    for (let delivery = 1; delivery <= 11; delivery++)
      expect((await bot.event(event, { event_id: `Ev41${delivery}` }, retried)).status).toBe(200);
    const other = await bot.another();
    expect((await other.event(event, { event_id: "Ev41" })).status).toBe(200);
    await Promise.all([bot.platform.stop(), other.close()]);
    expect(posts()).toHaveLength(1);
    expect(await figures()).toHaveLength(before.length + 1);
  });

  it("that another process is answering is not acknowledged, so that Slack delivers it again", async () => {
    const event = direct("cairn corriger electricite T3 51 kWh relevé relu");
    const before = await figures();
    const other = await bot.another();
    const { db } = bot.test.store;
    const key = createHash("sha256").update(`${event.channel} ${event.ts}`).digest("hex");
    await db.insertInto("slack_event").values({ key, taken_at: now.toString(), done_at: null }).execute();
    expect((await bot.event(event)).status).toBe(500);
    expect(await figures()).toEqual(before);
    // That one failed, and gave it back.
    await db.deleteFrom("slack_event").where("key", "=", key).execute();
    expect((await other.event(event, {}, retried)).status).toBe(200);
    expect((await bot.event(event, {}, retried)).status).toBe(200);
    await Promise.all([bot.platform.stop(), other.close()]);
    expect(posts()).toHaveLength(1);
    expect(await figures()).toHaveLength(before.length + 1);
  });

  it("is delivered again by Slack after a failure, and answered then", async () => {
    const event = direct("saisir papier 3 kg T3", { user: "UNEUF" });
    bot.slack.users.set("UNEUF", member("UNEUF", "energie"));
    bot.slack.mishaps.set("users.info", [{ kind: "cut" }]);
    expect((await bot.event(event)).status).toBe(500);
    expect((await bot.event(event)).status).toBe(200);
    await expect.poll(posts).toHaveLength(1);
  });

  it("has its answer posted again once Slack says how long to wait, and no sooner", async () => {
    bot.slack.mishaps.set("chat.postMessage", [{ kind: "too_fast", retryAfterS: 1 }]);
    expect((await bot.event(direct("plan AI.2"))).status).toBe(200);
    expect(posts()).toEqual([]);
    await expect.poll(posts, { timeout: 5_000 }).toHaveLength(1);
  });

  it("whose answer is lost after Slack took it is not answered twice", async () => {
    bot.slack.mishaps.set("chat.postMessage", [{ kind: "lost" }]);
    const event = direct("plan AI.3");
    await bot.event(event);
    await expect.poll(posts).toHaveLength(1);
    await bot.event(event);
    await bot.platform.stop();
    expect(posts()).toHaveLength(1);
  });

  it("whose native table Slack refuses is answered with a plainer one", async () => {
    bot.slack.mishaps.set("chat.postMessage", [{ kind: "error", error: "invalid_blocks" }]);
    await bot.event(direct("bilan 2025"));
    await expect.poll(posts).toHaveLength(1);
    expect(JSON.stringify(bot.slack.posted[0]?.blocks)).not.toMatch(/"type":"(?:data_)?table"/u);
  });

  it.each<[string, object]>([
    ["of a bot", direct("plan", { bot_id: "B0AUTRE" })],
    ["of Cairn itself", direct("plan", { user: "U0CAIRN" })],
    ["edited", direct("plan", { subtype: "message_changed" })],
    ["of a channel, without its name", direct("plan", { channel: "C0CLUSTER", channel_type: "channel" })],
  ])("%s is left alone", async (_, event) => {
    expect((await bot.event(event)).status).toBe(200);
    await bot.platform.stop();
    expect(posts()).toEqual([]);
  });

  it("of a guest is refused once, to the guest alone, and leaves no trace", async () => {
    const before = await traces();
    bot.slack.users.set("UINVITE", member("UINVITE", "energie", { is_restricted: true }));
    const event = mention("<@U0CAIRN> saisir electricite 1 kWh T1", { user: "UINVITE" });
    for (let again = 0; again < 3; again++) expect((await bot.event(event)).status).toBe(200);
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([
        { method: "chat.postEphemeral", user: "UINVITE", text: expect.stringContaining("Désolé") },
      ]);
    expect(await traces()).toEqual(before);
  });

  it("through another workspace is not answered", async () => {
    expect((await bot.event(direct("plan"), { team_id: "T0AUTRE" })).status).toBe(200);
    await bot.platform.stop();
    expect(posts()).toEqual([]);
  });
});
