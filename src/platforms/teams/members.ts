import { learnProfile } from "../../commands/profile.ts";
import type { Cairn } from "../../commands/request.ts";
import type { TeamsConversations } from "../../commands/teams-conversations.ts";
import type { Log } from "../../log.ts";
import { type Identity, PlatformError } from "../platform.ts";
import type { Connector, Where } from "./connector.ts";
import type { Incoming } from "./incoming.ts";
import { accountOf, identityOf, languageOf, memberOf, timeZoneOf } from "./profile.ts";

/** How long an identity is believed without asking again, in ms. */
const believedMs = 10 * 60_000;

/** More accounts than any cluster has: past it the oldest is asked again. */
const mostKept = 10_000;

const stranger: Identity = { kind: "unwelcome", reason: "stranger" };

/** What looking people up takes. */
export type Roster = {
  readonly cairn: Cairn;
  readonly log: Log;
  readonly connector: Connector;
  readonly conversations: TeamsConversations;
  /** The only tenant served; null in local mode. */
  readonly tenantId: string | null;
  readonly nowMs: () => number;
};

/** Who people are, asked for once in ten minutes. */
export type Members = {
  /** Who sends an activity: by the Entra object id that it says, and that the roster must say too. */
  readonly identify: (incoming: Incoming) => Promise<Identity>;
  /** The same by the Entra object id alone, in the conversations that are known. */
  readonly whois: (account: string) => Promise<Identity>;
};

/** The member of a conversation; one it does not know is a stranger. Throws PlatformError. */
async function lookedUp(
  { connector, tenantId }: Roster,
  where: Where,
  { id, account }: { readonly id: string; readonly account: string },
): Promise<Identity> {
  try {
    const found = memberOf(await connector.member(where, id));
    if (found === null) return stranger;
    return accountOf(found) === account ? identityOf(found, tenantId) : stranger;
  } catch (error) {
    if (error instanceof PlatformError && error.fault === "gone") return stranger;
    throw error;
  }
}

/** Keeps answers for ten minutes, failures and strangers left out. */
function remembering(nowMs: () => number) {
  const kept = new Map<string, { readonly identity: Promise<Identity>; readonly untilMs: number }>();
  return async (account: string, ask: () => Promise<Identity>): Promise<Identity> => {
    const known = kept.get(account);
    if (known !== undefined && known.untilMs > nowMs()) return await known.identity;
    const identity = ask();
    const fresh = { identity, untilMs: nowMs() + believedMs };
    kept.delete(account);
    kept.set(account, fresh);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    const forget = () => {
      if (kept.get(account) === fresh) kept.delete(account);
    };
    identity.then(({ kind }) => (kind === "member" ? undefined : forget()), forget);
    return await identity;
  };
}

/** Where somebody of that account may be found: their own conversation first, then those of several people. */
async function placesFor({ conversations }: Roster, account: string): Promise<Where[]> {
  const all = await conversations.all();
  const own = all.filter(({ person }) => person?.account === account);
  return [...own, ...all.filter(({ person }) => person === null)];
}

/** What the activity says of how its author lives is kept where they chose nothing. */
async function learn({ cairn, log }: Roster, identity: Identity, incoming: Incoming): Promise<void> {
  if (identity.kind !== "member") return;
  const language = languageOf(incoming.locale);
  const timeZone = timeZoneOf(incoming["localTimezone"]);
  await learnProfile(cairn, { email: identity.email, language, timeZone }).catch((error: unknown) => {
    log.warn({ err: error }, "a profile could not be kept");
  });
}

/** Who people are, by Teams' own rosters. */
export function membersOf(roster: Roster): Members {
  const remember = remembering(roster.nowMs);
  const identify = async (incoming: Incoming): Promise<Identity> => {
    const { from, serviceUrl, conversation } = incoming;
    if (from.role === "bot" || from.id.startsWith("28:")) return { kind: "unwelcome", reason: "bot" };
    const account = from.aadObjectId;
    if (account === undefined || account === "") return stranger;
    const where = { serviceUrl, conversation: conversation.id };
    return await remember(account, async () => {
      const identity = await lookedUp(roster, where, { id: from.id, account });
      await learn(roster, identity, incoming);
      return identity;
    });
  };
  const whois = async (account: string): Promise<Identity> =>
    await remember(account, async () => {
      for (const where of await placesFor(roster, account)) {
        const identity = await lookedUp(roster, where, { id: account, account });
        if (identity.kind === "member" || identity.reason !== "stranger") return identity;
      }
      return stranger;
    });
  return { identify, whois };
}
