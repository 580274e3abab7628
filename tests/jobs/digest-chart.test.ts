import { afterEach, describe, expect, it } from "vitest";
import { loadExample } from "../../src/cli/example.ts";
import { chartFrom } from "../../src/jobs/posted-digest.ts";
import { chartBlock } from "../../src/platforms/slack/chart.ts";
import { postedDigest } from "../../src/store/digests.ts";
import { type DeliveryBot, deliveryBot, opening } from "../support/delivery-bot.ts";
import { smallPrint } from "../support/slack-blocks.ts";

let bot: DeliveryBot;
afterEach(() => bot.close());

/** The digest of September with the example's figures, as it came to the channel, and the chart it was frozen with. */
async function delivered(refusals: readonly string[]) {
  bot = await deliveryBot("pglite");
  await loadExample(bot.test.cairn);
  bot.at = opening;
  const left = [...refusals];
  bot.slack.trouble = (method, { channel }) => {
    const error = method === "chat.postMessage" && channel === "C0CLUSTER" ? left.shift() : undefined;
    return error === undefined ? null : { kind: "error", error };
  };
  await bot.tick();
  // What people record since then is of the next digest.
  const line = "corriger electricite 2026-T1 1 kWh compteur confirmer";
  expect(await bot.test.reply(line, { as: "technique", at: opening })).toMatchObject({ ok: true });
  await bot.deliverAll();
  const posts = bot.slack.taken.filter(({ channel }) => channel === "C0CLUSTER");
  const posted = await postedDigest(bot.test.store.db, "2026-09");
  const blocks: unknown[] = JSON.parse(posts[0]?.blocks ?? "[]");
  return { posts: posts.length, blocks, chart: chartFrom(posted?.chart, "chart") };
}

describe("the digest in the channel", () => {
  it("has its chart as Slack's own, as it was frozen, and the chart's figures in words", async () => {
    const { posts, blocks, chart } = await delivered([]);
    const own = chartBlock(chart);
    expect(own).not.toBeNull();
    const at = blocks.findIndex((block) => JSON.stringify(block) === JSON.stringify(own));
    expect(blocks[at + 1]).toEqual(smallPrint(chart.alternative));
    expect([posts, at > 0]).toEqual([1, true]);
  });

  it("keeps the same words where Slack takes no chart, and comes once", async () => {
    const { posts, blocks, chart } = await delivered(["invalid_blocks"]);
    expect(blocks).toContainEqual(smallPrint(chart.alternative));
    expect(JSON.stringify(blocks)).not.toMatch(/data_visualization|"table"/u);
    expect(posts).toBe(1);
    expect(await bot.states()).toContain("sent answered");
  });
});
