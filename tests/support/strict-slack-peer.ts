import { readFile } from "node:fs/promises";
import { createEmulator } from "emulate";
import type { SlackUser } from "../../src/platforms/slack/profile.ts";
import { fields, type Json, list } from "./slack-texts.ts";

/** The app's token: the only one that the strict Slack lets in. */
export const botToken = "xoxb-1-2-strict";
export const appId = "A0CAIRN";
export const botUserId = "U0CAIRN";
/** The workspace that the emulator always has. */
export const strictTeamId = "T000000001";

/** What a member's profile says beside the name and the address, which the emulator does not know of. */
export type Profile = Omit<SlackUser, "id" | "profile">;

/** Somebody of the workspace. */
export type Member = { readonly name: string; readonly email: string; readonly profile: Profile };

/** The emulator with a workspace in it. */
export type Peer = {
  readonly url: string;
  /** The ids that it gave, by name. */
  readonly userIds: ReadonlyMap<string, string>;
  readonly channelIds: ReadonlyMap<string, string>;
  /** The scopes that the app is granted: those that its manifest asks for. */
  readonly scopes: readonly string[];
  /** Calls a method as a person of the workspace, or as the app with every scope when null. Throws when refused. */
  readonly ask: (as: string | null, method: string, asked: Record<string, string>) => Promise<Json>;
  readonly close: () => Promise<void>;
};

const personScopes = ["chat:write", "users:read", "channels:read", "im:write", "im:history"];
const everyScope = [...personScopes, "im:read", "channels:history", "groups:history", "users:read.email"];

/** The scopes that the manifest asks for: all that the app is granted. */
async function grantedScopes(): Promise<string[]> {
  const file = await readFile(new URL("../../manifests/slack.json", import.meta.url), "utf8");
  const { oauth_config } = fields(JSON.parse(file));
  return list(fields(fields(oauth_config)["scopes"])["bot"]).map(String);
}

const tokenOf = (as: string | null) => (as === null ? "xoxb-everything" : `xoxp-${as}`);

function seedFor(members: readonly Member[], channels: readonly string[], scopes: readonly string[]) {
  const app = {
    app_id: appId,
    client_id: "1.2",
    client_secret: "unused",
    name: "Cairn",
    redirect_uris: [],
    bot_id: "B0CAIRN",
    bot_user_id: botUserId,
    bot_name: "cairn",
    scopes,
  };
  const asBot = { user_id: botUserId, app_id: appId, bot_id: "B0CAIRN" };
  return {
    team: { name: "Cluster Montagne", domain: "cluster" },
    users: members.map(({ name, email }) => ({ name, profile: { email } })),
    channels: channels.map((name) => ({ name })),
    oauth_apps: [app],
    tokens: [
      { ...asBot, token: botToken, scopes },
      { ...asBot, token: tokenOf(null), scopes: everyScope },
      ...members.map(({ name }) => ({ token: tokenOf(name), user: name, scopes: personScopes })),
    ],
    strict_scopes: true,
  };
}

function idsOf(named: unknown): Map<string, string> {
  return new Map(
    list(named)
      .map(fields)
      .map(({ name, id }) => [String(name), String(id)]),
  );
}

/** Starts vercel-labs' emulate, an independent Slack, on loopback. */
export async function openPeer(members: readonly Member[], channels: readonly string[]): Promise<Peer> {
  const scopes = await grantedScopes();
  const slack = seedFor(members, channels, scopes);
  const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack } });
  const url = emulator.url.replace("localhost", "127.0.0.1");
  const ask: Peer["ask"] = async (as, method, asked) => {
    const headers = { authorization: `Bearer ${tokenOf(as)}` };
    const response = await fetch(`${url}/api/${method}`, {
      method: "POST",
      headers,
      body: new URLSearchParams(asked),
    });
    const answer = fields(await response.json());
    if (answer["ok"] !== true) throw new Error(`${method}: ${String(answer["error"])}`);
    return answer;
  };
  const { members: users } = await ask(null, "users.list", {});
  const { channels: rooms } = await ask(null, "conversations.list", {});
  return { url, userIds: idsOf(users), channelIds: idsOf(rooms), scopes, ask, close: () => emulator.close() };
}
