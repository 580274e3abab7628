import type { Kysely } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Plan } from "../domain/plan.ts";
import { openQuarter } from "../domain/quarter.ts";
import type { Language } from "../messages/messages.ts";
import { planFromJson } from "../store/plan-json.ts";
import { currentPlan, installedAt, planVersion } from "../store/plans.ts";
import type { Schema } from "../store/schema.ts";
import type { Cairn } from "./request.ts";
import type { SecondReader } from "./second-reader.ts";

/** The plan with the first quarter it owes: where it names none, the last one ended at installation. */
async function withCollectFrom(db: Kysely<Schema>, plan: Plan): Promise<Plan> {
  if (plan.collectFrom !== null) return plan;
  const installed = await installedAt(db);
  if (installed === null) return plan;
  const at = Temporal.Instant.fromEpochMilliseconds(installed.getTime());
  return { ...plan, collectFrom: openQuarter(at, plan.timeZone) };
}

/**
 * What answers requests on an open database. The plan is read once and again only when another version
 * has been applied, by this process or another. Throws when no plan was ever applied.
 */
export function cairnOn(
  db: Kysely<Schema>,
  language: Language,
  secondReader: SecondReader | null = null,
): Cairn {
  let known: { readonly id: number; readonly plan: Plan } | null = null;
  const plan = async (inForce?: number | null): Promise<Plan> => {
    if (known !== null && (inForce ?? (await planVersion(db))) === known.id) return known.plan;
    const version = await currentPlan(db);
    if (version === null) throw new Error("No plan has been applied to this database.");
    known = { id: version.id, plan: await withCollectFrom(db, planFromJson(version.content)) };
    return known.plan;
  };
  const lastPlan = () => known?.plan ?? null;
  return { db, language, plan, lastPlan, ...(secondReader === null ? {} : { secondReader }) };
}
