import { type Kysely, sql } from "kysely";
import { builtOnce } from "./built-once.ts";
import type { Schema } from "./schema.ts";

/** A person's conversation with the bot in Slack, and their account there, by Slack's ids. */
export type SlackConversation = { readonly account: string; readonly conversation: string };

const knownRows = builtOnce((db, value: (name: "emails" | "since") => string) =>
  sql<{ email: string; conversation: string }>`
    select lower(person.email) as email, known.conversation
    from person join slack_conversation as known on known.person_id = person.id
    where lower(person.email) = any(${value("emails")}::text[])
      and known.seen_at >= ${value("since")}::timestamptz`.compile(db),
);

/** The conversations of those people that were seen at `since` or later (ISO 8601), by their address in small letters. */
export async function slackConversations(
  db: Kysely<Schema>,
  emails: readonly string[],
  since: string,
): Promise<Map<string, string>> {
  const rows = await knownRows(db, { emails: emails.map((email) => email.toLowerCase()), since });
  return new Map(rows.map(({ email, conversation }) => [email, conversation]));
}

/** Keeps a person's conversation in place of the one known before; of an address that is nobody's, nothing. */
export async function keepSlackConversation(
  db: Kysely<Schema>,
  email: string,
  { account, conversation }: SlackConversation,
  at: string,
): Promise<void> {
  await sql`
    insert into slack_conversation (person_id, account, conversation, seen_at)
    select id, ${account}, ${conversation}, ${at}::timestamptz from person where lower(email) = lower(${email})
    on conflict (person_id) do update
    set account = excluded.account, conversation = excluded.conversation, seen_at = excluded.seen_at`.execute(
    db,
  );
}

/** Forgets a conversation that Slack no longer takes messages in. */
export async function forgetSlackConversation(db: Kysely<Schema>, conversation: string): Promise<void> {
  await db.deleteFrom("slack_conversation").where("conversation", "=", conversation).execute();
}

/** Forgets the conversation of an account that changed: it may be closed, or somebody else's by now. */
export async function forgetSlackAccount(db: Kysely<Schema>, account: string): Promise<void> {
  await db.deleteFrom("slack_conversation").where("account", "=", account).execute();
}
