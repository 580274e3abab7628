import type { Kysely, Transaction } from "kysely";
import { holdSubject } from "./advisory-lock.ts";
import type { Schema } from "./schema.ts";

/** One applied version of the plan. `content` is JSON that this module does not look into. */
export type PlanVersion = { readonly id: number; readonly content: unknown; readonly digest: string };

/** A plan to record: who applied it, and when, ISO 8601. */
export type NewPlanVersion = {
  readonly content: unknown;
  /** A digest of the content, made by the caller: equal digests are the same plan. */
  readonly digest: string;
  readonly by: string;
  readonly at: string;
};

/** The plan in force; null before the first is applied. */
export async function currentPlan(db: Kysely<Schema>): Promise<PlanVersion | null> {
  const row = await latest(db).select(["id", "content", "digest"]).executeTakeFirst();
  return row ?? null;
}

/** The id of the plan in force, without its content; null before the first is applied. */
export async function planVersion(db: Kysely<Schema>): Promise<number | null> {
  const row = await latest(db).select("id").executeTakeFirst();
  return row?.id ?? null;
}

/** When the first plan was applied: the installation. Null before. */
export async function installedAt(db: Kysely<Schema>): Promise<Date | null> {
  const first = db.selectFrom("plan_version").orderBy("id").limit(1).select("applied_at");
  return (await first.executeTakeFirst())?.applied_at ?? null;
}

/** Records a plan and returns its id; the plan already in force keeps its own, whoever applies it again. */
export async function savePlan(trx: Transaction<Schema>, plan: NewPlanVersion): Promise<number> {
  await holdSubject(trx, "plan");
  const current = await latest(trx).select(["id", "digest"]).executeTakeFirst();
  if (current?.digest === plan.digest) return current.id;
  const { digest, by: applied_by, at: applied_at } = plan;
  const content = JSON.stringify(plan.content);
  const row = await trx
    .insertInto("plan_version")
    .values({ content, digest, applied_by, applied_at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

function latest(db: Kysely<Schema>) {
  return db.selectFrom("plan_version").orderBy("id", "desc").limit(1);
}
