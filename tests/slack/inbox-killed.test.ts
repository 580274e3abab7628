import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allEntries, lockIndicator } from "../../src/store/entries.ts";
import type { Schema } from "../../src/store/schema.ts";
import { applyShippedPlan } from "../support/cairn.ts";
import { type Child, runScript } from "../support/children.ts";
import { freshPostgresDatabase, openPostgres } from "../support/databases.ts";
import { commandPayload, deliverTo, form, member, now, settingsFor } from "../support/slack-bot.ts";
import type { SlackOrders } from "../support/slack-child.ts";
import { type SlackDouble, slackDouble } from "../support/slack-double.ts";

const working = "Je m’en occupe. La réponse arrive ici dans un instant.";

describe("when a process is killed, another one finishes what it had acknowledged", () => {
  let slack: SlackDouble;
  let database: { readonly url: string; readonly close: () => Promise<void> };
  beforeAll(async () => {
    slack = await slackDouble();
    slack.users.set("UENERGIE", member("UENERGIE", "energie"));
    database = await plannedDatabase();
  });
  afterAll(async () => {
    await slack.close();
    await database.close();
  });
  beforeEach(() => {
    slack.responded.length = 0;
    slack.posted.length = 0;
  });

  /** A bot in a process of its own, whose clock is so many seconds later. */
  async function started(laterS: number): Promise<{ child: Child; url: string }> {
    const at = now.add({ seconds: laterS }).toString();
    const orders: SlackOrders = { databaseUrl: database.url, settings: settingsFor(slack), at };
    const child = runScript("slack-child", JSON.stringify(orders));
    return { child, url: await child.line(/^http/u) };
  }
  /** Each with a response_url of its own, which takes five answers. */
  const payload = (command: string, text: string) => ({
    ...commandPayload(command, text, slack),
    response_url: slack.responseUrl(text.replaceAll(" ", "-")),
  });
  const say = (url: string, command: string, text: string, at: number) =>
    deliverTo(url, new URLSearchParams(payload(command, text)).toString(), {
      ...form,
      "x-slack-request-timestamp": String(now.add({ seconds: at }).epochMilliseconds / 1000),
    });
  const figures = async () => {
    const store = await openPostgres(database.url);
    const entries = await allEntries(store.db);
    const left = await store.db.selectFrom("inbox").select("attempts").execute();
    await store.close();
    return {
      entries: entries.map(({ indicator, period, revision }) => `${indicator} ${period} ${revision}`).sort(),
      left: left.map(({ attempts }) => attempts),
    };
  };

  const holdAsker = async (trx: Transaction<Schema>) => {
    await sql`lock table absence in access exclusive mode`.execute(trx);
  };
  const holdGas = async (trx: Transaction<Schema>) => {
    await lockIndicator(trx, "gaz");
  };

  // A statement that was sent is PostgreSQL's to finish, whoever waits for it: it is written, and once.
  it.each([
    ["before it is written", "/saisir", "gaz 12 kWh T1", holdAsker, "C’est noté", "gaz 2026-T1 1"],
    ["before it is written", "/cairn", "corriger gaz T1 13 kWh relu", holdAsker, "corrig", "gaz 2026-T1 2"],
    ["before it is written", "/cairn", "annuler gaz T1 compteur faux", holdAsker, "annul", "gaz 2026-T1 3"],
    ["while it is written", "/saisir", "gaz 12 kWh T2", holdGas, "C’est noté", "gaz 2026-T2 1"],
    ["while it is written", "/cairn", "corriger gaz T2 13 kWh relu", holdGas, "corrig", "gaz 2026-T2 2"],
    ["while it is written", "/cairn", "annuler gaz T2 compteur faux", holdGas, "annul", "gaz 2026-T2 3"],
  ])(
    "killed %s: %s %s",
    async (when, command, text, hold, said, written) => {
      const before = (await figures()).entries;
      const first = await started(0);
      const store = await openPostgres(database.url);
      // Somebody else holds what it needs: the command cannot be written in two seconds.
      const holding = await store.db.startTransaction().execute();
      await hold(holding);
      const answered = await say(first.url, command, text, 0);
      expect(JSON.parse(answered.body)).toMatchObject({ text: working });
      first.child.kill("SIGKILL");
      await first.child.ended;
      await holding.rollback().execute();
      await store.close();
      const entries = when === "before it is written" ? before : [...before, written].sort();
      await expect.poll(figures).toEqual({ entries, left: [0] });

      const second = await started(31);
      await expect
        .poll(() => slack.responded.map(({ text }) => text))
        .toEqual([expect.stringMatching(new RegExp(said, "iu"))]);
      await expect.poll(figures).toEqual({ entries: [...before, written].sort(), left: [] });
      second.child.endInput();
      expect(await second.child.ended).toBe(0);
    },
    30_000,
  );

  it.each([
    ["/saisir", "eau 12 m3 T1", "eau 2026-T1 1"],
    ["/cairn", "corriger eau T1 13 m3 relu", "eau 2026-T1 2"],
    ["/cairn", "annuler eau T1 compteur faux", "eau 2026-T1 3"],
  ])(
    "killed after it is written, before it is answered: %s %s is written once",
    async (command, text, written) => {
      const before = (await figures()).entries;
      const first = await started(0);
      const store = await openPostgres(database.url);
      const holding = await store.db.startTransaction().execute();
      await lockIndicator(holding, "eau");
      const release = slack.hold("response");
      const answered = await say(first.url, command, text, 0);
      expect(JSON.parse(answered.body)).toMatchObject({ text: working });
      await holding.rollback().execute();
      await store.close();
      await expect.poll(async () => (await figures()).entries).toEqual([...before, written].sort());
      first.child.kill("SIGKILL");
      await first.child.ended;
      // The response_url has closed meanwhile: the same receipt comes as a direct message.
      const second = await started(31 * 60);
      await expect.poll(() => slack.posted.map(({ channel }) => channel)).toEqual(["DENERGIE"]);
      expect(slack.posted[0]?.text).toMatch(/^C’est (?:noté|corrigé|annulé)/u);
      await expect.poll(figures).toEqual({ entries: [...before, written].sort(), left: [] });
      release();
      second.child.endInput();
      expect(await second.child.ended).toBe(0);
    },
    30_000,
  );

  it("is left alone while its process is alive: several that look for it at once answer it once", async () => {
    const first = await started(0);
    const release = slack.hold("users.info");
    await say(first.url, "/saisir", "papier 3 kg T1", 0);
    expect((await figures()).left).toEqual([0]);
    const early = await started(29);
    expect((await figures()).left).toEqual([0]);
    expect(slack.calls.filter((call) => call.startsWith("users.info")).length).toBeGreaterThan(0);
    first.child.kill("SIGKILL");
    await first.child.ended;
    release();
    const late = await Promise.all([started(31), started(31), started(31)]);
    await expect.poll(figures).toMatchObject({ left: [] });
    expect([...slack.responded, ...slack.posted]).toHaveLength(1);
    for (const { child } of [early, ...late]) {
      child.endInput();
      expect(await child.ended).toBe(0);
    }
  }, 30_000);
});

/** A PostgreSQL database with the shipped plan, for children to open. */
async function plannedDatabase() {
  const { url, drop } = await freshPostgresDatabase("migrated");
  const store = await openPostgres(url);
  await applyShippedPlan(store);
  return {
    url,
    close: async () => {
      await store.close();
      await drop();
    },
  };
}
