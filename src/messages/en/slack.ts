import type { slack as french } from "../fr/slack.ts";

/** What Cairn says in Slack alone, in English. */
export const slack: typeof french = {
  working: "I am on it. The answer comes here in a moment.",
  failed: {
    message: "Something went wrong on my side.",
    hint: "Try again in a minute: a figure sent twice counts once.",
  },
  unwelcome: {
    guest: {
      message: "Sorry, I only answer members of the team.",
      hint: "Your account is a guest’s. Nothing was recorded.",
    },
    stranger: {
      message: "Sorry, I only answer members of the team.",
      hint: "Your account comes from another organisation. Nothing was recorded.",
    },
    other_workspace: {
      message: "Sorry, I only work for one Slack workspace.",
      hint: "It is not this one. Nothing was recorded.",
    },
    bot: {
      message: "Sorry, I only answer people.",
      hint: "Nothing was recorded.",
    },
    deleted: {
      message: "Sorry, this account is deactivated.",
      hint: "Nothing was recorded.",
    },
    no_email: {
      message: "Sorry, I do not know who you are.",
      hint: "Slack has verified no address for your account. Confirm it in your profile, then try again.",
    },
  },
  notLetIn: (code) =>
    `Slack refuses Cairn (${code}). Check SLACK_BOT_TOKEN and SLACK_TEAM_ID: the token is the app’s, installed in that workspace.`,
  notSet: "not connected: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_TEAM_ID are not set",
  connected: (teamId) => `connected to the workspace ${teamId}`,
  noAnswer: (code) => `Slack does not answer (${code})`,
  serving: (url) => `Cairn listens to Slack at ${url}/slack/events. Ctrl+C to stop.`,
};
