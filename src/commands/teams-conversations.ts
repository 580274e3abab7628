import type { Temporal } from "temporal-polyfill";
import { personByEmail } from "../store/people.ts";
import {
  forgetTeamsConversation,
  keepTeamsConversation,
  personalTeamsConversation,
  stopTeamsConversation,
  type TeamsConversation,
  teamsConversation,
  teamsConversations,
} from "../store/teams-conversations.ts";
import type { Cairn } from "./request.ts";

export type { TeamsConversation } from "../store/teams-conversations.ts";

/** A conversation as Teams tells it; a personal one with whose it is. */
export type SeenConversation = Pick<TeamsConversation, "conversation" | "serviceUrl" | "botId"> & {
  readonly kind: "group" | "channel" | { readonly email: string; readonly account: string };
};

/** The conversations of Teams that the bot may write in. */
export type TeamsConversations = {
  /** Keeps a conversation: whoever spoke there is back. Of people who are not of the plan nothing is kept. */
  readonly keep: (seen: SeenConversation) => Promise<void>;
  readonly forget: (conversation: string) => Promise<void>;
  /** Notes why Teams takes no message there until the person comes back. */
  readonly stop: (conversation: string, why: string) => Promise<void>;
  readonly named: (conversation: string) => Promise<TeamsConversation | null>;
  /** The personal conversation of the person of that address; null when there is none. */
  readonly ofPerson: (email: string) => Promise<TeamsConversation | null>;
  /** All of them, the last seen first. */
  readonly all: () => Promise<TeamsConversation[]>;
};

async function keep(cairn: Cairn, { kind, ...seen }: SeenConversation, at: string): Promise<void> {
  const { db } = cairn;
  if (kind === "group" || kind === "channel")
    return await keepTeamsConversation(db, { ...seen, kind, person: null, stopped: null }, at);
  const { people } = await cairn.plan();
  const email = kind.email.trim().toLowerCase();
  if (!people.some((person) => person.email.toLowerCase() === email)) return;
  const person = await personByEmail(db, kind.email);
  if (person === null) return;
  const known = { id: person.id, account: kind.account };
  await keepTeamsConversation(db, { ...seen, kind: "personal", person: known, stopped: null }, at);
}

/** The conversations of Teams, on Cairn's database. */
export function teamsConversationsOf(cairn: Cairn, now: () => Temporal.Instant): TeamsConversations {
  const { db } = cairn;
  return {
    keep: (seen) => keep(cairn, seen, now().toString()),
    forget: (conversation) => forgetTeamsConversation(db, conversation),
    stop: (conversation, why) => stopTeamsConversation(db, conversation, why),
    named: (conversation) => teamsConversation(db, conversation),
    ofPerson: async (email) => {
      const person = await personByEmail(db, email);
      return person === null ? null : await personalTeamsConversation(db, person.id);
    },
    all: () => teamsConversations(db),
  };
}
