import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** Where a request is known: its digest, and when it wrote what it wrote (ISO 8601). */
type Known = { readonly key: string; readonly at: string };

/** A revision of a financed project, by its number in the register. */
export type ProjectPlace = { readonly number: number; readonly revision: number };

/** The revision of a project that a request (its digest) wrote; null when it wrote none. */
export async function projectOfRequest(db: Kysely<Schema>, key: string): Promise<ProjectPlace | null> {
  const row = await db
    .selectFrom("request")
    .select(["project", "project_revision"])
    .where("key", "=", key)
    .executeTakeFirst();
  const { project = null, project_revision: revision = null } = row ?? {};
  return project === null || revision === null ? null : { number: project, revision };
}

/** Keeps which revision of a project a request wrote. */
export async function keepProject(
  trx: Transaction<Schema>,
  { key, at }: Known,
  { number: project, revision: project_revision }: ProjectPlace,
): Promise<void> {
  await trx.insertInto("request").values({ key, at, project, project_revision }).execute();
}

/** The id of the target that a request (its digest) set, or found in place; null when it did neither. */
export async function targetOfRequest(db: Kysely<Schema>, key: string): Promise<number | null> {
  const row = await db.selectFrom("request").select("target").where("key", "=", key).executeTakeFirst();
  return row?.target ?? null;
}

/** Keeps which target a request set, or found in place. */
export async function keepTarget(
  trx: Transaction<Schema>,
  { key, at }: Known,
  target: number,
): Promise<void> {
  await trx.insertInto("request").values({ key, at, target }).execute();
}

/** Forgets what the requests before that moment (ISO 8601) wrote; what they wrote stays. */
export async function forgetRequests(db: Kysely<Schema>, before: string): Promise<void> {
  await db.deleteFrom("request").where("at", "<", new Date(before)).execute();
}
