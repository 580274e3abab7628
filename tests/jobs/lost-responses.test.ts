import { expect, it } from "vitest";
import { deliveryBot, timePasses } from "../support/delivery-bot.ts";

/** Each stage of three quarters, as tests/fixtures/calendar.json gives them. */
const stageDays = [
  ...["2026-01-02", "2026-01-08", "2026-01-14", "2026-01-16", "2026-01-22"],
  ...["2026-04-01", "2026-04-08", "2026-04-14", "2026-04-16", "2026-04-22"],
  ...["2026-07-01", "2026-07-07", "2026-07-13", "2026-07-16", "2026-07-22"],
];

it("Slack takes over a hundred messages and cuts the line each time: all are found there, and none is sent again", async () => {
  const bot = await deliveryBot("postgres");
  bot.slack.trouble = (method) => (method === "chat.postMessage" ? { kind: "lost" } : null);
  for (const day of stageDays) {
    bot.at = `${day}T09:30:00Z`;
    await bot.tick();
    await bot.deliverAll();
    await timePasses(bot);
    await bot.deliverAll();
  }
  const arrived = bot.slack.taken.map(({ deliveryId }) => deliveryId);
  expect(arrived.length).toBeGreaterThan(100);
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(await bot.states()).toEqual(arrived.map(() => "reconciled read_back"));
  await bot.close();
}, 120_000);
