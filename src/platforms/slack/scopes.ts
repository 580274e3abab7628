/** What the app may do in the workspace: every scope that Cairn uses (docs.slack.dev/reference/scopes). */
export const scopes = [
  "app_mentions:read",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "im:write",
  "users:read",
  "users:read.email",
] as const;

/** The scopes that a token lacks. */
export function missingScopes(given: readonly string[]): string[] {
  return scopes.filter((scope) => !given.includes(scope));
}
