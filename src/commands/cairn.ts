import type { Kysely } from "kysely";
import type { Plan } from "../domain/plan.ts";
import type { Language } from "../messages/messages.ts";
import { planFromJson } from "../store/plan-json.ts";
import { currentPlan, planVersion } from "../store/plans.ts";
import type { Schema } from "../store/schema.ts";
import type { Cairn } from "./request.ts";

/**
 * What answers requests on an open database. The plan is read once and again only when another version
 * has been applied, by this process or another. Throws when no plan was ever applied.
 */
export function cairnOn(db: Kysely<Schema>, language: Language): Cairn {
  let known: { readonly id: number; readonly plan: Plan } | null = null;
  const plan = async (): Promise<Plan> => {
    if (known !== null && (await planVersion(db)) === known.id) return known.plan;
    const version = await currentPlan(db);
    if (version === null) throw new Error("No plan has been applied to this database.");
    known = { id: version.id, plan: planFromJson(version.content) };
    return known.plan;
  };
  return { db, language, plan };
}
