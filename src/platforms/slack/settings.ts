/** What Slack needs, from the environment. */
export type SlackSettings = {
  readonly botToken: string;
  readonly signingSecret: string;
  /** The only workspace served. */
  readonly teamId: string;
  /** Base of another Web API than Slack's own, with its final slash; null for Slack's. */
  readonly apiUrl: string | null;
};
