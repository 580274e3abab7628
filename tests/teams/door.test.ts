import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDoors } from "../../src/doors.ts";
import { openLog } from "../../src/log.ts";
import { isAllowedService } from "../../src/platforms/teams/hosts.ts";
import { teamsOver, teamsPath } from "../../src/platforms/teams/teams.ts";
import { freshCairn } from "../support/cairn.ts";
import { appId, type TokenChanges, tenantId } from "../support/teams-authority.ts";
import { now, settingsFor, type TeamsBot, teamsBot } from "../support/teams-bot.ts";

let bot: TeamsBot;
beforeAll(async () => {
  bot = await teamsBot("pglite");
});
afterAll(() => bot.close());

const nowS = Math.floor(Date.now() / 1_000);
const other = "99999999-9999-4999-8999-999999999999";
const elsewhere = "https://smba.trafficmanager.net/emea/";

/** Everything that a request may leave behind. */
async function traces() {
  const { db } = bot.test.store;
  const tables = ["entry", "teams_conversation", "slack_event", "request", "asked_question"] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return { rows, calls: bot.teams.calls.length };
}

const figure = { text: "saisir electricite 5 kWh T3 2026" };

describe("a request that Teams did not sign is refused, and nothing of it is kept", () => {
  it.each<[string, TokenChanges]>([
    ["expired", { claims: { exp: nowS - 600, nbf: nowS - 7_200 } }],
    ["not valid yet", { claims: { nbf: nowS + 3_600 } }],
    ["without a signature", { alg: "none" }],
    ["signed with another key", { forged: true }],
    ["signed with a key that nobody published", { kid: "unknown" }],
    ["signed with a key endorsed for another channel", { kid: "webchat" }],
    ["signed with a key that is endorsed for nothing", { kid: "bare" }],
    ["of another algorithm", { alg: "HS256" }],
    ["for another bot", { claims: { aud: other } }],
    ["for nobody", { claims: { aud: undefined } }],
    ["of another issuer", { claims: { iss: "https://evil.example" } }],
    ["of the emulator", { claims: { iss: "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/" } }],
    ["naming another service", { claims: { serviceurl: elsewhere } }],
    ["naming no service", { claims: { serviceurl: undefined } }],
  ])("a token %s", async (_, changes) => {
    const before = await traces();
    const token = bot.authority.token(bot.teams.url, changes);
    expect((await bot.deliver(bot.activity(figure), `Bearer ${token}`)).status).toBe(401);
    expect(await traces()).toEqual(before);
  });

  it.each([
    ["no header", null],
    ["an empty one", ""],
    ["garbage", "Bearer abc.def.ghi"],
    ["another scheme", "Basic YTpi"],
    ["a scheme alone", "Bearer"],
  ])("%s", async (_, header) => {
    const before = await traces();
    expect((await bot.deliver(bot.activity(figure), header)).status).toBe(401);
    expect(await traces()).toEqual(before);
  });
});

describe("a request that is signed, and not for us, is refused, and nothing of it is kept", () => {
  it.each([
    [
      "another tenant",
      { channelData: { tenant: { id: other } }, conversation: { id: "a:x", tenantId: other } },
    ],
    ["another tenant in one of two places", { channelData: { tenant: { id: other } } }],
    ["no tenant", { channelData: {}, conversation: { id: "a:x", conversationType: "personal" } }],
    ["another channel", { channelId: "webchat" }],
    ["a channel that botbuilder lets in by another door", { channelId: "AseChannel" }],
  ])("%s", async (_, changes) => {
    const before = await traces();
    expect((await bot.deliver(bot.activity({ ...figure, ...changes }))).status).toBe(403);
    expect(await traces()).toEqual(before);
  });

  it("a service that is not Teams', however it is signed", async () => {
    const serviceUrl = "https://evil.example/";
    const header = `Bearer ${bot.authority.token(serviceUrl)}`;
    const before = await traces();
    expect((await bot.deliver(bot.activity({ ...figure, serviceUrl }), header)).status).toBe(403);
    expect(await traces()).toEqual(before);
  });

  it.each([
    ["no JSON", "saisir", 400],
    ["no activity", "{}", 400],
    ["a list", "[]", 400],
  ])("%s", async (_, body, status) => {
    const answered = await fetch(`${bot.url}${teamsPath}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer x" },
      body,
    });
    expect(answered.status).toBe(status);
  });
});

it("a good token is let in, and the bot answers with its own", async () => {
  expect((await bot.deliver(bot.activity({ text: "plan" }))).status).toBe(200);
  expect(bot.teams.authorizations.at(-1)).toBe("Bearer outgoing-token");
  expect(Object.fromEntries(bot.authority.asked[0] ?? [])).toEqual({
    grant_type: "client_credentials",
    client_id: appId,
    client_secret: "a-secret-of-the-app",
    scope: "https://api.botframework.com/.default",
  });
  expect(bot.authority.asked).toHaveLength(1);
});

describe("the services that are called with our token", () => {
  const settings = () => ({ ...settingsFor(bot.teams, bot.authority), tenantId });
  it.each([
    ["https://smba.trafficmanager.net/emea/", true],
    ["https://europe.botframework.com/", true],
    ["https://smba.infra.gcc.teams.microsoft.com/teams/", true],
    ["http://smba.trafficmanager.net/emea/", false],
    ["https://evil.trafficmanager.net/", false],
    ["https://botframework.com.evil.example/", false],
    ["https://evilbotframework.com/", false],
    ["https://user@smba.trafficmanager.net/", false],
    ["http://127.0.0.1:1/", false],
    ["http://169.254.169.254/", false],
    ["smba.trafficmanager.net", false],
  ])("%s: %s", (url, allowed) => {
    expect(isAllowedService(url, settings())).toBe(allowed);
  });

  it.each([
    ["http://localhost:56150/_connector", true],
    ["http://127.0.0.1:56150/_connector", true],
    ["https://smba.trafficmanager.net/emea/", false],
    ["http://localhost.evil.example/", false],
  ])("in local mode, %s: %s", (url, allowed) => {
    expect(isAllowedService(url, { local: true, channel: null })).toBe(allowed);
  });
});

it("in local mode Cairn answers and writes without credentials, and not to a page of a browser, which sends no JSON", async () => {
  const test = await freshCairn("pglite");
  const log = openLog("silent");
  const platform = teamsOver({ local: true, channel: null }, { cairn: test.cairn, log, now: () => now });
  const platforms = new Map([[teamsPath, platform.door]]);
  const doors = await openDoors({ isReady: async () => true, platforms, log }, "127.0.0.1", 0);
  const post = (type: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${doors.url}${teamsPath}`, { method: "POST", headers: { "content-type": type } });
      sent.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
      sent.end(JSON.stringify(bot.activity({ text: "plan" })));
    });
  expect(await post("text/plain")).toBe(415);
  expect(await post("application/json")).toBe(200);
  const place = await platform.reach("energie@cluster.example");
  await platform.post(place, { title: "Rappel", blocks: [] }, { language: "fr" });
  expect(bot.teams.sent.at(-1)).toMatchObject({ conversation: "a:energie", activity: { summary: "Rappel" } });
  expect(bot.teams.authorizations.at(-1)).toBeUndefined();
  await doors.close();
  await test.store.close();
});
