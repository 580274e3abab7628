import type { slack as french } from "../fr/slack.ts";

/** What Cairn says in Slack alone, in English. */
export const slack: typeof french = {
  working: "I am on it. The answer comes here in a moment.",
  share: "Share in the channel",
  sharedBy: (name, line) => `Shared by ${name}, worked out just now: ${line}`,
  notKept: {
    message: "The database does not answer: for now, nothing is recorded.",
    hint: "Send your request again in a minute: a figure sent twice counts once.",
  },
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
    `Slack refuses Cairn (${code}). Check SLACK_BOT_TOKEN, SLACK_TEAM_ID and, in Socket Mode, SLACK_APP_TOKEN: the tokens are the app’s, installed in that workspace.`,
  notSet:
    "not connected: SLACK_BOT_TOKEN, SLACK_TEAM_ID and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN, in Socket Mode) are not set",
  connected: (teamId, way) =>
    way === "http"
      ? `connected to the workspace ${teamId}, over HTTP: Slack calls /slack/events`
      : `connected to the workspace ${teamId}, in Socket Mode: no public address`,
  scopesMissing: (scopes) =>
    `missing scopes: ${scopes}. Add them in the app’s “OAuth & Permissions”, then install it in the workspace again`,
  channelNotSet:
    "SLACK_CHANNEL_ID is not set: the month’s summary is posted nowhere. It is the id of the cluster’s channel (C…), at the bottom of its details; invite Cairn there",
  noAnswer: (code) => `Slack does not answer (${code})`,
  servingSockets: "Cairn listens to Slack in Socket Mode. Ctrl+C to stop.",
  serving: (url) => `Cairn listens to Slack at ${url}/slack/events. Ctrl+C to stop.`,
};
