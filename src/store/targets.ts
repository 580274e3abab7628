import type { Insertable, Kysely, Selectable, Transaction } from "kysely";
import { decimal, decimalText } from "../domain/decimal.ts";
import { latestTarget, type NewTarget, type SetTarget, sameRule, type TargetRule } from "../domain/target.ts";
import { holdSubject } from "./advisory-lock.ts";
import { storableText } from "./append.ts";
import { keepTarget, targetOfRequest } from "./requests.ts";
import type { Schema, TargetTable } from "./schema.ts";

/** Every target ever set, in the order set. */
export async function allTargets(db: Kysely<Schema>): Promise<SetTarget[]> {
  const rows = await db.selectFrom("target").selectAll().orderBy("id").execute();
  return rows.map(targetOf);
}

/**
 * Records a target. The rule already in place for its subject and year stays as it is: the same line sent
 * twice sets it once. With `request`, a digest, the same request again gives the target that it came to, whatever
 * was set since.
 */
export async function setTarget(
  trx: Transaction<Schema>,
  target: NewTarget,
  request: string | null,
): Promise<SetTarget> {
  await holdSubject(trx, `target ${target.subject}`);
  const targets = await allTargets(trx);
  const known = request === null ? null : await targetOfRequest(trx, request);
  const before = targets.find(({ id }) => id === known);
  if (before !== undefined) return before;
  const set = await setIn(trx, target, targets);
  if (request !== null) await keepTarget(trx, { key: request, at: target.at }, set.id);
  return set;
}

async function setIn(
  trx: Transaction<Schema>,
  target: NewTarget,
  targets: readonly SetTarget[],
): Promise<SetTarget> {
  const latest = latestTarget(targets, target.subject, target.year);
  if (latest !== null && sameRule(latest.rule, target.rule)) return latest;
  const row = await trx.insertInto("target").values(rowOf(target)).returningAll().executeTakeFirstOrThrow();
  return targetOf(row);
}

function rowOf({ subject, year, rule, personId, reason, at }: NewTarget): Insertable<TargetTable> {
  return {
    subject,
    year,
    rate_pct: rule.kind === "rate" ? decimalText(rule.ratePct) : null,
    value: rule.kind === "value" ? decimalText(rule.value) : null,
    unit: rule.kind === "value" ? rule.unit : null,
    person_id: personId,
    reason: reason === null ? null : storableText(reason),
    at,
  };
}

function targetOf(row: Selectable<TargetTable>): SetTarget {
  return {
    id: row.id,
    subject: row.subject,
    year: row.year,
    rule: ruleOf(row),
    personId: row.person_id,
    reason: row.reason,
    at: row.at.toISOString(),
  };
}

/** The table holds a rate or a value with its unit, never both. */
function ruleOf({ rate_pct, value, unit }: Selectable<TargetTable>): TargetRule {
  if (rate_pct !== null) return { kind: "rate", ratePct: decimal(rate_pct) };
  if (value === null || unit === null) throw new Error("A target holds neither a rate nor a value.");
  return { kind: "value", value: decimal(value), unit };
}
