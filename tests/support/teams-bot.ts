import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { openDoors } from "../../src/doors.ts";
import { openLog } from "../../src/log.ts";
import type { TeamsSettings } from "../../src/platforms/teams/settings.ts";
import { type TeamsPlatform, teamsOver, teamsPath } from "../../src/platforms/teams/teams.ts";
import { freshCairn, type TestCairn } from "./cairn.ts";
import type { Engine } from "./databases.ts";
import { appId, appPassword, type TeamsAuthority, teamsAuthority, tenantId } from "./teams-authority.ts";
import { type DoubleMember, type Sent, type TeamsDouble, teamsDouble } from "./teams-double.ts";

/** The morning on which the tests take place. */
export const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

export const channel = "19:cluster@thread.tacv2";
export const bot = { id: `28:${appId}`, name: "Cairn" };

/** What Cairn answered at its door. */
export type Answered = { readonly status: number; readonly body: string };

/** A member of the tenant, with an address of the example roster, unless changed. */
export function member(name: string, changes: Partial<DoubleMember> = {}): DoubleMember {
  return {
    ...{ id: `29:${name}`, aadObjectId: `aad-${name}`, name, tenantId, userRole: "user" },
    ...{ email: `${name}@cluster.example`, userPrincipalName: `${name}@cluster.example` },
    ...changes,
  };
}

/** Cairn behind its own doors, with a Teams and its authority beside it. */
export type TeamsBot = {
  readonly test: TestCairn;
  readonly teams: TeamsDouble;
  readonly authority: TeamsAuthority;
  readonly platform: TeamsPlatform;
  readonly url: string;
  /** Sends an activity as Teams would: with a good token unless another header is given. */
  readonly deliver: (activity: object, authorization?: string | null) => Promise<Answered>;
  /** The same as somebody ("energie"), in their personal conversation unless said. */
  readonly activity: (changes: object, as?: string) => Record<string, unknown>;
  readonly say: (text: string, changes?: object, as?: string) => Promise<Answered>;
  /** Presses a button that knows Action.Execute; gives what replaces the card, or is said beside it. */
  readonly press: (
    verb: string,
    data: object,
    changes?: object,
    as?: string,
  ) => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
};

let activities = 0;

/** An activity of somebody, as "Conversation basics" shows one. */
function activityFrom(teams: TeamsDouble, as: string, changes: object): Record<string, unknown> {
  activities += 1;
  return {
    ...{ type: "message", id: `f:${activities}`, channelId: "msteams", serviceUrl: teams.url },
    from: { id: `29:${as}`, name: as, aadObjectId: `aad-${as}` },
    recipient: bot,
    conversation: { id: `a:${as}`, conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: "fr-FR",
    ...changes,
  };
}

/** The same in the cluster's channel, in the thread of a message. */
export const inChannel = {
  conversation: {
    ...{ id: `${channel};messageid=1790000000001`, conversationType: "channel", isGroup: true },
    tenantId,
  },
};

/** The settings of a bot beside those doubles. */
export function settingsFor(teams: TeamsDouble, authority: TeamsAuthority): TeamsSettings & { local: false } {
  const { metadataUrl, issuer, tokenUrl } = authority;
  return {
    ...{ local: false, appId, appPassword, tenantId, channel },
    ...{ allowedHosts: [teams.host], authority: { metadataUrl, issuer, tokenUrl } },
  };
}

const roster = [
  ...["energie", "dechets", "mobilite", "achats", "technique", "politique"].map((name) => member(name)),
  member("invite", { userRole: "guest", userPrincipalName: "invite_autre.example#EXT#@cluster.example" }),
  member("passant"),
  member("ailleurs", { tenantId: "33333333-3333-4333-8333-333333333333" }),
];

/** Cairn in Teams, on a new database of that engine. */
export async function teamsBot(engine: Engine): Promise<TeamsBot> {
  const test = await freshCairn(engine);
  const [teams, authority] = await Promise.all([teamsDouble(roster), teamsAuthority()]);
  const log = openLog("silent");
  const platform = teamsOver(settingsFor(teams, authority), {
    cairn: cairnOn(test.store.db, "fr"),
    log,
    now: () => now,
  });
  await platform.start();
  const platforms = new Map([[teamsPath, platform.door]]);
  const facts = { isReady: async () => true, unready: platform.unready, platforms, log };
  const doors = await openDoors(facts, "127.0.0.1", 0);
  const deliver: TeamsBot["deliver"] = async (activity, authorization) => {
    const good = `Bearer ${authority.token(teams.url)}`;
    const header = authorization === undefined ? good : authorization;
    const response = await fetch(`${doors.url}${teamsPath}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(header === null ? {} : { authorization: header }) },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  };
  const activity: TeamsBot["activity"] = (changes, as = "energie") => activityFrom(teams, as, changes);
  return {
    ...{ test, teams, authority, platform, url: doors.url, deliver, activity },
    say: (text, changes = {}, as = "energie") => deliver(activity({ text, ...changes }, as)),
    press: async (verb, data, changes = {}, as = "energie") => {
      const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
      const pressed = activity({ type: "invoke", name: "adaptiveCard/action", value, ...changes }, as);
      const { status, body } = await deliver(pressed);
      if (status !== 200) throw new Error(`The press was answered ${status}.`);
      return JSON.parse(body);
    },
    close: async () => {
      await doors.close();
      await platform.stop();
      await Promise.all([teams.close(), authority.close()]);
      await test.store.close();
    },
  };
}

/** Every text that a card shows, in order. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ["text", "title", "value"].includes(key) && typeof each === "string" ? [each] : textsOf(each),
  );
}

/** What people read of an activity that was sent. */
export function shownIn({ activity }: Sent): string {
  const attachments = Array.isArray(activity["attachments"]) ? activity["attachments"] : [];
  return [
    String(activity["summary"] ?? ""),
    ...textsOf(attachments.map(({ content }) => content?.body)),
  ].join("\n");
}
