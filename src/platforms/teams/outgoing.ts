import type { Activity } from "botbuilder";
import type { Card } from "../../cards/card.ts";
import type { TeamsConversation, TeamsConversations } from "../../commands/teams-conversations.ts";
import { type Address, type Drawing, type Platform, PlatformError } from "../platform.ts";
import { type CairnAdapter, lateness, referenceTo } from "./adapter.ts";
import { addressOf, teamsPlace } from "./address.ts";
import type { Connector, Where } from "./connector.ts";
import { stopped } from "./errors.ts";
import { type CardMessage, cardMessage } from "./message.ts";
import { accountOf, emailOf, identityOf, memberOf, type TeamsMember } from "./profile.ts";
import type { TeamsSettings } from "./settings.ts";
import { wholeConversation } from "./tracking.ts";

/** Where Teams serves everybody until a conversation says better ("Send proactive messages"). */
const globalService = "https://smba.trafficmanager.net/teams/";

/** More pages than any roster of a cluster has, of 200 members each. */
const mostPages = 50;

/** What writing to Teams takes. */
export type Outgoing = {
  readonly settings: TeamsSettings;
  readonly adapter: CairnAdapter;
  readonly connector: Connector;
  readonly conversations: TeamsConversations;
  /** The only tenant served; null in local mode. */
  readonly tenantId: string | null;
};

type Known = Where & Pick<TeamsConversation, "botId"> & Partial<Pick<TeamsConversation, "kind">>;

/** The bot as Teams names it. */
function botIdOf({ settings }: Outgoing): string {
  return settings.local ? "bot" : `28:${settings.appId}`;
}

/** How a conversation is reached: as it was last seen, else by the service that others are served by. */
async function knownAs(outgoing: Outgoing, conversation: string): Promise<Known> {
  const { conversations, settings } = outgoing;
  const seen = await conversations.named(wholeConversation(conversation));
  if (seen !== null) return { ...seen, conversation };
  const [other] = await conversations.all();
  if (other !== undefined) return { conversation, serviceUrl: other.serviceUrl, botId: other.botId };
  if (settings.local) throw new PlatformError("gone", "not_installed");
  return { conversation, serviceUrl: globalService, botId: botIdOf(outgoing) };
}

/** Notes that Teams takes nothing there until the person comes back, when that is what it said. */
async function noting<T>({ conversations }: Outgoing, conversation: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PlatformError && stopped.some((each) => each === error.code))
      await conversations.stop(wholeConversation(conversation), error.code);
    throw error;
  }
}

/** A card for that place: only a person's own conversation has cards that renew themselves. */
function messageFor({ kind }: Known, card: Card, { renewedBy, ...drawing }: Drawing): CardMessage {
  const renewal = kind === "personal" && renewedBy !== undefined ? { renewedBy } : {};
  return cardMessage(card, { ...drawing, ...renewal });
}

function post(outgoing: Outgoing): Platform["post"] {
  const { adapter, settings } = outgoing;
  const appId = settings.local ? "" : settings.appId;
  return async (to, card, drawing, mark) => {
    const { conversation } = teamsPlace(to);
    const known = await knownAs(outgoing, conversation);
    const message = messageFor(known, card, drawing);
    const activity: Partial<Activity> = { ...message, attachments: [...message.attachments] };
    let id = "";
    const posting = adapter.continueConversationAsync(
      appId,
      referenceTo(known, known.botId),
      async (context) => {
        context.turnState.set(lateness, mark?.isLate);
        id = (await context.sendActivity(activity))?.id ?? "";
      },
    );
    await noting(outgoing, conversation, posting);
    return addressOf({ conversation, activity: id });
  };
}

function update(outgoing: Outgoing): Platform["update"] {
  return async (posted, card, drawing) => {
    const { conversation, activity } = teamsPlace(posted);
    if (activity === null) throw new PlatformError("rejected", "not_a_message");
    const known = await knownAs(outgoing, conversation);
    const updating = outgoing.connector.update(known, activity, messageFor(known, card, drawing));
    await noting(outgoing, conversation, updating);
  };
}

/** Everybody of a conversation's roster, page by page. */
async function* rosterOf({ connector }: Outgoing, where: Where): AsyncGenerator<TeamsMember> {
  let from: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { members, next } = await connector.members(where, from);
    yield* members.map(memberOf).filter((each) => each !== null);
    if (next === null) return;
    from = next;
  }
}

/** The member of that address in the places where several people are; null when none of them knows it. */
async function memberNamed(
  outgoing: Outgoing,
  email: string,
): Promise<{ member: TeamsMember; at: Known } | null> {
  const { conversations, settings } = outgoing;
  const all = await conversations.all();
  const shared = all.filter(({ person }) => person === null);
  const channel = settings.channel === null ? [] : [await knownAs(outgoing, settings.channel)];
  for (const at of [...channel, ...shared.filter((each) => each.conversation !== settings.channel)]) {
    for await (const member of rosterOf(outgoing, at))
      if (emailOf(member)?.toLowerCase() === email.toLowerCase()) return { member, at };
  }
  return null;
}

function placeOf({ conversation, stopped: why }: TeamsConversation): Address {
  if (why !== null) throw new PlatformError("gone", why);
  return addressOf({ conversation, activity: null });
}

/** Makes a person's own conversation, where the app may. */
async function begun(outgoing: Outgoing, email: string): Promise<Address> {
  const { connector, conversations, tenantId } = outgoing;
  const found = await memberNamed(outgoing, email);
  const account = found === null ? null : accountOf(found.member);
  if (found === null || account === null || identityOf(found.member, tenantId).kind !== "member")
    throw new PlatformError("gone", "not_in_roster");
  const { serviceUrl, botId } = found.at;
  const tenant = tenantId ?? found.member.tenantId ?? undefined;
  const conversation = await connector.create(serviceUrl, {
    ...{ isGroup: false, bot: { id: botId }, members: [{ id: found.member.id }] },
    ...(tenant === undefined ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
  });
  await conversations.keep({ conversation, serviceUrl, botId, kind: { email, account } });
  return addressOf({ conversation, activity: null });
}

/** What Cairn writes to Teams by itself. */
export function outgoing(parts: Outgoing): Pick<Platform, "post" | "update" | "reach" | "find"> {
  return {
    post: post(parts),
    update: update(parts),
    reach: async (email) => {
      const known = await parts.conversations.ofPerson(email);
      return known === null ? await begun(parts, email) : placeOf(known);
    },
    // Teams lets no bot read what it wrote.
    find: async () => {
      throw new PlatformError("rejected", "not_readable");
    },
  };
}
