import { App, type Logger, webApi } from "@slack/bolt";
import type { Temporal } from "temporal-polyfill";
import { inboxOf } from "../../commands/inbox.ts";
import { learnProfile } from "../../commands/profile.ts";
import type { Cairn } from "../../commands/request.ts";
import { type SlackConversations, slackConversationsOf } from "../../commands/slack-conversations.ts";
import type { Door } from "../../doors.ts";
import type { Log } from "../../log.ts";
import { type Identity, type Platform, PlatformError } from "../platform.ts";
import { accountsFrom } from "./accounts.ts";
import { addressOf, slackPlace } from "./address.ts";
import { findDelivered } from "./delivered.ts";
import { closedDoor, ownServer, slackDoor } from "./door.ts";
import { listenToMessages } from "./events.ts";
import { askingWithin } from "./fetch.ts";
import { listenToForms } from "./forms.ts";
import { listenToHome } from "./home.ts";
import { type Homes, homesOf } from "./homes.ts";
import { workLater } from "./later.ts";
import { boltLogger } from "./logger.ts";
import { listenToMessageShortcut } from "./message-shortcut.ts";
import type { Process } from "./processing.ts";
import { reach, unlessGone } from "./reach.ts";
import { slackReadiness, type Unready } from "./readiness.ts";
import { type Listening, listenToRequests } from "./requests.ts";
import { responder } from "./response-url.ts";
import type { SlackSettings } from "./settings.ts";
import { type Sockets, slackSockets } from "./socket.ts";
import { sweeping } from "./sweeping.ts";
import { calling, post, update, whois } from "./web.ts";

/** Where Slack's requests come in. */
export const slackPath = "/slack/events";

/** Slower than this, Slack is not there. */
const timeoutMs = 5_000;

/** Slack, with the door that takes its requests. */
export type SlackPlatform = Platform & {
  readonly door: Door;
  /** What keeps Slack from being served, in a word; null when nothing does. Never slower than two seconds. */
  readonly unready: () => Promise<Unready>;
};

/** What Slack is given to answer with. */
export type SlackParts = { readonly cairn: Cairn; readonly log: Log; readonly now: () => Temporal.Instant };

/** Calls once and waits no longer than it must: trying again is for whoever knows what was asked. */
function clientOptions({ apiUrl }: SlackSettings, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: askingWithin(timeoutMs),
    logger,
  };
}

/** Bolt, on our own server; whose token it speaks with never depends on who asks. */
function boltApp(options: webApi.WebClientOptions, logger: Logger): App {
  return new App({
    receiver: ownServer,
    authorize: async () => ({}),
    clientOptions: options,
    convoStore: false,
    logger,
  });
}

/** Checks that the token is let into the workspace; gives its scopes, null when Slack does not say. */
async function checkToken(client: webApi.WebClient, teamId: string): Promise<readonly string[] | null> {
  const { team_id, response_metadata } = await calling(() => client.auth.test());
  if (team_id !== teamId) throw new PlatformError("unauthorised", "other_workspace");
  return response_metadata?.scopes ?? null;
}

/**
 * Asks Slack whether the tokens are let into the workspace served, and gives the bot's scopes, null when Slack does
 * not say. Throws PlatformError when one is not.
 */
export async function checkSlack(settings: SlackSettings, log: Log): Promise<readonly string[] | null> {
  const options = clientOptions(settings, boltLogger(log));
  const given = await checkToken(new webApi.WebClient(settings.botToken, options), settings.teamId);
  const { appToken } = settings;
  if (appToken !== null) await calling(() => new webApi.WebClient(appToken, options).apps.connections.open());
  return given;
}

/** The same for a start: that Slack gives no answer now is no reason not to. */
async function checkAtStart(client: webApi.WebClient, teamId: string, log: Log): Promise<void> {
  try {
    await checkToken(client, teamId);
  } catch (error) {
    const { fault, code } = error instanceof PlatformError ? error : { fault: null, code: null };
    if (fault !== "unreachable" && fault !== "rate_limited") throw error;
    log.warn({ fault, code }, "Slack did not answer; its token is not checked");
  }
}

