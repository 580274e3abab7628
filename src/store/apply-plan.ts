import type { Kysely } from "kysely";
import type { Plan } from "../domain/plan.ts";
import { checkPlan } from "../domain/plan-check.ts";
import { factorUnitProblems } from "../domain/plan-check-emission.ts";
import { diffPlans, type PlanChange } from "../domain/plan-diff.ts";
import type { Restatement } from "../domain/restatement.ts";
import { holdSubject } from "./advisory-lock.ts";
import type { FactorError } from "./factor-error.ts";
import { readFactorFile } from "./factor-file.ts";
import { addFactorVersions, currentFactors, type UnversionedFactor } from "./factors.ts";
import { ensurePerson } from "./people.ts";
import { readPlanFile } from "./plan-file.ts";
import { planDigest, planFromJson, planToJson } from "./plan-json.ts";
import type { PlanError } from "./plan-source.ts";
import { currentPlan, savePlan } from "./plans.ts";
import { restate } from "./restate.ts";
import type { Schema } from "./schema.ts";

/** A plan ready to be applied, with the factors it brings along. */
export type ReadPlan = { readonly plan: Plan; readonly factors: readonly UnversionedFactor[] };

/** A plan file with its factor file, or all that is wrong in either. */
export type PlanReading =
  | { readonly ok: true; readonly value: ReadPlan }
  | { readonly ok: false; readonly file: string; readonly errors: readonly PlanError[] }
  | { readonly ok: false; readonly file: string; readonly factorErrors: readonly FactorError[] };

/**
 * Reads and checks a plan file and the factor file it names. `known` are the units of the factors already
 * in the database, by id: a plan may use them without bringing them along. Null when no database is at
 * hand: then only a plan that brings its factors has its factor ids checked.
 */
export async function readPlan(
  path: string,
  known: ReadonlyMap<string, string> | null,
): Promise<PlanReading> {
  const file = await readPlanFile(path);
  if (!file.ok) return { ok: false, file: path, errors: file.errors };
  const { plan, factorsPath, source } = file;
  const brought = factorsPath === null ? null : await readFactorFile(factorsPath);
  if (brought !== null && !brought.ok) {
    return { ok: false, file: factorsPath ?? path, factorErrors: brought.errors };
  }
  const factors = brought?.factors ?? [];
  const units = new Map([...(known ?? []), ...factors.map(({ id, unit }) => [id, unit] as const)]);
  const checkable = known !== null || brought !== null;
  const problems = [
    ...checkPlan(plan, checkable ? new Set(units.keys()) : null),
    ...factorUnitProblems(plan, units),
  ];
  if (problems.length > 0) return { ok: false, file: path, errors: source.place(problems) };
  return { ok: true, value: { plan, factors } };
}

/** What applying a plan changes: the plan itself, how many factors are new or newer, and past results. */
export type PlanDifference = {
  readonly changes: readonly PlanChange[];
  readonly factorsAdded: number;
  readonly factorsChanged: number;
  readonly restatements: readonly Restatement[];
};

/** Rolls back a transaction that was only a rehearsal. */
class Rehearsal extends Error {
  readonly difference: PlanDifference;
  constructor(difference: PlanDifference) {
    super("rehearsal");
    this.difference = difference;
  }
}

/** Who applies a plan, and when (ISO 8601). A dry run does everything, then undoes it. */
export type Applying = { readonly by: string; readonly at: string; readonly dryRun: boolean };

/**
 * Applies a plan and its factors in one transaction, makes its people known, and records the past results
 * that it restates. Entries are never touched. Applying the same plan again changes nothing.
 */
export async function applyPlan(
  db: Kysely<Schema>,
  { plan, factors }: ReadPlan,
  { by, at, dryRun }: Applying,
): Promise<PlanDifference> {
  try {
    return await db.transaction().execute(async (trx) => {
      await holdSubject(trx, "factors");
      const known = await currentFactors(trx);
      const outcomes = await addFactorVersions(trx, factors);
      const inForce = await currentPlan(trx);
      const before = inForce === null ? null : planFromJson(inForce.content);
      const changes = diffPlans(before, plan);
      await savePlan(trx, { content: planToJson(plan), digest: planDigest(plan), by, at });
      for (const { email, name, language } of plan.people) await ensurePerson(trx, { email, name, language });
      const same = changes.length === 0 && outcomes.every((outcome) => outcome === "same");
      const after = { plan, factors: await currentFactors(trx) };
      const difference = {
        changes,
        restatements:
          before === null || same
            ? []
            : await restate(trx, { plan: before, factors: known }, after, { by, at }),
        factorsAdded: outcomes.filter((outcome) => outcome === "added").length,
        factorsChanged: outcomes.filter((outcome) => outcome === "changed").length,
      };
      if (dryRun) throw new Rehearsal(difference);
      return difference;
    });
  } catch (error) {
    if (error instanceof Rehearsal) return error.difference;
    throw error;
  }
}

/** The unit of every factor in the database, by id. */
export async function knownFactorUnits(db: Kysely<Schema>): Promise<Map<string, string>> {
  return new Map([...(await currentFactors(db))].map(([id, { unit }]) => [id, unit]));
}
