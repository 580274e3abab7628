import type { teams as french } from "../fr/teams.ts";

/** What Cairn says in Teams alone, in English. */
export const teams: typeof french = {
  incomplete: (category) => `${category} partial`,
  noAmount: "no figure",
  remarks: "Remarks",
  owed: (indicator) => `${indicator} (to give)`,
  required: (field) => `${field}: please fill this in.`,
  failed: {
    message: "Something went wrong on my side.",
    hint: "Please try again in a minute: a figure sent twice counts only once.",
  },
  unwelcome: {
    guest: {
      message: "Sorry, I only answer members of the team.",
      hint: "Your account is a guest’s. Nothing was recorded.",
    },
    stranger: {
      message: "Sorry, I only answer members of the team.",
      hint: "I cannot find your account in the organisation. Nothing was recorded.",
    },
    other_workspace: {
      message: "Sorry, I work for one organisation only.",
      hint: "It is not yours. Nothing was recorded.",
    },
    bot: { message: "Sorry, I only answer people.", hint: "Nothing was recorded." },
    deleted: { message: "Sorry, this account is deactivated.", hint: "Nothing was recorded." },
    no_email: {
      message: "Sorry, I do not know who you are.",
      hint: "Teams gives no address for your account. Ask the administrator to add it, then try again.",
    },
  },
  notLetIn: (code) =>
    `Microsoft refuses Cairn (${code}). Check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID.`,
  notSet: "not connected: MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID are not set",
  connected: (tenant) => `connected to the organisation ${tenant}: Teams calls /api/messages`,
  localOnly: "local mode: nobody is identified, this machine only",
  channelNotSet:
    "TEAMS_CHANNEL_ID is not set: the month’s summary is posted nowhere in Teams. It is the identifier of the cluster’s channel (19:…@thread.tacv2), in its link; add Cairn to it",
  noAnswer: (code) => `Microsoft does not answer (${code})`,
  serving: (url) => `Cairn listens to Teams on ${url}/api/messages. Ctrl+C to stop.`,
  servingLocal: (url) =>
    `Cairn listens to Teams on ${url}/api/messages, in local mode: no identification, for this machine only.`,
};
