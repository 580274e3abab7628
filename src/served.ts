import { Temporal } from "temporal-polyfill";
import { BrokenInstallation } from "./cli/open.ts";
import type { Cairn } from "./commands/request.ts";
import type { Config } from "./config.ts";
import type { Door } from "./doors.ts";
import type { Log } from "./log.ts";
import { messagesFor } from "./messages/messages.ts";
import { type Platform, PlatformError } from "./platforms/platform.ts";

/** A platform that Cairn serves, with its door and what is said of it. */
export type Served = {
  readonly platform: Platform;
  readonly path: string;
  readonly door: Door;
  /** What keeps it from being served, in a word; null when nothing does. */
  readonly unready: () => Promise<string | null>;
  /** What is said when it is not let in. */
  readonly notLetIn: (code: string) => string;
  /** What is said once the doors are open at that address. */
  readonly serving: (url: string) => string;
};

type Parts = { readonly cairn: Cairn; readonly log: Log };

const now = () => Temporal.Now.instant();

async function slackServed({ slack: settings, language }: Config, parts: Parts): Promise<Served[]> {
  if (settings === null) return [];
  const { slackOver, slackPath } = await import("./platforms/slack/slack.ts");
  const platform = slackOver(settings, { ...parts, now });
  const { door, unready } = platform;
  const { slack } = messagesFor(language);
  const serving = settings.appToken === null ? slack.serving : () => slack.servingSockets;
  return [{ platform, path: slackPath, door, unready, notLetIn: slack.notLetIn, serving }];
}

async function teamsServed({ teams: settings, language }: Config, parts: Parts): Promise<Served[]> {
  if (settings === null) return [];
  const { teamsOver, teamsPath } = await import("./platforms/teams/teams.ts");
  const platform = teamsOver(settings, { ...parts, now });
  const { door, unready } = platform;
  const { teams } = messagesFor(language);
  const serving = settings.local ? teams.servingLocal : teams.serving;
  return [{ platform, path: teamsPath, door, unready, notLetIn: teams.notLetIn, serving }];
}

/** The platforms of the configuration, Slack first. The SDK of each is loaded only here. */
export async function servedBy(config: Config, parts: Parts): Promise<Served[]> {
  return [...(await slackServed(config, parts)), ...(await teamsServed(config, parts))];
}

/** Starts a platform. Throws BrokenInstallation when it is not let in. */
export async function startServed({ platform, notLetIn }: Served): Promise<void> {
  try {
    await platform.start();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw new BrokenInstallation(notLetIn(error.code));
  }
}

/** What keeps any of the platforms from being served, in a word; null when nothing does. */
export async function firstUnready(served: readonly Served[]): Promise<string | null> {
  const states = await Promise.all(served.map(({ unready }) => unready()));
  return states.find((state) => state !== null) ?? null;
}
