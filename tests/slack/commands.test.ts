import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import { allEntries } from "../../src/store/entries.ts";
import { people, personByEmail } from "../../src/store/people.ts";
import { preferencesOf } from "../../src/store/preferences.ts";
import { engines } from "../support/databases.ts";
import { type Answered, member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { checkMessage } from "../support/slack-limits.ts";

/** What an acknowledgement shows in Slack. */
function shown({ status, body }: Answered) {
  const { response_type, text, blocks } = JSON.parse(body);
  return { status, response_type, text, problems: checkMessage({ text, blocks }) };
}

describe.each(engines)("a slash command on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot(engine);
  });
  afterAll(() => bot.close());

  it("is acknowledged with its answer once the figure is committed, for the person alone", async () => {
    const answered = shown(await bot.command("/saisir", "electricite 1 234,5 kWh T3"));
    expect(answered).toEqual({
      status: 200,
      response_type: "ephemeral",
      text: expect.stringContaining("1\u202F234,5\u00A0kWh"),
      problems: [],
    });
    const [entry] = await allEntries(bot.test.store.db);
    expect(entry).toMatchObject({ indicator: "electricite", period: "2026-T3", platform: "slack" });
    expect(entry?.value?.toString()).toBe("1234.5");
  });

  it("sent again, counts once", async () => {
    const before = await allEntries(bot.test.store.db);
    await bot.command("/saisir", "electricite 1 234,5 kWh T3");
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });
});

describe("a slash command", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.slack.responded.length = 0;
    bot.slack.posted.length = 0;
  });

  it.each([
    ["/cairn", "", "ephemeral"],
    ["/cairn", "plan", "ephemeral"],
    ["/cairn", "plan partager", "in_channel"],
    ["/cairn", "bilan 2025 Partager", "in_channel"],
    ["/cairn", "balance 2025 share", "in_channel"],
    ["/cairn", "aide partager", "in_channel"],
    ["/saisir", "gaz 12 kWh T3 relevé à partager avec tous", "ephemeral"],
  ])("%s %s is answered %s", async (command, text, response_type) => {
    expect(shown(await bot.command(command, text))).toMatchObject({
      status: 200,
      response_type,
      problems: [],
    });
  });

  it("that is refused is never shared, and says what to do", async () => {
    const answered = shown(await bot.command("/cairn", "bilna 2025 partager"));
    expect(answered).toMatchObject({ status: 200, response_type: "ephemeral" });
    expect(answered.text).toContain("bilna");
  });

  it("reads what was typed, out of Slack’s own marks", async () => {
    await bot.command("/saisir", "eau 45 m3 T3 relevé de &lt;J&amp;M&gt;, <mailto:a@b.example|a@b.example>");
    const [entry] = (await allEntries(bot.test.store.db)).filter(({ indicator }) => indicator === "eau");
    expect(entry).toMatchObject({ note: "relevé de <J&M>, a@b.example" });
  });

  it("on an indicator of somebody else is refused, and records nothing", async () => {
    const before = await allEntries(bot.test.store.db);
    const answered = shown(await bot.command("/saisir", "electricite 99 kWh T2", { user_id: "UMOBILITE" }));
    expect(answered).toMatchObject({ response_type: "ephemeral" });
    expect(answered.text).toContain("L’indicateur electricite n’est pas le vôtre");
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });

  it("that takes longer than the two seconds is acknowledged, and answered at its response_url", async () => {
    bot.slack.users.set("ULENT", member("ULENT", "energie"));
    const release = bot.slack.hold("users.info");
    const answered = await bot.command("/saisir", "papier 12 kg T3", { user_id: "ULENT" });
    expect(JSON.parse(answered.body)).toEqual({
      response_type: "ephemeral",
      text: "Je m’en occupe. La réponse arrive ici dans un instant.",
    });
    expect(bot.slack.responded).toEqual([]);
    release();
    await expect
      .poll(() => bot.slack.responded.map(({ id, response_type }) => [id, response_type]))
      .toEqual([["command", "ephemeral"]]);
    const given = (await allEntries(bot.test.store.db)).filter(({ indicator }) => indicator === "papier");
    expect(given).toHaveLength(1);
  });

  it("whose response_url is not Slack’s is answered by direct message", async () => {
    bot.slack.users.set("ULOIN", member("ULOIN", "membre"));
    const release = bot.slack.hold("users.info");
    const response_url = "https://hooks.slack.com.evil.example/commands/1";
    await bot.command("/cairn", "plan AI.1", { user_id: "ULOIN", response_url });
    release();
    await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toEqual(["DLOIN"]);
    expect(bot.slack.responded).toEqual([]);
  });

  it("says so when Slack cannot tell who asks, and records nothing", async () => {
    bot.slack.users.set("UPERDU", member("UPERDU", "energie"));
    bot.slack.mishaps.set("users.info", [{ kind: "status", status: 503 }]);
    const before = await allEntries(bot.test.store.db);
    const answered = shown(await bot.command("/saisir", "gaz 5 kWh T2", { user_id: "UPERDU" }));
    expect(answered).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("pas marché de mon côté"),
    });
    expect(await allEntries(bot.test.store.db)).toEqual(before);
    // The failure is not remembered.
    await bot.command("/saisir", "gaz 5 kWh T2", { user_id: "UPERDU" });
    expect(await allEntries(bot.test.store.db)).toHaveLength(before.length + 1);
  });
});