/** Identities of the workspace; what a member's profile says of how they live is kept. */
function accountsOf({ cairn, log, now }: SlackParts, ask: (account: string) => Promise<Identity>) {
  const askAndLearn = async (account: string) => {
    const identity = await ask(account);
    if (identity.kind === "member")
      await learnProfile(cairn, identity).catch((error: unknown) => {
        log.warn({ err: error }, "a profile could not be kept");
      });
    return identity;
  };
  return accountsFrom(askAndLearn, () => now().epochMilliseconds);
}

/** The way Slack's requests come in: its own sockets, or our door. */
function waysIn(
  { appToken, signingSecret }: SlackSettings,
  { now, log }: SlackParts,
  bolt: { readonly options: webApi.WebClientOptions; readonly logger: Logger; readonly process: Process },
): { readonly door: Door; readonly sockets: Sockets | null } {
  const { process } = bolt;
  if (appToken !== null)
    return { door: closedDoor, sockets: slackSockets({ ...bolt, appToken, log }, process) };
  if (signingSecret === null) throw new Error("Slack over HTTP needs its signing secret.");
  const facts = { signingSecret, nowMs: () => now().epochMilliseconds, log };
  return { door: slackDoor(facts, process), sockets: null };
}

/** Everything that Slack hands over, but for the changes of accounts. */
function listenToAll(app: App, listening: Listening, homes: Homes): void {
  listenToHome(app, listening, homes);
  listenToRequests(app, listening);
  listenToMessageShortcut(app, listening);
  listenToForms(app, listening);
  listenToMessages(app, listening);
}

/** What is posted, found again and replaced through the Web API. */
function posting(
  client: webApi.WebClient,
  conversations: SlackConversations,
): Pick<Platform, "canReadBack" | "post" | "find" | "reach" | "update"> {
  return {
    canReadBack: true,
    post: async (to, card, drawing, mark) => {
      const place = slackPlace(to);
      return await unlessGone(conversations, place.channel, () => post(client, place, card, drawing, mark));
    },
    find: async (to, deliveryId, since) => await findDelivered(client, slackPlace(to), deliveryId, since),
    reach: async (email) => await reach(client, conversations, email),
    update: async (posted, card, drawing) => await update(client, slackPlace(posted), card, drawing),
  };
}

/**
 * Slack, over HTTP or Socket Mode. `start` throws PlatformError `unauthorised` when a token is not let in.
 */
export function slackOver(settings: SlackSettings, parts: SlackParts): SlackPlatform {
  const { cairn, log, now } = parts;
  const { teamId, botToken, apiUrl } = settings;
  const logger = boltLogger(log);
  const options = clientOptions(settings, logger);
  const client = new webApi.WebClient(botToken, options);
  const app = boltApp(options, logger);
  const conversations = slackConversationsOf(cairn, now);
  const accounts = accountsOf(parts, (account) => whois(client, teamId, account));
  const { later, allDone } = workLater(log);
  const answering = { cairn, log, now, teamId, client, apiUrl, later, whois: accounts.whois };
  const homes = homesOf(answering);
  const listening = {
    ...answering,
    inbox: inboxOf(cairn, now),
    respond: responder(now),
    changed: homes.changed,
  };
  listenToAll(app, listening, homes);
  app.event("user_change", async ({ event }) => {
    accounts.forget(event.user.id);
    await conversations.forgetAccount(event.user.id);
  });
  const process: Process = (event) => app.processEvent(event);
  const { door, sockets } = waysIn(settings, parts, { options, logger, process });
  const sweeps = sweeping(listening);
  return {
    name: "slack",
    door,
    unready: slackReadiness({
      check: async () => void (await checkToken(client, teamId)),
      isConnected: () => sockets?.isConnected() ?? true,
      nowMs: () => now().epochMilliseconds,
    }),
    start: async () => {
      await checkAtStart(client, teamId, log);
      await sweeps.start();
      await sockets?.start();
    },
    stop: async () => {
      sweeps.stop();
      await sockets?.stop();
      await allDone();
    },
    channel: settings.channel === null ? null : addressOf({ channel: settings.channel, ts: null }),
    whois: accounts.whois,
    ...posting(client, conversations),
  };
}
