import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import type { SecondReader } from "../../src/commands/second-reader.ts";
import { type Doors, openDoors } from "../../src/doors.ts";
import { openLog } from "../../src/log.ts";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import type { SlackSettings } from "../../src/platforms/slack/settings.ts";
import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { type SlackPlatform, slackOver, slackPath } from "../../src/platforms/slack/slack.ts";
import { freshCairn, type TestCairn } from "./cairn.ts";
import type { Engine } from "./databases.ts";
import { appToken, botUserId, type SlackDouble, slackDouble, teamId, token } from "./slack-double.ts";

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
  /** A second bot on the same database, as another process would be. */
  readonly another: () => Promise<RunningBot>;
  readonly close: () => Promise<void>;
};

/** One process of the bot; closing it leaves its database and its Slack. */
export type RunningBot = Omit<SlackBot, "another">;

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

/** Sends a body to a bot’s door as Slack would. */
export async function deliverTo(
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

/** The headers of what Slack sends as a form. */
export const form = { "content-type": "application/x-www-form-urlencoded" };

/** The fields of a slash command, as docs.slack.dev/interactivity/implementing-slash-commands shows them. */
export function commandPayload(command: string, text: string, slack: SlackDouble): Record<string, string> {
  return {
    token: "none",
    team_id: teamId,
    team_domain: "cluster",
    channel_id: "C0CLUSTER",
    channel_name: "cluster",
    user_id: "UENERGIE",
    user_name: "energie",
    command,
    text,
    api_app_id: "A0CAIRN",
    response_url: slack.responseUrl("command"),
    trigger_id: newTriggerId(),
  };
}

/** The payload of a pressed button, as docs.slack.dev/reference/interaction-payloads/block_actions-payload shows it. */
export function pressPayload(value: string, slack: SlackDouble, changes: object): object {
  const action = { type: "button", action_id: "run:0", block_id: "b1", value, action_ts: `${second}.1` };
  return {
    type: "block_actions",
    user: { id: "UENERGIE", username: "energie", team_id: teamId },
    api_app_id: "A0CAIRN",
    token: "none",
    container: { type: "message", message_ts: "1790000000.000100", channel_id: "C0CLUSTER" },
    trigger_id: newTriggerId(),
    team: { id: teamId, domain: "cluster" },
    channel: { id: "C0CLUSTER", name: "cluster" },
    response_url: slack.responseUrl("press"),
    actions: [action],
    ...changes,
  };
}

/** How a bot differs: in Socket Mode instead of HTTP, another clock than a stopped one, or with a language model. */
export type BotChanges = {
  readonly socketMode?: boolean;
  readonly clock?: () => Temporal.Instant;
  readonly secondReader?: SecondReader;
};

let requests = 0;

/** What Slack gives each request of its own. */
function newTriggerId(): string {
  requests += 1;
  return `1.2.${requests}`;
}

/** The settings of a bot beside that double. */
export function settingsFor(slack: SlackDouble, socketMode = false): SlackSettings {
  const way = socketMode ? { appToken, signingSecret: null } : { appToken: null, signingSecret: secret };
  return { botToken: token, ...way, teamId, channel: "C0CLUSTER", apiUrl: slack.apiUrl };
}

/** Another process, as far as Cairn can tell, on a database and beside a Slack that are there. */
async function runningBot(test: TestCairn, slack: SlackDouble, changes: BotChanges): Promise<RunningBot> {
  const log = openLog("silent");
  const { socketMode = false, clock = () => now, secondReader = null } = changes;
  // A process reads the plan by itself.
  const cairn = cairnOn(test.store.db, "fr", secondReader);
  const platform = slackOver(settingsFor(slack, socketMode), { cairn, log, now: clock });
  await platform.start();
  const platforms = new Map([[slackPath, platform.door]]);
  const facts = { isReady: async () => true, unready: platform.unready, platforms, log };
  const doors: Doors = await openDoors(facts, "127.0.0.1", 0);
  const { url } = doors;
  const deliver: SlackBot["deliver"] = (body, headers) => deliverTo(url, body, headers);
  const close = async () => {
    await doors.close();
    await platform.stop();
  };
  return { test, slack, platform, url, ...saying(deliver, slack), close };
}

/** What Slack says to a bot, whichever way its bodies are delivered. */
function saying(
  deliver: SlackBot["deliver"],
  slack: SlackDouble,
): Pick<SlackBot, "deliver" | "command" | "event" | "press"> {
  const command: SlackBot["command"] = (name, text, fields = {}) =>
    deliver(new URLSearchParams({ ...commandPayload(name, text, slack), ...fields }).toString(), form);
  const event: SlackBot["event"] = (inner, envelope = {}, headers = {}) => {
    const authorizations = [{ team_id: teamId, user_id: botUserId, is_bot: true }];
    const outer = { type: "event_callback", token: "none", team_id: teamId, api_app_id: "A0CAIRN" };
    const ids = { event_id: "Ev1", event_time: 1, authorizations };
    return deliver(JSON.stringify({ ...outer, event: inner, ...ids, ...envelope }), headers);
  };
  const press: SlackBot["press"] = (value, fields = {}) => {
    const payload = JSON.stringify(pressPayload(value, slack, fields));
    return deliver(new URLSearchParams({ payload }).toString(), form);
  };
  return { deliver, command, event, press };
}

/** A body that Slack would send to a door, as the envelope that it sends through a socket. */
function envelopeOf(body: string): { readonly type: string; readonly payload: object } {
  if (body.startsWith("{")) return { type: "events_api", payload: JSON.parse(body) };
  const fields = new URLSearchParams(body);
  const payload = fields.get("payload");
  return payload === null
    ? { type: "slash_commands", payload: Object.fromEntries(fields) }
    : { type: "interactive", payload: JSON.parse(payload) };
}

/** The same bot, to which everything is said through its socket; what is acknowledged is as a door would answer. */
export function throughSockets(bot: SlackBot): SlackBot {
  const deliver: SlackBot["deliver"] = async (body) => {
    const { type, payload } = envelopeOf(body);
    const { sockets } = bot.slack;
    const said = (await sockets.acknowledged(sockets.send(type, payload))).payload;
    return { status: 200, body: Object.keys(said).length === 0 ? "" : JSON.stringify(said) };
  };
  return { ...bot, ...saying(deliver, bot.slack) };
}

/** Starts it on a new database, with the two owners of the example as members of the workspace. */
export async function slackBot(engine: Engine, changes: BotChanges = {}): Promise<SlackBot> {
  const [test, slack] = await Promise.all([freshCairn(engine), slackDouble()]);
  slack.users.set("UENERGIE", member("UENERGIE", "energie"));
  slack.users.set("UMOBILITE", member("UMOBILITE", "mobilite"));
  const bot = await runningBot(test, slack, changes);
  const close = async () => {
    await bot.close();
    await slack.close();
    await test.store.close();
  };
  return { ...bot, close, another: () => runningBot(test, slack, changes) };
}
