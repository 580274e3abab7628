import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inboxOf } from "../../src/commands/inbox.ts";
import { nothingTyped } from "../../src/platforms/figure-sent.ts";
import { requestKey } from "../../src/platforms/slack/accepted.ts";
import { keptForm } from "../../src/platforms/slack/forms-kept.ts";
import { freshSession } from "../../src/platforms/slack/forms-session.ts";
import { member, now, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { figures, formOf } from "../support/slack-forms.ts";

describe("a form sent", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
  });
  afterAll(() => bot.close());

  it("that takes too long is kept, says so, and shows its receipt when it is done", async () => {
    const window = await formOf(bot, "eau T3 2025");
    window.type("value", "19");
    bot.slack.users.set("ULATE", member("ULATE", "energie"));
    const release = bot.slack.hold("users.info");
    const answer = await window.submit({ user: { id: "ULATE", name: "late" } });
    expect(JSON.stringify(answer)).toContain("Je m’en occupe.");
    expect(await figures(bot, "eau")).toEqual([]);
    release();
    await expect.poll(() => window.words(), { timeout: 5_000 }).toContain("C’est noté, merci !");
    expect(await figures(bot, "eau")).toMatchObject([{ period: "2025-T3", value: "19" }]);
    await expect.poll(() => bot.test.store.db.selectFrom("inbox").selectAll().execute()).toEqual([]);
  });

  it("that takes too long and is closed meanwhile is answered by direct message", async () => {
    const window = await formOf(bot, "eau T2 2025");
    window.type("value", "18");
    bot.slack.users.set("ULATER", member("ULATER", "energie"));
    const release = bot.slack.hold("users.info");
    await window.submit({ user: { id: "ULATER", name: "later" } });
    window.close();
    release();
    await expect
      .poll(() => bot.slack.posted, { timeout: 5_000 })
      .toMatchObject([{ channel: "DLATER", text: expect.stringContaining("18") }]);
  });

  it("that was kept by a process that died is taken by another, once, and answered by direct message", async () => {
    bot.slack.posted.length = 0;
    const dead = inboxOf(bot.test.cairn, () => now.subtract({ minutes: 2 }));
    const typed = {
      ...nothingTyped,
      indicator: "eau",
      period: "2025-T1",
      value: "17",
      note: "relevé\nconfirmer",
    };
    const sent = { session: freshSession, typed, confirmed: false, key: requestKey("form", "V1") };
    const direct = { shared: false, channel: null, responseUrl: null, responseUntil: null };
    await dead.keep({ key: sent.key, account: "UENERGIE", line: keptForm(sent), ...direct });
    await bot.platform.start();
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([{ channel: "DENERGIE", text: expect.stringContaining("17\u00A0m3") }]);
    const kept = (await figures(bot, "eau")).filter(({ period }) => period === "2025-T1");
    expect(kept).toMatchObject([{ value: "17", note: "relevé confirmer" }]);
    await expect.poll(() => bot.test.store.db.selectFrom("inbox").selectAll().execute()).toEqual([]);
  });
});
