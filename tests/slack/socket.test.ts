import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLog } from "../../src/log.ts";
import { PlatformError } from "../../src/platforms/platform.ts";
import { slackOver } from "../../src/platforms/slack/slack.ts";
import { allEntries } from "../../src/store/entries.ts";
import { freshCairn } from "../support/cairn.ts";
import {
  commandPayload,
  member,
  now,
  pressPayload,
  type SlackBot,
  settingsFor,
  slackBot,
} from "../support/slack-bot.ts";
import { botUserId, slackDouble, teamId } from "../support/slack-double.ts";

let bot: SlackBot;
beforeEach(async () => {
  bot = await slackBot("pglite", { socketMode: true });
});
afterEach(() => bot.close());

const figures = async () =>
  (await allEntries(bot.test.store.db)).map(({ indicator, period, revision }) => [
    indicator,
    period,
    revision,
  ]);
const command = (name: string, text: string) => ({ ...commandPayload(name, text, bot.slack) });

/** An event as Slack sends it; `ts` is the moment of the message. */
function direct(text: string, ts = "1790000000.000200") {
  const event = { type: "message", channel: "D0ENERGIE", channel_type: "im", user: "UENERGIE", text, ts };
  const authorizations = [{ team_id: teamId, user_id: botUserId, is_bot: true }];
  return { type: "event_callback", team_id: teamId, event_id: "Ev1", event, authorizations };
}

describe("in Socket Mode", () => {
  it("a command is acknowledged with its answer once the figure is committed", async () => {
    const id = bot.slack.sockets.send("slash_commands", command("/saisir", "electricite 12 kWh T3"));
    const { payload } = await bot.slack.sockets.acknowledged(id);
    expect(payload).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("12\u00A0kWh"),
    });
    expect(await figures()).toEqual([["electricite", "2026-T3", 1]]);
  });

  it("a pressed button is answered at its response_url", async () => {
    const id = bot.slack.sockets.send("interactive", pressPayload("/cairn plan AI.1", bot.slack, {}));
    expect(await bot.slack.sockets.acknowledged(id)).toEqual({ envelope_id: id, payload: {} });
    await expect.poll(() => bot.slack.responded).toMatchObject([{ id: "press", response_type: "ephemeral" }]);
  });

  it("an event is acknowledged once it is done, and not at all when it fails: Slack sends it again", async () => {
    bot.slack.users.set("UENERGIE", member("UENERGIE", "energie"));
    bot.slack.mishaps.set("users.info", [{ kind: "cut" }]);
    const failed = bot.slack.sockets.send("events_api", direct("saisir gaz 3 kWh T3"));
    await expect.poll(() => bot.slack.calls).toContain("users.info UENERGIE");
    const again = bot.slack.sockets.send("events_api", { ...direct("saisir gaz 3 kWh T3"), event_id: "Ev2" });
    await bot.slack.sockets.acknowledged(again);
    expect(bot.slack.sockets.count(failed)).toBe(0);
    expect(await figures()).toEqual([["gaz", "2026-T3", 1]]);
    await expect.poll(() => bot.slack.posted).toHaveLength(1);
  });

  it("no request comes in at the door", async () => {
    expect(await bot.command("/saisir", "gaz 3 kWh T3")).toEqual({
      status: 404,
      body: '{"error":"not served"}',
    });
    expect(await figures()).toEqual([]);
  });
});

