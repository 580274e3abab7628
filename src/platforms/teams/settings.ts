/** What Teams needs, from the environment. */
export type TeamsSettings =
  | {
      /** For trying Cairn without a tenant: nobody is authenticated, and both sides stay on this machine. */
      readonly local: true;
      readonly channel: string | null;
    }
  | {
      readonly local: false;
      readonly appId: string;
      readonly appPassword: string;
      /** The only tenant served. */
      readonly tenantId: string;
      /** The cluster's channel, which the digest goes to; null while it is not set. */
      readonly channel: string | null;
      /** Other hosts than Microsoft's that may be called, as "host:port": for tests on this machine. */
      readonly allowedHosts: readonly string[];
      /** Other authorities than Microsoft's; null for Microsoft's. */
      readonly authority: Authority | null;
    };

/** Who vouches for Teams to us, and for us to Teams. */
export type Authority = {
  /** The OpenID metadata that names the keys of incoming tokens. */
  readonly metadataUrl: string;
  readonly issuer: string;
  /** Where tokens for outgoing calls are asked for. */
  readonly tokenUrl: string;
};
