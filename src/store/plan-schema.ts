import { z } from "zod";
import { decimalText } from "../domain/decimal.ts";
import { activityKinds, controls, directions, families, roles } from "../domain/plan.ts";
import type { PlanDocument } from "../domain/plan-document.ts";
import type { Expected } from "../domain/plan-problem.ts";
import { readFileNumber } from "./file-number.ts";

/**
 * The shape of a plan file. Every scalar of the file comes in as the text that was written (or null), so
 * that decimals stay exact and "no" stays "no"; what comes out is a PlanDocument. A failed check carries
 * what was expected as `params`, and an unknown key the known ones as its message: plan-issues.ts reads them.
 */

/** A text that passes `test`; `expected` and the bounds say what it should have been. */
function textThat(expected: Expected, test: (text: string) => boolean, from?: number, to?: number) {
  return z.string().refine(test, { params: { expected, from, to } });
}

function matching(expected: Expected, pattern: RegExp) {
  return textThat(expected, (text) => pattern.test(text));
}

function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : undefined),
  });
}

/** An absent or empty key gives null. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null);
}

/** An absent or empty key gives an empty list. */
function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((items) => items ?? []);
}

/** An absent or empty key gives no pair. */
function pairsOf<Key extends z.ZodType<string, string>, Schema extends z.ZodType>(key: Key, schema: Schema) {
  return z
    .record(key, schema)
    .nullish()
    .transform((pairs) => pairs ?? {});
}

function integer(from: number, to: number) {
  const test = (text: string) => /^-?\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return textThat("integer", test, from, to).transform(Number);
}

/** A decimal from zero, with a dot or, where it cannot be taken for thousands, a comma. */
function decimalUpTo(expected: Expected, to?: number) {
  const read = (text: string) => {
    const number = readFileNumber(text, ".");
    return number.ok ? number.value : null;
  };
  const test = (text: string) => {
    const value = read(text);
    if (value === null || (to !== undefined && value.gt(to))) return false;
    return expected !== "positive-decimal" || value.gt(0);
  };
  return textThat(expected, test, to === undefined ? undefined : 0, to).transform((text) => {
    const value = read(text);
    return value === null ? text : decimalText(value);
  });
}

const text = textThat("text", (written) => written.trim() !== "").transform((written) => written.trim());
const yesNo = z
  .enum(["oui", "non", "yes", "no", "true", "false"])
  .transform((word) => word === "oui" || word === "yes" || word === "true");
const slug = matching("slug", /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const actionCode = matching("action-code", /^[A-Z]{1,3}\.\d{1,2}$/);
const email = matching("email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/).transform((address) => address.toLowerCase());
const yearKey = matching("year", /^(19|20|21)\d\d$/);
const quarter = matching("quarter", /^(19|20|21)\d\d-T[1-4]$/);
const factorId = matching("factor-id", /^[a-z0-9][a-z0-9.-]*$/);
const name = matching("name", /^\p{L}[\p{L}\p{N}.'’ -]*$/u);
const unitName = matching("unit", /^[\p{L}\p{Sc}][\p{L}\p{N}\p{Sc}.'’/²³ -]*$/u);
const positive = decimalUpTo("positive-decimal");

const emission = mapping({
  activity: z.enum(activityKinds),
  control: z.enum(controls),
  factor: z.union([factorId, z.record(yearKey, factorId)]),
  cut_off: optional(factorId),
  amortisation_years: optional(integer(1, 100)),
  evidence: z.enum(["invoice", "estimate"]).default("invoice"),
});

const indicator = mapping({
  slug,
  action: actionCode,
  label: mapping({ fr: text, en: text }),
  aliases: listOf(name),
  unit: unitName,
  units: pairsOf(unitName, positive),
  whole_number: yesNo.default(false),
  family: z.enum(families),
  direction: z.enum(directions),
  owner: email,
  bound: optional(positive),
  note: optional(text),
  emission: optional(emission),
});

const calendar = mapping({
  due_day: integer(1, 28),
  stages: mapping({
    opening: integer(1, 20),
    reminder: integer(-20, 20),
    eve: integer(-20, 20),
    overdue: integer(-20, 20),
    escalation: integer(-20, 40),
  }),
  hours: mapping({ from: integer(0, 23), to: integer(1, 24) }),
  digest: mapping({ business_day: integer(1, 20), hour: integer(0, 23) }),
});

const action = mapping({
  code: actionCode,
  title: text,
  budget: text,
  effort: text,
  schedule: text,
  criterion: text,
});

const person = mapping({
  email,
  name: text,
  role: z.enum(roles),
  referent: optional(z.enum(["technical", "political"])),
  language: optional(z.enum(["fr", "en"])),
});

/** The whole file: the plan, and where its emission factors are. */
export const planFileSchema = mapping({
  name: text,
  time_zone: text,
  reference_year: yearKey.transform(Number),
  collect_from: optional(quarter),
  nomenclature: z.enum(["beges", "ghgp", "bc"]),
  factors: optional(text),
  calendar,
  fte: pairsOf(yearKey, positive),
  values: listOf(mapping({ name: text, text })),
  actions: z.array(action).min(1),
  indicators: z.array(indicator).min(1),
  targets: listOf(mapping({ subject: text, rate_pct_per_year: optional(decimalUpTo("decimal", 100)) })),
  people: z.array(person).min(1),
});

/** A plan file that has the right shape: `factors` is a path as written, relative to the file. */
export type PlanFileContent = PlanDocument & { readonly factors: string | null };
