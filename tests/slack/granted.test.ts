import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { openLog } from "../../src/log.ts";
import { type SlackPlatform, slackOver } from "../../src/platforms/slack/slack.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { rosterMember, strictSecret } from "../support/slack-workspace.ts";
import { type StrictSlack, strictSlack } from "../support/strict-slack.ts";
import { botToken, strictTeamId } from "../support/strict-slack-peer.ts";

let slack: StrictSlack;
let test: TestCairn;
let platform: SlackPlatform;
beforeAll(async () => {
  [slack, test] = await Promise.all([
    strictSlack([rosterMember("energie")], ["cluster"]),
    freshCairn("postgres"),
  ]);
  const channel = slack.peer.channelIds.get("cluster") ?? "";
  platform = slackOver(
    {
      ...{ botToken, signingSecret: strictSecret, appToken: null, teamId: strictTeamId },
      ...{ channel, apiUrl: slack.apiUrl },
    },
    { cairn: test.cairn, log: openLog("silent"), now: () => Temporal.Now.instant() },
  );
});
afterAll(async () => {
  await slack.close();
  await test.store.close();
});

const card: Card = { title: "Rappel", blocks: [{ type: "text", text: "Un chiffre manque." }] };
const drawing = { language: "fr" as const };
const since = Temporal.Now.instant().subtract({ minutes: 1 });
const member = () => platform.reach("energie@cluster.example");
const cluster = async () => {
  if (platform.channel === null) throw new Error("no channel");
  return platform.channel;
};

it.each([
  ["a member", member],
  ["the cluster’s channel", cluster],
])(
  "the manifest’s scopes are enough to post to %s, to find it again, and to replace it",
  async (who, place) => {
    const to = await place();
    const mark = { deliveryId: `delivery-${who.length}`, isLate: () => false };
    const posted = await platform.post(to, card, drawing, mark);
    expect(await platform.find(to, mark.deliveryId, since)).toBe(posted);
    expect(await platform.find(to, "delivery-0", since)).toBeNull();
    await platform.update(posted, { ...card, title: "Merci" }, drawing);
    expect(slack.declined).toEqual([]);
  },
);

it("the manifest’s scopes are enough to know who somebody is", async () => {
  expect(await platform.whois(slack.peer.userIds.get("energie") ?? "")).toEqual({
    kind: "member",
    email: "energie@cluster.example",
    language: "fr",
    timeZone: "Europe/Paris",
  });
  expect(await platform.unready()).toBeNull();
});
