import type { Temporal } from "temporal-polyfill";
import type { Cairn } from "../../commands/request.ts";
import { teamsConversationsOf } from "../../commands/teams-conversations.ts";
import type { Door } from "../../doors.ts";
import type { Log } from "../../log.ts";
import { type Platform, PlatformError } from "../platform.ts";
import { authenticationFor, authorityFor, CairnAdapter } from "./adapter.ts";
import { addressOf } from "./address.ts";
import { admitting } from "./admission.ts";
import { applicationOver } from "./app.ts";
import { connectorOver } from "./connector.ts";
import { teamsDoor } from "./door.ts";
import { isAllowedService } from "./hosts.ts";
import { membersOf } from "./members.ts";
import { outgoing } from "./outgoing.ts";
import { teamsReadiness, type Unready } from "./readiness.ts";
import type { TeamsSettings } from "./settings.ts";
import { type Token, tokenSource } from "./tokens.ts";

export { teamsPath } from "./door.ts";

/** Teams, with the door that takes its requests. */
export type TeamsPlatform = Platform & {
  readonly door: Door;
  /** What keeps Teams from being served, in a word; null when nothing does. Never slower than two seconds. */
  readonly unready: () => Promise<Unready>;
};

/** What Teams is given to answer with. */
export type TeamsParts = { readonly cairn: Cairn; readonly log: Log; readonly now: () => Temporal.Instant };

/** Tokens end by the clock of this machine, whatever moment the commands are told. */
function tokensFor(settings: TeamsSettings): Token {
  if (settings.local) return async () => null;
  const { appId, appPassword } = settings;
  const { tokenUrl } = authorityFor(settings);
  return tokenSource({ tokenUrl, appId, appPassword }, Date.now);
}

/** Asks Microsoft whether the app is let in. Throws PlatformError when it is not. */
export async function checkTeams(settings: TeamsSettings): Promise<void> {
  await tokensFor(settings)();
}

/** The same for a start: that Microsoft gives no answer now is no reason not to. */
async function checkAtStart(token: Token, log: Log): Promise<void> {
  try {
    await token();
  } catch (error) {
    const { fault, code } = error instanceof PlatformError ? error : { fault: null, code: null };
    if (fault !== "unreachable" && fault !== "rate_limited") throw error;
    log.warn({ fault, code }, "Microsoft did not answer; the app's secret is not checked");
  }
}

/** Counts work under way, to be waited for at the end. */
function waiting() {
  const underWay = new Set<Promise<unknown>>();
  const during = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const over = () => void underWay.delete(work);
    work.then(over, over);
    return work;
  };
  return { during, allDone: async () => void (await Promise.allSettled(underWay)) };
}

/**
 * Teams, whoever checks its requests: Microsoft's tokens, or in local mode nobody. `start` throws PlatformError
 * `unauthorised` when the app is not let in.
 */
export function teamsOver(settings: TeamsSettings, parts: TeamsParts): TeamsPlatform {
  const { cairn, log, now } = parts;
  const token = tokensFor(settings);
  const allows = (serviceUrl: string) => isAllowedService(serviceUrl, settings);
  const connector = connectorOver(token, { allows, nowMs: Date.now });
  const conversations = teamsConversationsOf(cairn, now);
  const adapter = new CairnAdapter(authenticationFor(settings), connector);
  const tenantId = settings.local ? null : settings.tenantId;
  const nowMs = () => now().epochMilliseconds;
  const members = membersOf({ cairn, log, connector, conversations, tenantId, nowMs });
  const app = applicationOver({ cairn, now, log, connector, conversations, identify: members.identify });
  const door = teamsDoor({
    admit: admitting(settings, log),
    adapter,
    run: (context) => app.run(context),
    log,
  });
  const { during, allDone } = waiting();
  return {
    name: "teams",
    door: (request) => during(door(request)),
    unready: teamsReadiness({ check: async () => void (await token()), nowMs: Date.now }),
    start: () => checkAtStart(token, log),
    stop: allDone,
    channel: settings.channel === null ? null : addressOf({ conversation: settings.channel, activity: null }),
    canReadBack: false,
    ...outgoing({ settings, adapter, connector, conversations, tenantId }),
    whois: members.whois,
  };
}
