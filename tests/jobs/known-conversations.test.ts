import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Platform } from "../../src/platforms/platform.ts";
import { forgetSlackAccount } from "../../src/store/slack-conversations.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, opening, slackAt } from "../support/delivery-bot.ts";

const email = "energie@cluster.example";
const account = (of: string) => Buffer.from(of).toString("hex").toUpperCase();

let bot: DeliveryBot;
afterEach(() => bot.close());

/** Another process that serves the same Slack, at that moment. */
function processAt(at: string): Platform {
  return slackAt(bot.slack.apiUrl, bot.test.cairn, () => Temporal.Instant.from(at));
}

describe.each(engines)("where people are reached in Slack, on %s", (engine) => {
  beforeEach(async () => {
    bot = await deliveryBot(engine);
    bot.slack.calls.length = 0;
  });

  const asked = ["users.lookupByEmail", "conversations.open"];

  it("is asked of Slack once, and then known to every process", async () => {
    expect(await processAt(opening).reach(email)).toBe(`slack:D${account(email)}`);
    expect(await processAt(opening).reach("Energie@Cluster.example")).toBe(`slack:D${account(email)}`);
    expect(bot.slack.calls).toEqual(asked);
  });

  it("is asked again a month later", async () => {
    await processAt(opening).reach(email);
    await processAt("2026-10-31T07:30:00Z").reach(email);
    expect(bot.slack.calls).toEqual(asked);
    await processAt("2026-10-31T07:30:01Z").reach(email);
    expect(bot.slack.calls).toEqual([...asked, ...asked]);
  });

  it("is asked again once the account has changed", async () => {
    await processAt(opening).reach(email);
    await forgetSlackAccount(bot.test.store.db, `U${account(email)}`);
    await processAt(opening).reach(email);
    expect(bot.slack.calls).toEqual([...asked, ...asked]);
  });

  it("is kept of nobody but the people Cairn knows", async () => {
    const stranger = "inconnu@cluster.example";
    expect(await processAt(opening).reach(stranger)).toBe(`slack:D${account(stranger)}`);
    expect(await bot.test.store.db.selectFrom("slack_conversation").select("account").execute()).toEqual([]);
  });

  it("is where their account is now: a message to one made anew goes there, and arrives once", async () => {
    await processAt(opening).reach(email);
    bot.slack.renewed.set(email, "UNEW");
    await bot.tick();
    await bot.deliverAll();
    await bot.deliverAll();
    expect(new Set(await bot.states())).toEqual(new Set(["sent answered"]));
    expect(bot.slack.taken.filter(({ channel }) => channel === "DNEW")).toHaveLength(1);
  });

  it("is nowhere once their account is closed: what was for them is refused, and told", async () => {
    await processAt(opening).reach(email);
    bot.slack.renewed.set(email, "UNEW");
    bot.slack.strangers.add(email);
    await bot.tick();
    await bot.deliverAll();
    expect((await bot.states()).filter((state) => state.startsWith("refused"))).toEqual(["refused gone"]);
  });
});
