import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { member, now, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { checkMessage } from "../support/slack-limits.ts";

let bot: SlackBot;
let clock = now;
beforeAll(async () => {
  bot = await slackBot("pglite", { clock: () => clock });
  bot.slack.users.set("UTECH", member("UTECH", "technique"));
  bot.slack.users.set("UINVITE", member("UINVITE", "energie", { is_restricted: true }));
  await bot.command("/saisir", "electricite 12 kWh T3");
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.slack.responded.length = 0;
  bot.slack.posted.length = 0;
});

type Element = {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
};

type Drawn = { readonly type: string; readonly elements?: readonly Element[] };

/** The buttons that share, among a message's blocks as they came over the wire. */
function shareButtons(blocks: readonly unknown[]): Element[] {
  const drawn: readonly Drawn[] = JSON.parse(JSON.stringify(blocks));
  const elements = drawn.flatMap(({ type, elements = [] }) => (type === "actions" ? elements : []));
  return elements.filter(({ action_id }) => action_id === "share");
}

async function offered(command: string, text: string, changes: Record<string, string> = {}) {
  const { body } = await bot.command(command, text, changes);
  const message = JSON.parse(body);
  expect(checkMessage(message)).toEqual([]);
  return shareButtons(message.blocks).map(({ value, text: label }) => [label.text, value]);
}

/** Presses a button that shares that line, as it was in an answer. */
function share(line: string, id: string, changes: object = {}) {
  const action = { type: "button", action_id: "share", block_id: "b", value: line, action_ts: "1.1" };
  const response_url = bot.slack.responseUrl(id);
  return bot.press(line, { actions: [action], response_url, ...changes });
}

describe("a private answer in a channel can be shared when it only reads, and is of the cluster", () => {
  const button = (line: string) => [["Partager dans le canal", line]];
  it.each([
    ["/cairn", "bilan 2025", button("/cairn bilan 2025")],
    ["/cairn", "plan AI.1", button("/cairn plan AI.1")],
    ["/cairn", "avancement ges", button("/cairn avancement ges")],
    ["/cairn", "historique electricite T3", button("/cairn historique electricite T3")],
    ["/cairn", "why electricite T3", button("/cairn why electricite T3")],
    ["/question", "électricité T3 2026", button("/question électricité T3 2026")],
    // What follows from the question before means nothing elsewhere: it is shared in words of its own.
    ["/question", "et au T2 2026 ?", button("/question electricite T2 2026")],
    ["/question", "Où est la piscine ?", []],
    ["/cairn", "transmettre Où est la piscine ?", []],
    ["/cairn", "faq", []],
    ["/cairn", "bilan 2025 partager", []],
    ["/cairn", "aide", []],
    ["/cairn", "echeances", []],
    ["/cairn", "rappels", []],
    ["/cairn", "historique inconnu", []],
    ["/saisir", "gaz 12 kWh T3", []],
    ["/cairn", "corriger electricite T3 12 kWh relu", []],
    ["/cairn", "annuler electricite T1 relu", []],
  ])("%s %s", async (command, text, buttons) => {
    expect(await offered(command, text)).toEqual(buttons);
  });

  it("and never in direct messages, where nobody else is", async () => {
    expect(await offered("/cairn", "bilan 2025", { channel_id: "D0ENERGIE" })).toEqual([]);
  });
});

describe("pressing it", () => {
  it("posts the same card for everybody there, with who shared it and what was asked", async () => {
    const alone = JSON.parse((await bot.command("/cairn", "historique electricite T3")).body);
    expect(await share("/cairn historique electricite T3", "share-1")).toEqual({ status: 200, body: "" });
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ id: "share-1", response_type: "in_channel" }]);
    const [shared] = bot.slack.responded;
    const texts = JSON.stringify(shared?.blocks);
    expect(texts).toContain("calculé à l’instant : /cairn historique electricite T3");
    const cards = alone.blocks.filter((block: unknown) => shareButtons([block]).length === 0);
    for (const block of cards) expect(shared?.blocks).toContainEqual(block);
    expect(shareButtons(shared?.blocks ?? [])).toEqual([]);
  });

  it("posts in the channel itself once the response_url is closed", async () => {
    clock = now;
    for (let count = 1; count <= 6; count++) await share("/cairn plan AI.1", "share-2");
    await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toEqual(["C0CLUSTER"]);
    expect(bot.slack.responded).toHaveLength(5);
  });

  it.each([
    "/saisir eau 12 m3 T2",
    "/cairn corriger electricite T3 99 kWh relu",
    "/cairn annuler electricite T3 relu",
    "/cairn objectif ges 2027 -8%",
  ])("never writes: %s, had somebody made such a button", async (line) => {
    const before = await allEntries(bot.test.store.db);
    expect((await share(line, "share-3", { user: { id: "UTECH", team_id: "T0CLUSTER" } })).status).toBe(200);
    await bot.platform.stop();
    expect(await allEntries(bot.test.store.db)).toEqual(before);
    expect(await bot.test.store.db.selectFrom("target").selectAll().execute()).toEqual([]);
    expect(bot.slack.responded).toEqual([]);
  });

  it("runs as who presses: a guest is refused, and nothing is shared", async () => {
    await share("/cairn bilan 2025", "share-4", { user: { id: "UINVITE", team_id: "T0CLUSTER" } });
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ response_type: "ephemeral", text: expect.stringContaining("Désolé") }]);
  });
});

describe("a response_url takes five answers in half an hour, whoever sends them; then a message replaces it", () => {
  it("the sixth, though each is of another request", async () => {
    for (let count = 1; count <= 6; count++)
      await bot.press("/cairn plan AI.1", { response_url: bot.slack.responseUrl("five") });
    await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toEqual(["DENERGIE"]);
    expect(bot.slack.refusedResponses).toEqual([]);
  });

  it("the first that is ready too late", async () => {
    bot.slack.users.set("ULENT", member("ULENT", "energie"));
    const release = bot.slack.hold("users.info");
    await bot.command("/cairn", "plan AI.1", {
      user_id: "ULENT",
      response_url: bot.slack.responseUrl("late"),
    });
    clock = now.add({ minutes: 30 });
    release();
    await expect.poll(() => bot.slack.posted.map(({ channel }) => channel)).toEqual(["DLENT"]);
    expect(bot.slack.responded).toEqual([]);
    clock = now;
  });
});
