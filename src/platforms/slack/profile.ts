import type { Language } from "../../messages/messages.ts";
import type { Identity, Unwelcome } from "../platform.ts";

/** What of Slack's user object says who somebody is (docs.slack.dev/reference/objects/user-object). */
export type SlackUser = {
  readonly id?: string;
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly tz?: string;
  readonly locale?: string;
  readonly profile?: { readonly email?: string };
};

/** Slack's own bot, which is not marked as one. */
const slackbot = "USLACKBOT";

function unwelcome(reason: Unwelcome): Identity {
  return { kind: "unwelcome", reason };
}

function languageOf(locale: string | undefined): Language | null {
  const [language] = locale?.toLowerCase().split("-") ?? [];
  return language === "fr" || language === "en" ? language : null;
}

function timeZoneOf(name: string | undefined): string | null {
  if (name === undefined || name === "") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Who that is, for the workspace served: full members whose address Slack verified, and nobody else. */
export function identityOf(user: SlackUser, teamId: string): Identity {
  if (user.deleted === true) return unwelcome("deleted");
  if (user.is_bot === true || user.id === slackbot) return unwelcome("bot");
  if (user.is_stranger === true) return unwelcome("stranger");
  if (user.team_id !== undefined && user.team_id !== teamId) return unwelcome("other_workspace");
  if (user.is_restricted === true || user.is_ultra_restricted === true) return unwelcome("guest");
  const email = user.profile?.email?.trim();
  if (email === undefined || email === "" || user.is_email_confirmed === false) return unwelcome("no_email");
  return { kind: "member", email, language: languageOf(user.locale), timeZone: timeZoneOf(user.tz) };
}
