import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Authority } from "../../src/platforms/teams/settings.ts";

export const appId = "11111111-1111-4111-8111-111111111111";
export const tenantId = "22222222-2222-4222-8222-222222222222";
export const appPassword = "a-secret-of-the-app";
export const issuer = "https://issuer.example";

/** How a token differs from a good one. */
export type TokenChanges = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: string;
  readonly kid?: string;
  /** Signed with another key than the one it names. */
  readonly forged?: boolean;
};

/** Who vouches for Teams, and for the bot, on this machine. */
export type TeamsAuthority = Authority & {
  /** A token as Teams would send it for that service. */
  readonly token: (serviceUrl: string, changes?: TokenChanges) => string;
  /** The bodies of what the bot asked tokens with. */
  readonly asked: URLSearchParams[];
  /** What a request for a token is answered with, instead of a token. */
  refusal: number | null;
  readonly close: () => Promise<void>;
};

type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** Made once: keys take a while. */
const endorsed = generateKeyPairSync("rsa", { modulusLength: 2048 });
const others = generateKeyPairSync("rsa", { modulusLength: 2048 });

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(
  serviceUrl: string,
  { claims = {}, alg = "RS256", kid = "teams", forged = false }: TokenChanges,
): string {
  const nowS = Math.floor(Date.now() / 1_000);
  const payload = {
    ...{ iss: issuer, aud: appId, serviceurl: serviceUrl },
    ...{ nbf: nowS - 60, exp: nowS + 3_600, ...claims },
  };
  const body = `${encoded({ alg, typ: "JWT", kid })}.${encoded(payload)}`;
  if (alg === "none") return `${body}.`;
  const { privateKey }: Pair = forged || kid !== "teams" ? others : endorsed;
  return `${body}.${sign("RSA-SHA256", Buffer.from(body), privateKey).toString("base64url")}`;
}

const keys = [
  { ...endorsed.publicKey.export({ format: "jwk" }), kid: "teams", use: "sig", endorsements: ["msteams"] },
  { ...others.publicKey.export({ format: "jwk" }), kid: "webchat", use: "sig", endorsements: ["webchat"] },
  { ...others.publicKey.export({ format: "jwk" }), kid: "bare", use: "sig" },
];

/** Starts the authority on a free port of this machine. */
export async function teamsAuthority(): Promise<TeamsAuthority> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.setHeader("content-type", "application/json");
    if (request.url === "/metadata")
      return response.end(JSON.stringify({ issuer, jwks_uri: `${base}/keys` }));
    if (request.url === "/keys") return response.end(JSON.stringify({ keys }));
    authority.asked.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    if (authority.refusal !== null) return response.writeHead(authority.refusal).end("{}");
    return response.end(JSON.stringify({ access_token: "outgoing-token", expires_in: 3_600 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const authority: TeamsAuthority = {
    ...{ metadataUrl: `${base}/metadata`, issuer, tokenUrl: `${base}/token`, asked: [], refusal: null },
    token: (serviceUrl, changes = {}) => signed(serviceUrl, changes),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return authority;
}
