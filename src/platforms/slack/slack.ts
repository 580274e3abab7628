import { setTimeout as wait } from "node:timers/promises";
import { App, type Logger, webApi } from "@slack/bolt";
import type { Temporal } from "temporal-polyfill";
import { forgetOldEvents } from "../../commands/once.ts";
import { learnProfile } from "../../commands/profile.ts";
import type { Cairn } from "../../commands/request.ts";
import type { Door } from "../../doors.ts";
import type { Log } from "../../log.ts";
import { type Identity, type Platform, PlatformError } from "../platform.ts";
import { accountsFrom } from "./accounts.ts";
import { slackPlace } from "./address.ts";
import { ownServer, slackDoor } from "./door.ts";
import { listenToMessages } from "./events.ts";
import { boltLogger } from "./logger.ts";
import { listenToRequests } from "./requests.ts";
import type { SlackSettings } from "./settings.ts";
import { calling, post, update, whois } from "./web.ts";

/** Where Slack's requests come in. */
export const slackPath = "/slack/events";

/** Slower than this, Slack is not there. */
const timeoutMs = 5_000;

/** How long stopping waits for answers on their way, in ms. */
const stopWithinMs = 4_000;

/** Slack, with the door that takes its requests. */
export type SlackPlatform = Platform & { readonly door: Door };

/** What Slack is given to answer with. */
export type SlackParts = { readonly cairn: Cairn; readonly log: Log; readonly now: () => Temporal.Instant };

/** Calls once and waits no longer than it must: trying again is for whoever knows what was asked. */
function clientOptions({ apiUrl }: SlackSettings, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: timeoutMs,
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

/** Work that goes on after its acknowledgement; what fails of it is logged. */
function workLater(log: Log) {
  const running = new Set<Promise<void>>();
  const later = (work: Promise<void>) => {
    const done = work
      .catch((error: unknown) => log.error({ err: error }, "an answer did not reach Slack"))
      .finally(() => running.delete(done));
    running.add(done);
  };
  const allDone = async () => {
    const stopped = new AbortController();
    const patience = wait(stopWithinMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(running), patience]);
    stopped.abort();
  };
  return { later, allDone };
}

async function checkToken(client: webApi.WebClient, teamId: string): Promise<void> {
  const { team_id } = await calling(() => client.auth.test());
  if (team_id !== teamId) throw new PlatformError("unauthorised", "other_workspace");
}

/** Asks Slack whether the token is let into the workspace served. Throws PlatformError when it is not. */
export async function checkSlack(settings: SlackSettings, log: Log): Promise<void> {
  const client = new webApi.WebClient(settings.botToken, clientOptions(settings, boltLogger(log)));
  await checkToken(client, settings.teamId);
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

/** Slack over HTTP. `start` throws PlatformError `unauthorised` when the token is not let in. */
export function slackOver(settings: SlackSettings, parts: SlackParts): SlackPlatform {
  const { cairn, log, now } = parts;
  const { teamId, botToken, signingSecret, apiUrl } = settings;
  const logger = boltLogger(log);
  const options = clientOptions(settings, logger);
  const client = new webApi.WebClient(botToken, options);
  const app = boltApp(options, logger);
  const accounts = accountsOf(parts, (account) => whois(client, teamId, account));
  const { later, allDone } = workLater(log);
  const listening = { cairn, log, now, teamId, client, apiUrl, later, whois: accounts.whois };
  listenToRequests(app, listening);
  listenToMessages(app, listening);
  app.event("user_change", async ({ event }) => accounts.forget(event.user.id));
  const door = slackDoor({ signingSecret, nowMs: () => now().epochMilliseconds, log }, (event) =>
    app.processEvent(event),
  );
  return {
    name: "slack",
    door,
    start: async () => {
      await checkAtStart(client, teamId, log);
      await forgetOldEvents(cairn, now());
    },
    stop: allDone,
    post: async (to, card, drawing) => await post(client, slackPlace(to), card, drawing),
    update: async (posted, card, drawing) => await update(client, slackPlace(posted), card, drawing),
    whois: accounts.whois,
  };
}
