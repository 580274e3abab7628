import type { Kysely, Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Factor, UnversionedFactor } from "../domain/factor.ts";
import type { FactorWarning, Suspicion } from "../domain/factor-notice.ts";
import { type FactorChange, reviewFactors } from "../domain/factor-review.ts";
import { factorUnitProblems } from "../domain/plan-check-emission.ts";
import type { Restatement } from "../domain/restatement.ts";
import { holdSubject } from "./advisory-lock.ts";
import { sameFactor } from "./factor-row.ts";
import { addFactorVersions, currentFactors } from "./factors.ts";
import { planFromJson } from "./plan-json.ts";
import { currentPlan } from "./plans.ts";
import { restate } from "./restate.ts";
import type { Schema } from "./schema.ts";

/** A factor whose new unit an indicator of the plan in force cannot use. */
export type UnusableUnit = {
  readonly id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly indicatorUnit: string;
};

/** What an import of factors did, or would do. Nothing is written when anything stops it. */
export type FactorImport = {
  /** True when suspect changes or unusable units kept everything out. */
  readonly stopped: boolean;
  readonly changes: readonly FactorChange[];
  readonly same: number;
  readonly suspicions: readonly Suspicion[];
  readonly unusable: readonly UnusableUnit[];
  readonly warnings: readonly FactorWarning[];
  readonly restatements: readonly Restatement[];
};

/** Who imports, when (ISO 8601), whether suspect changes are confirmed, and whether it is only a rehearsal. */
export type FactorImporting = {
  readonly by: string;
  readonly at: string;
  readonly confirmed: boolean;
  readonly dryRun: boolean;
};

/** Ends a transaction that must leave nothing. */
class Undo extends Error {
  readonly outcome: FactorImport;
  constructor(outcome: FactorImport) {
    super("undo");
    this.outcome = outcome;
  }
}

function changesOf(
  factors: readonly UnversionedFactor[],
  known: ReadonlyMap<string, Factor>,
): FactorChange[] {
  return factors.flatMap((after) => {
    const before = known.get(after.id) ?? null;
    return before !== null && sameFactor(before, after) ? [] : [{ before, after }];
  });
}

/** The indicators of the plan in force that a change of unit would leave without a factor. */
async function unusableUnits(
  trx: Transaction<Schema>,
  changes: readonly FactorChange[],
): Promise<UnusableUnit[]> {
  const inForce = await currentPlan(trx);
  if (inForce === null) return [];
  const units = new Map(
    changes.flatMap(({ before, after }) => (before === null ? [] : [[after.id, after.unit] as const])),
  );
  const plan = planFromJson(inForce.content);
  return factorUnitProblems(plan, units).flatMap((problem) => {
    const indicator = plan.indicators[Number(problem.path[1])];
    if (problem.code !== "factor_unit_mismatch" || indicator === undefined) return [];
    const { factor: id, factorUnit: unit, unit: indicatorUnit } = problem.data;
    return [{ id, indicator: indicator.slug, unit, indicatorUnit }];
  });
}

async function record(
  trx: Transaction<Schema>,
  changes: readonly FactorChange[],
  known: ReadonlyMap<string, Factor>,
  { by, at }: FactorImporting,
): Promise<Restatement[]> {
  await addFactorVersions(
    trx,
    changes.map(({ after }) => after),
  );
  const inForce = await currentPlan(trx);
  if (inForce === null || changes.every(({ before }) => before === null)) return [];
  const plan = planFromJson(inForce.content);
  const after = { plan, factors: await currentFactors(trx) };
  return await restate(trx, { plan, factors: known }, after, { by, at });
}

/**
 * Records factors that are new or differ from their latest version, in one transaction, all of them or none,
 * and the past results that they restate. Suspect changes stop it unless confirmed; a unit that the plan in
 * force cannot use always does.
 */
export async function importFactors(
  db: Kysely<Schema>,
  factors: readonly UnversionedFactor[],
  importing: FactorImporting,
): Promise<FactorImport> {
  const today = Temporal.Instant.from(importing.at).toZonedDateTimeISO("UTC").toPlainDate();
  try {
    return await db.transaction().execute(async (trx) => {
      await holdSubject(trx, "factors");
      const known = await currentFactors(trx);
      const changes = changesOf(factors, known);
      const review = reviewFactors(changes, known, today);
      const unusable = await unusableUnits(trx, changes);
      const facts = { changes, same: factors.length - changes.length, unusable, ...review };
      if (unusable.length > 0 || (review.suspicions.length > 0 && !importing.confirmed)) {
        throw new Undo({ ...facts, stopped: true, restatements: [] });
      }
      const restatements = await record(trx, changes, known, importing);
      const outcome: FactorImport = { ...facts, stopped: false, restatements };
      if (importing.dryRun) throw new Undo(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    throw error;
  }
}
