import type { Kysely, Selectable } from "kysely";
import type { Schema, TeamsConversationTable } from "./schema.ts";

/** Where people talk with Cairn in Teams. */
export type TeamsConversation = {
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly botId: string;
  /** Whose own it is, with their Entra object id; null for a group's or a channel's. */
  readonly person: { readonly id: string; readonly account: string } | null;
  readonly kind: "personal" | "group" | "channel";
  /** Why Teams takes no message there until the person comes back, in its own word; null when it takes them. */
  readonly stopped: string | null;
};

/** Keeps a conversation as it is now, in place of what was known of it, and of its person's earlier one. */
export async function keepTeamsConversation(
  db: Kysely<Schema>,
  known: TeamsConversation,
  at: string,
): Promise<void> {
  const { conversation, serviceUrl, botId, person, kind, stopped } = known;
  const row = {
    ...{ kind, service_url: serviceUrl, bot_id: botId, stopped, seen_at: at },
    ...{ person_id: person?.id ?? null, account: person?.account ?? null },
  };
  await db.transaction().execute(async (trx) => {
    if (person !== null)
      await trx
        .deleteFrom("teams_conversation")
        .where("person_id", "=", person.id)
        .where("conversation", "<>", conversation)
        .execute();
    await trx
      .insertInto("teams_conversation")
      .values({ conversation, ...row })
      .onConflict((conflict) => conflict.column("conversation").doUpdateSet(row))
      .execute();
  });
}

/** Forgets a conversation: the bot is no longer in it. */
export async function forgetTeamsConversation(db: Kysely<Schema>, conversation: string): Promise<void> {
  await db.deleteFrom("teams_conversation").where("conversation", "=", conversation).execute();
}

/** Notes that Teams takes no message there any more, in its own word. */
export async function stopTeamsConversation(
  db: Kysely<Schema>,
  conversation: string,
  stopped: string,
): Promise<void> {
  await db
    .updateTable("teams_conversation")
    .set({ stopped })
    .where("conversation", "=", conversation)
    .execute();
}

/** The conversation of that name; null when it is not known. */
export async function teamsConversation(
  db: Kysely<Schema>,
  conversation: string,
): Promise<TeamsConversation | null> {
  const row = await db
    .selectFrom("teams_conversation")
    .selectAll()
    .where("conversation", "=", conversation)
    .executeTakeFirst();
  return row === undefined ? null : conversationOf(row);
}

/** A person's own conversation; null when they have none. */
export async function personalTeamsConversation(
  db: Kysely<Schema>,
  personId: string,
): Promise<TeamsConversation | null> {
  const row = await db
    .selectFrom("teams_conversation")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? null : conversationOf(row);
}

/** Every conversation known, the last seen first. */
export async function teamsConversations(db: Kysely<Schema>): Promise<TeamsConversation[]> {
  const rows = await db.selectFrom("teams_conversation").selectAll().orderBy("seen_at", "desc").execute();
  return rows.map(conversationOf);
}

function conversationOf(row: Selectable<TeamsConversationTable>): TeamsConversation {
  const { conversation, kind, stopped, person_id: id, account } = row;
  const person = id === null || account === null ? null : { id, account };
  return { conversation, kind, stopped, person, serviceUrl: row.service_url, botId: row.bot_id };
}
