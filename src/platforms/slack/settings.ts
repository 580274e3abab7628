/** What Slack needs, from the environment. */
export type SlackSettings = {
  readonly botToken: string;
  /** Signs the requests that come over HTTP; null in Socket Mode. */
  readonly signingSecret: string | null;
  /** Opens the sockets of Socket Mode; null over HTTP. */
  readonly appToken: string | null;
  /** The only workspace served. */
  readonly teamId: string;
  /** The cluster's channel, which the digest goes to; null while it is not set. */
  readonly channel: string | null;
  /** Base of another Web API than Slack's own, with its final slash; null for Slack's. */
  readonly apiUrl: string | null;
};
