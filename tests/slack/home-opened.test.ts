import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { homeBot, homesFor, inHome, opened, openHome, words } from "../support/slack-home.ts";

describe.each(engines)("the App Home, opened on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await homeBot(engine);
  });
  afterAll(() => bot.close());

  const open = (user: string) => openHome(bot, user);
  const homeOf = (user: string) => homesFor(bot, user).at(-1);
  const homesOf = (user: string) => homesFor(bot, user).length;
  /** Everything that a stranger could leave behind. */
  const traces = async () => {
    const { db } = bot.test.store;
    const people = await db.selectFrom("person").select("email").orderBy("email").execute();
    const chosen = await db.selectFrom("preference").selectAll().orderBy("person_id").execute();
    const events = await db.selectFrom("slack_event").select("key").orderBy("key").execute();
    return { people, chosen, events };
  };

  it("opened eleven times at once is the same Home, and leaves nothing to clean", async () => {
    const home = await open("UENERGIE");
    const before = await traces();
    const answers = await Promise.all(
      Array.from({ length: 11 }, (_, at) => bot.event(opened("UENERGIE"), { event_id: `Ev${at}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(homeOf("UENERGIE")).toEqual(home);
    expect(await traces()).toEqual(before);
  });

  it("is not drawn when it is the messages that are opened", async () => {
    const before = homesOf("UENERGIE");
    await bot.event(opened("UENERGIE", { tab: "messages" }));
    expect(homesOf("UENERGIE")).toBe(before);
  });

  it("that Slack did not take is drawn at the next delivery", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "too_fast", retryAfterS: 1 }]);
    const before = homesOf("UENERGIE");
    expect((await bot.event(opened("UENERGIE"))).status).toBe(500);
    expect(homesOf("UENERGIE")).toBe(before);
    expect((await bot.event(opened("UENERGIE"))).status).toBe(200);
    expect(homesOf("UENERGIE")).toBe(before + 1);
  });

  it("is plainer where Slack refuses a table of its own", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "error", error: "invalid_arguments" }]);
    const home = await open("UTECHNIQUE");
    expect(words(home)).toContain("What the plan lacks");
    expect(words(home)).not.toMatch(/"type":"(?:data_)?table"/u);
  });

  it.each<[who: string, user: string, says: string]>([
    ["a guest", "UINVITE", "Votre compte est celui d’un invité."],
    ["a stranger", "UETRANGER", "Votre compte vient d’une autre organisation."],
    ["a bot", "UROBOT", "Désolé, je ne réponds qu’à des personnes."],
    ["a member who is not of the plan", "UAUTRE", "Je ne connais pas inconnue@cluster.example."],
  ])("of %s says politely why there is nothing, and leaves no data", async (_, user, says) => {
    const before = await traces();
    const home = await open(user);
    expect(words(home)).toContain(says);
    expect(words(home)).not.toMatch(/attendu|Préférences|action_id/u);
    expect(await traces()).toEqual(before);
  });

  it("through another workspace says so, and asks nothing of Slack about who opens it", async () => {
    const calls = bot.slack.calls.filter((call) => call.startsWith("users.info")).length;
    expect((await bot.event(opened("UMEMBRE"), { team_id: "T0AUTRE" })).status).toBe(200);
    expect(words(homeOf("UMEMBRE"))).toContain("un seul espace Slack");
    expect(bot.slack.calls.filter((call) => call.startsWith("users.info"))).toHaveLength(calls);
  });

  it("that cannot be written to somebody who is not served is left as it is", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "error", error: "user_not_found" }]);
    expect((await bot.event(opened("UINVITE"))).status).toBe(200);
  });

  it("of a reader has no button to give a figure", async () => {
    const home = await open("UMEMBRE");
    expect(words(home)).toContain("Rien n’est attendu de vous pour le moment.");
    expect(words(home)).not.toContain("form:give");
  });

  it("has buttons whose answers come as direct messages", async () => {
    bot.slack.posted.length = 0;
    const press = { type: "button", action_id: "run:11", value: "/cairn pourquoi electricite 2026-T3" };
    expect(await bot.press("", inHome("UENERGIE", press))).toEqual({ status: 200, body: "" });
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([{ channel: "DENERGIE", text: expect.stringContaining("D’où vient ce chiffre") }]);
  });
});
