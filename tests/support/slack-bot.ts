import { Temporal } from "temporal-polyfill";
import { type Doors, openDoors } from "../../src/doors.ts";
import { openLog } from "../../src/log.ts";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { type SlackPlatform, slackOver, slackPath } from "../../src/platforms/slack/slack.ts";
import { freshCairn, type TestCairn } from "./cairn.ts";
import type { Engine } from "./databases.ts";
import { botUserId, type SlackDouble, slackDouble, teamId, token } from "./slack-double.ts";

export const secret = "8f742231b10e8888abcd99yyyzzz85a5";

/** The morning on which the tests take place. */
export const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

/** What Cairn answered at its door. */
export type Answered = { readonly status: number; readonly body: string };

/** Cairn behind its own doors, with a Slack beside it. */
export type SlackBot = {
  readonly test: TestCairn;
  readonly slack: SlackDouble;
  readonly platform: SlackPlatform;
  readonly url: string;
  /** Sends a body as Slack would: signed with that secret, at that second, unless said. */
  readonly deliver: (body: string, changes?: Record<string, string | null>) => Promise<Answered>;
  readonly command: (command: string, text: string, changes?: Record<string, string>) => Promise<Answered>;
  readonly event: (event: object, envelope?: object, changes?: Record<string, string>) => Promise<Answered>;
  readonly press: (value: string, changes?: object) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

/** A full member of the workspace, with an address of the example roster, unless changed. */
export function member(id: string, name: string, changes: Partial<SlackUser> = {}): SlackUser {
  return {
    id,
    team_id: teamId,
    deleted: false,
    is_bot: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: false,
    is_email_confirmed: true,
    tz: "Europe/Paris",
    locale: "fr-FR",
    profile: { email: `${name}@cluster.example` },
    ...changes,
  };
}

const second = String(Math.floor(now.epochMilliseconds / 1000));

async function deliverTo(
  url: string,
  body: string,
  changes: Record<string, string | null> = {},
): Promise<Answered> {
  const timestamp = changes["x-slack-request-timestamp"] ?? second;
  const all: Record<string, string | null> = {
    "content-type": "application/json",
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signatureFor(secret, timestamp, Buffer.from(body)),
    ...changes,
  };
  const headers = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const response = await fetch(`${url}${slackPath}`, {
    method: "POST",
    headers: [...headers].map(([n, v]) => [n, v]),
    body,
  });
  return { status: response.status, body: await response.text() };
}

const form = { "content-type": "application/x-www-form-urlencoded" };

/** The payload of a pressed button, as docs.slack.dev/reference/interaction-payloads/block_actions-payload shows it. */
function pressPayload(value: string, slack: SlackDouble, changes: object): object {
  const action = { type: "button", action_id: "run:0", block_id: "b1", value, action_ts: `${second}.1` };
  return {
    type: "block_actions",
    user: { id: "UENERGIE", username: "energie", team_id: teamId },
    api_app_id: "A0CAIRN",
    token: "none",
    container: { type: "message", message_ts: "1790000000.000100", channel_id: "C0CLUSTER" },
    trigger_id: "1.2.3",
    team: { id: teamId, domain: "cluster" },
    channel: { id: "C0CLUSTER", name: "cluster" },
    response_url: slack.responseUrl("press"),
    actions: [action],
    ...changes,
  };
}

/** Starts it on a new database, with the two owners of the example as members of the workspace. */
export async function slackBot(engine: Engine): Promise<SlackBot> {
  const [test, slack] = await Promise.all([freshCairn(engine), slackDouble()]);
  slack.users.set("UENERGIE", member("UENERGIE", "energie"));
  slack.users.set("UMOBILITE", member("UMOBILITE", "mobilite"));
  const log = openLog("silent");
  const settings = { botToken: token, signingSecret: secret, teamId, apiUrl: slack.apiUrl };
  const platform = slackOver(settings, { cairn: test.cairn, log, now: () => now });
  await platform.start();
  const platforms = new Map([[slackPath, platform.door]]);
  const doors: Doors = await openDoors({ isReady: async () => true, platforms, log }, "127.0.0.1", 0);
  const { url } = doors;
  const deliver: SlackBot["deliver"] = (body, changes) => deliverTo(url, body, changes);
  const command: SlackBot["command"] = (name, text, changes = {}) => {
    const fields = {
      token: "none",
      team_id: teamId,
      team_domain: "cluster",
      channel_id: "C0CLUSTER",
      channel_name: "cluster",
      user_id: "UENERGIE",
      user_name: "energie",
      command: name,
      text,
      api_app_id: "A0CAIRN",
      response_url: slack.responseUrl("command"),
      trigger_id: "1.2.3",
      ...changes,
    };
    return deliver(new URLSearchParams(fields).toString(), form);
  };
  const event: SlackBot["event"] = (inner, envelope = {}, changes = {}) => {
    const authorizations = [{ team_id: teamId, user_id: botUserId, is_bot: true }];
    const outer = { type: "event_callback", token: "none", team_id: teamId, api_app_id: "A0CAIRN" };
    return deliver(
      JSON.stringify({ ...outer, event: inner, event_id: "Ev1", event_time: 1, authorizations, ...envelope }),
      changes,
    );
  };
  const press: SlackBot["press"] = (value, changes = {}) => {
    const payload = JSON.stringify(pressPayload(value, slack, changes));
    return deliver(new URLSearchParams({ payload }).toString(), form);
  };
  const close = async () => {
    await doors.close();
    await platform.stop();
    await slack.close();
    await test.store.close();
  };
  return { test, slack, platform, url, deliver, command, event, press, close };
}
