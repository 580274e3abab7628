import { expect } from "vitest";
import type { Engine } from "./databases.ts";
import { member, type SlackBot, slackBot } from "./slack-bot.ts";
import { teamId } from "./slack-double.ts";
import type { Json } from "./slack-texts.ts";

/** The event, as docs.slack.dev/reference/events/app_home_opened shows it. */
export function opened(user: string, changes: object = {}) {
  return {
    type: "app_home_opened",
    user,
    channel: "D0HOME",
    event_ts: "1515449522000016",
    tab: "home",
    ...changes,
  };
}

/** What a control of the Home sends: docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
export function inHome(user: string, action: object, changes: object = {}) {
  return {
    user: { id: user, username: "someone", team_id: teamId },
    container: { type: "view", view_id: "V0HOME" },
    view: { id: "V0HOME", type: "home" },
    channel: undefined,
    response_url: undefined,
    actions: [{ block_id: "b1", action_ts: "1515449522.1", ...action }],
    ...changes,
  };
}

/** A bot with members, a guest, a stranger, a robot, and somebody who is not of the plan. */
export async function homeBot(engine: Engine): Promise<SlackBot> {
  const bot = await slackBot(engine);
  const { users } = bot.slack;
  users.set("UTECHNIQUE", member("UTECHNIQUE", "technique", { locale: "en-GB", tz: "America/New_York" }));
  users.set("UINVITE", member("UINVITE", "energie", { is_restricted: true }));
  users.set("UETRANGER", member("UETRANGER", "energie", { is_stranger: true }));
  users.set("UROBOT", member("UROBOT", "energie", { is_bot: true }));
  users.set("UAUTRE", member("UAUTRE", "inconnue"));
  users.set("UMEMBRE", member("UMEMBRE", "membre"));
  return bot;
}

/** The App Homes that a bot published for somebody, oldest first. */
export function homesFor({ slack }: SlackBot, user: string): Json[] {
  return slack.viewed.filter((each) => each.user === user).map(({ view }) => view);
}

/** Opens somebody's Home, and gives what is shown in it. */
export async function openHome(bot: SlackBot, user: string): Promise<Json | undefined> {
  expect(await bot.event(opened(user))).toEqual({ status: 200, body: "" });
  return homesFor(bot, user).at(-1);
}

/** All that a view says, as JSON. */
export function words(view: unknown): string {
  return JSON.stringify(view);
}

/** The hour of reminders that a Home shows as chosen. */
export function hourIn(view: unknown): string | undefined {
  return /"home:hour".*?"initial_option":.*?"value":"(\d+)"/u.exec(words(view))?.[1];
}
