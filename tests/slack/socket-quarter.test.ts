import { afterAll, beforeAll, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { type SlackBot, slackBot, throughSockets } from "../support/slack-bot.ts";
import { offered, opened } from "../support/slack-forms.ts";

let bot: SlackBot;
beforeAll(async () => {
  bot = throughSockets(await slackBot("pglite", { socketMode: true }));
});
afterAll(() => bot.close());

const figures = async () =>
  (await allEntries(bot.test.store.db)).map(({ indicator, period, revision, value }) =>
    [indicator, period, revision, value?.toString()].join(" "),
  );
const home = () => JSON.stringify(bot.slack.viewed.findLast(({ user }) => user === "UENERGIE")?.view);
const openHome = () =>
  bot.event({ type: "app_home_opened", user: "UENERGIE", channel: "D0HOME", event_ts: "1.1", tab: "home" });

it("in Socket Mode, the Home shows what is owed", async () => {
  expect(await openHome()).toEqual({ status: 200, body: "" });
  expect(home()).toContain("Eau du robinet, T3 2026 : en retard");
});

it("a button of it opens the form, which asks for its menu and takes a figure once", async () => {
  const window = await opened(bot, "UENERGIE", () => bot.press("/saisir eau 2026-T3"));
  const menu = await offered(bot, "UENERGIE", "eau");
  expect(menu.flatMap(([, values]) => values)).toContain("eau");
  window.type("value", "1.234");
  expect(await window.submit()).toMatchObject({ response_action: "update" });
  window.choose("reading", "1234");
  window.type("value", "1.234");
  const sent = window.submission();
  expect(await window.submit()).toMatchObject({ response_action: "update" });
  await bot.deliver(sent);
  expect(await figures()).toEqual(["eau 2026-T3 1 1234"]);
});

it("the Home follows, and so does a command", async () => {
  await expect.poll(home).not.toContain("Eau du robinet, T3 2026 : en retard");
  const { body } = await bot.command("/cairn", "historique eau");
  expect(JSON.parse(body)).toMatchObject({ response_type: "ephemeral" });
  expect(body).toMatch(/1\s234\sm3/u);
});

it("a field that is wrong is told under it", async () => {
  const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "gaz T3 2026"));
  window.type("value", "beaucoup");
  expect(await window.submit()).toMatchObject({ response_action: "errors" });
  expect(await figures()).toHaveLength(1);
});
