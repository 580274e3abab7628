import type { Plan } from "./plan.ts";
import { planDocument } from "./plan-document.ts";

/** A plain value of the plan file: a text, a number, or a whole item that was added or removed. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * One difference between two plans. `path` has the keys of the plan file, and the slug, code, e-mail,
 * subject or name of an item of a list: ["indicators", "eau", "owner"]. `before` is null when added,
 * `after` when removed. A removed indicator only leaves the plan: its entries stay.
 */
export type PlanChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly path: readonly string[];
  readonly before: PlainValue;
  readonly after: PlainValue;
};

/** What tells the items of each list of the plan apart. */
const itemKeys: ReadonlyMap<string, string> = new Map([
  ["values", "name"],
  ["actions", "code"],
  ["indicators", "slug"],
  ["targets", "subject"],
  ["people", "email"],
]);

type Fields = { readonly [key: string]: PlainValue };

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function isFields(value: PlainValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !isList(value);
}

/** The items of a list by what tells them apart, in their order. */
function itemsOf(list: PlainValue | undefined, key: string): Map<string, Fields> {
  const items = list !== undefined && isList(list) ? list.filter(isFields) : [];
  return new Map(items.map((item) => [String(item[key]), item]));
}

function changed(path: readonly string[], before: PlainValue, after: PlainValue): PlanChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ kind: "changed", path, before, after }];
}

function diffValue(
  path: readonly string[],
  before: PlainValue | undefined,
  after: PlainValue | undefined,
): PlanChange[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: "added", path, before: null, after }];
  if (after === undefined) return [{ kind: "removed", path, before, after: null }];
  if (isFields(before) && isFields(after)) return diffFields(path, before, after);
  return changed(path, before, after);
}

function diffKeys(
  path: readonly string[],
  before: ReadonlyMap<string, PlainValue>,
  after: ReadonlyMap<string, PlainValue>,
): PlanChange[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => diffValue([...path, key], before.get(key), after.get(key)));
}

function diffFields(path: readonly string[], before: Fields, after: Fields): PlanChange[] {
  return diffKeys(path, new Map(Object.entries(before)), new Map(Object.entries(after)));
}

/** Items one by one, then the order of those in both, which is the order they are shown in. */
function diffItems(
  path: readonly string[],
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): PlanChange[] {
  const kept = [...before.keys()].filter((key) => after.has(key));
  const reordered = [...after.keys()].filter((key) => before.has(key));
  return [...diffKeys(path, before, after), ...changed(path, kept, reordered)];
}

/**
 * What applying `after` would change, in the order of the plan file; empty exactly when nothing would.
 * With no plan before, all of it is added.
 */
export function diffPlans(before: Plan | null, after: Plan): PlanChange[] {
  const old: Fields = before === null ? {} : planDocument(before);
  return Object.entries(planDocument(after)).flatMap(([key, value]) => {
    const itemKey = itemKeys.get(key);
    if (itemKey === undefined) return diffValue([key], old[key], value);
    return diffItems([key], itemsOf(old[key], itemKey), itemsOf(value, itemKey));
  });
}
