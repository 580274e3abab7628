import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestKey } from "../../src/platforms/slack/accepted.ts";
import { allEntries } from "../../src/store/entries.ts";
import { commandPayload, form, member, now, type SlackBot, slackBot } from "../support/slack-bot.ts";

const working = "Je m’en occupe. La réponse arrive ici dans un instant.";

describe("a command that takes longer than two seconds", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("postgres");
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.slack.responded.length = 0;
  });
  const rows = () => bot.test.store.db.selectFrom("inbox").selectAll().execute();

  it("is kept before it is acknowledged, and its words are gone once it is answered", async () => {
    const release = bot.slack.hold("users.info");
    const fields: Record<string, string> = {
      ...commandPayload("/saisir", "gaz 12 kWh T3 relevé", bot.slack),
      channel_id: "C0AUTRE",
    };
    const answered = await bot.deliver(new URLSearchParams(fields).toString(), form);
    expect(JSON.parse(answered.body)).toEqual({ response_type: "ephemeral", text: working });
    expect(await rows()).toEqual([
      {
        key: requestKey(fields["trigger_id"] ?? "", "UENERGIE", "/saisir gaz 12 kWh T3 relevé"),
        account: "UENERGIE",
        line: "/saisir gaz 12 kWh T3 relevé",
        shared: false,
        channel: "C0AUTRE",
        response_url: bot.slack.responseUrl("command"),
        response_until: new Date("2026-11-24T09:30:00Z"),
        asked_at: new Date("2026-11-24T09:00:00Z"),
        taken_at: new Date("2026-11-24T09:00:00Z"),
        attempts: 0,
      },
    ]);
    release();
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ text: expect.stringContaining("12\u00A0kWh") }]);
    await expect.poll(rows).toEqual([]);
  });

  it("is not promised when it cannot be kept: nothing is recorded for now, and that is said", async () => {
    await bot.test.store.db.schema.alterTable("inbox").renameTo("inbox_away").execute();
    bot.slack.users.set("UNEUF", member("UNEUF", "energie"));
    const release = bot.slack.hold("users.info");
    try {
      const answered = await bot.command("/saisir", "eau 4 m3 T3", { user_id: "UNEUF" });
      expect(JSON.parse(answered.body)).toMatchObject({
        response_type: "ephemeral",
        text: expect.stringContaining(
          "La base de données ne répond pas : pour l’instant, rien n’est enregistré.",
        ),
      });
      expect((await allEntries(bot.test.store.db)).filter(({ indicator }) => indicator === "eau")).toEqual(
        [],
      );
    } finally {
      await bot.test.store.db.schema.alterTable("inbox_away").renameTo("inbox").execute();
      release();
    }
    // What still arrives is told too.
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ text: expect.stringContaining("4\u00A0m3") }]);
  });
});

describe("what was taken over and fails again", () => {
  let bot: SlackBot;
  let clock = now;
  beforeAll(async () => {
    bot = await slackBot("pglite", { clock: () => clock });
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    clock = now;
    bot.slack.responded.length = 0;
  });
  const attempts = async () =>
    (await bot.test.store.db.selectFrom("inbox").select("attempts").execute()).map((row) => row.attempts);

  /** A request that a process kept and, taken over so many times, nobody could answer. */
  const left = (key: string, tried: number) =>
    bot.test.store.db
      .insertInto("inbox")
      .values({
        key,
        account: "UENERGIE",
        line: "/saisir gaz 12 kWh T2",
        shared: false,
        channel: "C0CLUSTER",
        response_url: bot.slack.responseUrl(key),
        response_until: now.add({ minutes: 30 }).toString(),
        asked_at: now.toString(),
        taken_at: now.toString(),
        attempts: tried,
      })
      .execute();

  /** A process that starts so many seconds later, looks for what was left, and stops. */
  const sweep = async (seconds: number) => {
    clock = now.add({ seconds });
    await (await bot.another()).close();
  };

  it("is left for the next process, which answers it", async () => {
    await left("next", 0);
    bot.slack.mishaps.set("users.info", [{ kind: "status", status: 503 }]);
    await sweep(31);
    expect([await attempts(), bot.slack.responded]).toEqual([[1], []]);
    await sweep(60);
    expect(await attempts()).toEqual([1]);
    await sweep(62);
    expect(await attempts()).toEqual([]);
    expect(bot.slack.responded).toMatchObject([{ text: expect.stringContaining("12\u00A0kWh") }]);
  });

  it("is told to have failed at the fifth time, and given up", async () => {
    await left("last", 4);
    bot.slack.mishaps.set("users.info", [{ kind: "status", status: 503 }]);
    await sweep(31);
    expect(await attempts()).toEqual([]);
    expect(bot.slack.responded).toMatchObject([{ text: expect.stringContaining("pas marché de mon côté") }]);
  });
});
