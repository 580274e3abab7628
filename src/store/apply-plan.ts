import type { Kysely, Transaction } from "kysely";
import { standingEntries } from "../domain/entry.ts";
import type { Plan } from "../domain/plan.ts";
import { checkPlan } from "../domain/plan-check.ts";
import { factorUnitProblems } from "../domain/plan-check-emission.ts";
import { entryUnitProblems } from "../domain/plan-check-entries.ts";
import { diffPlans, type PlanChange } from "../domain/plan-diff.ts";
import type { Restatement } from "../domain/restatement.ts";
import { holdSubject } from "./advisory-lock.ts";
import { entriesOfIndicator } from "./entries.ts";
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

/** What a database already holds that a plan must fit: the unit of each factor and of each indicator's figures. */
export type KnownUnits = {
  readonly factors: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, string>;
};

/** What an empty database holds. */
export const nothingKnown: KnownUnits = { factors: new Map(), figures: new Map() };

/**
 * Reads and checks a plan file and the factor file it names. A plan may use the factors of `known` without
 * bringing them along. Null when no database is at hand: then only a plan that brings its factors has its
 * factor ids checked.
 */
export async function readPlan(path: string, known: KnownUnits | null): Promise<PlanReading> {
  const file = await readPlanFile(path);
  if (!file.ok) return { ok: false, file: path, errors: file.errors };
  const { plan, factorsPath, source } = file;
  const brought = factorsPath === null ? null : await readFactorFile(factorsPath);
  if (brought !== null && !brought.ok) {
    return { ok: false, file: factorsPath ?? path, factorErrors: brought.errors };
  }
  const factors = brought?.factors ?? [];
  const units = new Map([...(known?.factors ?? []), ...factors.map(({ id, unit }) => [id, unit] as const)]);
  const checkable = known !== null || brought !== null;
  const problems = [
    ...checkPlan(plan, checkable ? new Set(units.keys()) : null),
    ...factorUnitProblems(plan, units),
    ...entryUnitProblems(plan, known?.figures ?? nothingKnown.figures),
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
  /** Indicators that leave the plan while they hold figures: these stay, and count nowhere any more. */
  readonly uncounted: readonly { readonly indicator: string; readonly figures: number }[];
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
        uncounted: before === null ? [] : await uncountedFigures(trx, before, plan),
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

async function uncountedFigures(
  trx: Transaction<Schema>,
  before: Plan,
  after: Plan,
): Promise<PlanDifference["uncounted"]> {
  const kept = new Set(after.indicators.map(({ slug }) => slug));
  const left = before.indicators.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  const counted = left.map(async (indicator) => {
    return { indicator, figures: standingEntries(await entriesOfIndicator(trx, indicator)).length };
  });
  return (await Promise.all(counted)).filter(({ figures }) => figures > 0);
}

/** What the database holds that a plan must fit. */
export async function knownUnits(db: Kysely<Schema>): Promise<KnownUnits> {
  const factors = new Map([...(await currentFactors(db))].map(([id, { unit }]) => [id, unit] as const));
  const rows = await db.selectFrom("entry").select(["indicator", "unit"]).distinct().execute();
  return { factors, figures: new Map(rows.map(({ indicator, unit }) => [indicator, unit])) };
}
