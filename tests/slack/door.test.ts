import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { allEntries } from "../../src/store/entries.ts";
import { now, type SlackBot, secret, slackBot } from "../support/slack-bot.ts";

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot("pglite");
});
afterAll(() => bot.close());

const seconds = Math.floor(now.epochMilliseconds / 1000);
const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aBm2rZgRNFdxV" });

function signed(offsetS: number, text = body, key = secret) {
  const timestamp = String(seconds + offsetS);
  return {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signatureFor(key, timestamp, Buffer.from(text)),
  };
}

describe("a request is taken when Slack signed it within five minutes, before or after", () => {
  it.each([0, -299, 299, -300, 300])("%i s from our clock", async (offsetS) => {
    expect(await bot.deliver(body, signed(offsetS))).toEqual({
      status: 200,
      body: '{"challenge":"3eZbrw1aBm2rZgRNFdxV"}',
    });
  });
});

describe("a request that Slack did not sign, or not now, goes no further", () => {
  it.each<[string, Record<string, string | null>]>([
    ["too old", signed(-301)],
    ["from the future", signed(301)],
    ["of another body", signed(0, `${body} `)],
    ["of another secret", signed(0, body, `${secret}x`)],
    ["of another second", { ...signed(0), "x-slack-request-timestamp": String(seconds - 1) }],
    ["without a signature", { "x-slack-signature": null }],
    ["with an empty signature", { "x-slack-signature": "" }],
    ["with half a signature", { "x-slack-signature": signed(0)["x-slack-signature"].slice(0, 30) }],
    ["of another version", { "x-slack-signature": signed(0)["x-slack-signature"].replace("v0", "v1") }],
    ["without a time", { "x-slack-request-timestamp": null }],
    ["with a time that is no number", { ...signed(0), "x-slack-request-timestamp": "maintenant" }],
    ["with a time like 1e9", { ...signed(0), "x-slack-request-timestamp": "1e9" }],
  ])("%s", async (_, headers) => {
    expect(await bot.deliver(body, headers)).toEqual({ status: 401, body: '{"error":"not signed"}' });
  });

  it("a command changed after it was signed records nothing", async () => {
    const text = "command=%2Fsaisir&text=electricite+12+kWh+T3&user_id=UENERGIE&team_id=T0CLUSTER";
    const headers = { "content-type": "application/x-www-form-urlencoded", ...signed(0, text) };
    const { status } = await bot.deliver(text.replace("12", "13"), headers);
    expect(status).toBe(401);
    expect(await allEntries(bot.test.store.db)).toEqual([]);
  });
});

describe("what is signed and cannot be read is refused", () => {
  it.each([
    ["not JSON", "{", 400],
    ["a list", "[]", 400],
    ["of no type", '{"type":"hello"}', 404],
    ["of a type not served", '{"type":"block_suggestion","user":{"id":"U1","team_id":"T1"}}', 404],
    ["nothing", "", 400],
  ])("%s", async (_, text, status) => {
    expect((await bot.deliver(text)).status).toBe(status);
  });
});

it("a body over a mebibyte is refused before anything else", async () => {
  const { status } = await bot.deliver("x".repeat(1024 * 1024 + 1));
  expect(status).toBe(413);
});

it("the door takes POST alone", async () => {
  expect((await fetch(`${bot.url}/slack/events`)).status).toBe(405);
});