describe("who is not of the team is refused politely, and leaves no data", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
  });
  afterAll(() => bot.close());

  const only = "Désolé, je ne réponds qu’";
  it.each<[string, Partial<SlackUser>, string]>([
    ["a guest", { is_restricted: true }, only],
    ["a guest of one channel", { is_ultra_restricted: true }, only],
    ["a stranger of a shared channel", { is_stranger: true, team_id: "T0AUTRE" }, only],
    ["a member of another workspace", { team_id: "T0AUTRE" }, "un seul espace Slack"],
    ["a bot", { is_bot: true }, "qu’à des personnes"],
    ["a deactivated account", { deleted: true }, "désactivé"],
    ["an address not confirmed", { is_email_confirmed: false }, "je ne sais pas qui vous êtes"],
    ["no address", { profile: {} }, "je ne sais pas qui vous êtes"],
  ])("%s", async (name, changes, words) => {
    const id = `U${name.toUpperCase().replaceAll(/[^A-Z]/gu, "")}`;
    bot.slack.users.set(id, member(id, "energie", changes));
    const before = await people(bot.test.store.db);
    const answered = shown(await bot.command("/saisir", "electricite 12 kWh T3", { user_id: id }));
    expect(answered).toMatchObject({ status: 200, response_type: "ephemeral", problems: [] });
    expect(answered.text).toContain(words);
    expect(await allEntries(bot.test.store.db)).toEqual([]);
    expect(await people(bot.test.store.db)).toEqual(before);
  });

  it("a request through another workspace: nobody is looked up", async () => {
    bot.slack.calls.length = 0;
    const answered = shown(await bot.command("/saisir", "electricite 12 kWh T3", { team_id: "T0AUTRE" }));
    expect(answered.text).toContain("un seul espace Slack");
    expect(bot.slack.calls).toEqual([]);
  });

  it("an account that Slack does not know", async () => {
    const answered = shown(await bot.command("/saisir", "electricite 12 kWh T3", { user_id: "UINCONNU" }));
    expect(answered.text).toContain(only);
  });

  it("a member who is not in the plan", async () => {
    bot.slack.users.set("UNEUF", member("UNEUF", "nouveau"));
    const answered = shown(await bot.command("/cairn", "plan", { user_id: "UNEUF" }));
    expect(answered.text).toContain("nouveau@cluster.example");
    expect(await personByEmail(bot.test.store.db, "nouveau@cluster.example")).toBeNull();
  });
});

describe("who a person is", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
  });
  afterAll(() => bot.close());
  const infos = () => bot.slack.calls.filter((call) => call === "users.info UENERGIE").length;

  it("is asked once, and again after Slack says that the account changed", async () => {
    await bot.command("/cairn", "plan");
    await bot.command("/cairn", "plan");
    expect(infos()).toBe(1);
    bot.slack.users.set("UENERGIE", member("UENERGIE", "energie", { is_restricted: true }));
    const changed = await bot.event({ type: "user_change", user: { id: "UENERGIE", team_id: "T0CLUSTER" } });
    expect(changed.status).toBe(200);
    expect(shown(await bot.command("/cairn", "plan")).text).toContain("Désolé");
    expect(infos()).toBe(2);
  });

  it("gives their language and their time zone, where they chose none", async () => {
    const { db } = bot.test.store;
    bot.slack.users.set("UNY", member("UNY", "membre", { locale: "en-US", tz: "America/New_York" }));
    const answered = shown(await bot.command("/cairn", "plan", { user_id: "UNY" }));
    expect(answered.text).toContain("Action plan");
    const person = await personByEmail(db, "membre@cluster.example");
    expect(person?.language).toBe("en");
    expect(await preferencesOf(db, person?.id ?? "")).toMatchObject({ timeZone: "America/New_York" });

    await bot.command("/cairn", "rappels Europe/Paris", { user_id: "UNY" });
    await bot.event({ type: "user_change", user: { id: "UNY", team_id: "T0CLUSTER" } });
    await bot.command("/cairn", "plan", { user_id: "UNY" });
    expect(await preferencesOf(db, person?.id ?? "")).toMatchObject({ timeZone: "Europe/Paris" });
  });
});