describe("a socket that ends is opened again", () => {
  it.each([
    ["cut", () => bot.slack.sockets.cut()],
    ["dismissed by Slack", () => bot.slack.sockets.dismiss()],
  ])("when it is %s", async (_, end) => {
    for (let count = 1; count <= 3; count++) {
      await bot.slack.sockets.hello(count);
      const id = bot.slack.sockets.send("slash_commands", command("/saisir", `gaz 3 kWh T${count}`));
      await bot.slack.sockets.acknowledged(id);
      end();
    }
    expect(await figures()).toHaveLength(3);
  });

  it("once Slack opens one: failures in between are waited out", async () => {
    const refused = { kind: "status", status: 503 } as const;
    const fast = { kind: "too_fast", retryAfterS: 1 } as const;
    bot.slack.mishaps.set("apps.connections.open", [refused, { kind: "cut" }, fast]);
    bot.slack.sockets.cut();
    await bot.slack.sockets.hello(2);
    const id = bot.slack.sockets.send("slash_commands", command("/cairn", "plan"));
    expect((await bot.slack.sockets.acknowledged(id)).payload).toHaveProperty("blocks");
  }, 15_000);

  it("and an envelope that comes again on it is handled once, and acknowledged as it was", async () => {
    const { sockets } = bot.slack;
    const payload = command("/cairn", "objectif ges 2027 -8%");
    const said = { ...payload, user_id: "UTECH", text: "projet reboisement 10 t 500 €" };
    bot.slack.users.set("UTECH", member("UTECH", "technique"));
    const id = sockets.send("slash_commands", said);
    const first = await sockets.acknowledged(id);
    sockets.cut();
    await sockets.hello(2);
    sockets.send("slash_commands", said, id);
    expect(await sockets.acknowledged(id, 2)).toEqual(first);
    expect(await bot.test.store.db.selectFrom("project").select("revision").execute()).toHaveLength(1);
  });

  it("and an envelope that was under way when it was cut is handled once, its answer not lost", async () => {
    const { sockets } = bot.slack;
    const release = bot.slack.hold("users.info");
    const said = command("/saisir", "eau 4 m3 T3");
    const id = sockets.send("slash_commands", said);
    await expect.poll(() => bot.slack.calls).toContain("users.info UENERGIE");
    sockets.cut();
    await sockets.hello(2);
    sockets.send("slash_commands", said, id);
    release();
    expect(await sockets.acknowledged(id)).toMatchObject({
      payload: { text: expect.stringContaining("4\u00A0m3") },
    });
    expect(await figures()).toEqual([["eau", "2026-T3", 1]]);
  });

  it("and an answer that finds no socket goes to the response_url", async () => {
    const release = bot.slack.hold("users.info");
    bot.slack.sockets.send("slash_commands", command("/saisir", "eau 4 m3 T3"));
    await expect.poll(() => bot.slack.calls).toContain("users.info UENERGIE");
    const opening = bot.slack.hold("apps.connections.open");
    bot.slack.sockets.cut();
    await expect
      .poll(() => bot.slack.calls.filter((call) => call === "apps.connections.open"))
      .toHaveLength(2);
    release();
    await expect
      .poll(() => bot.slack.responded)
      .toMatchObject([{ id: "command", text: expect.stringContaining("4\u00A0m3") }]);
    opening();
  });
});

describe("at its stop", () => {
  it("what is under way is finished, and nothing new is taken", async () => {
    const { sockets } = bot.slack;
    const release = bot.slack.hold("users.info");
    const under = sockets.send("slash_commands", command("/saisir", "eau 4 m3 T3"));
    await expect.poll(() => bot.slack.calls).toContain("users.info UENERGIE");
    const stopped = bot.platform.stop();
    const late = sockets.send("slash_commands", command("/saisir", "gaz 4 kWh T3"));
    release();
    await stopped;
    expect(sockets.count(under)).toBe(1);
    expect(sockets.count(late)).toBe(0);
    expect(await figures()).toEqual([["eau", "2026-T3", 1]]);
    expect(sockets.opened()).toBe(1);
  });
});

describe("at its start", () => {
  it("an app-level token that Slack refuses is told", async () => {
    const slack = await slackDouble();
    const { cairn, store } = await freshCairn("pglite");
    const parts = { cairn, log: openLog("silent"), now: () => now };
    const wrong = { ...settingsFor(slack, true), appToken: "xapp-other" };
    const error: unknown = await slackOver(wrong, parts)
      .start()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ fault: "unauthorised", code: "invalid_auth" });
    await slack.close();
    await store.close();
  });
});
