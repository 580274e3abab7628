import type { ActivityKind } from "./plan.ts";

/** Where in a plan file: keys of mappings and places in lists, such as ["indicators", 3, "owner"]. */
export type PlanPath = readonly (string | number)[];

/** What a key of the plan file may accept. */
export const expectations = [
  "text",
  "mapping",
  "list",
  "non-empty-list",
  "integer",
  "decimal",
  "positive-decimal",
  "year",
  "quarter",
  "slug",
  "name",
  "unit",
  "action-code",
  "email",
  "factor",
  "factor-id",
] as const;
/** One of the expectations. */
export type Expected = (typeof expectations)[number];

/** What the file has instead. `text` is empty unless a text was found. */
export type Found = { readonly kind: "nothing" | "text" | "list" | "mapping"; readonly text: string };

/**
 * All that can be wrong with a plan file, each with the facts its sentence needs. `nearest` is the known
 * word that was probably meant, null when none is near.
 */
export interface PlanProblemData {
  /** `reason` is the system's code, such as "ENOENT". */
  unreadable_file: { readonly reason: string };
  file_too_large: { readonly limitBytes: number };
  not_utf8: Record<never, never>;
  empty_file: Record<never, never>;
  tab_indentation: Record<never, never>;
  /** `reason` is the YAML reader's code, `detail` its own English sentence. */
  broken_yaml: { readonly reason: string; readonly detail: string };
  missing_key: { readonly key: string };
  unknown_key: { readonly key: string; readonly nearest: string | null; readonly known: readonly string[] };
  /** A year or a unit that is none, where the keys are free. */
  wrong_key: { readonly key: string; readonly expected: Expected };
  /** `from` and `to` bound an integer or a decimal, both included. */
  wrong_value: {
    readonly expected: Expected;
    readonly found: Found;
    readonly from: number | null;
    readonly to: number | null;
  };
  not_in_list: {
    readonly typed: string;
    readonly nearest: string | null;
    readonly allowed: readonly string[];
  };
  /** Two of them where one is allowed; `related` points at the first. A name is a slug or an alias. */
  duplicate: {
    readonly what: "action" | "name" | "person" | "target" | "value" | "referent";
    readonly value: string;
  };
  /** A slug or alias that people already use for something else ("dechets"). */
  reserved_name: { readonly name: string };
  unknown_reference: {
    readonly what: "action" | "person" | "factor" | "subject";
    readonly typed: string;
    readonly nearest: string | null;
  };
  /** Named as an owner but only allowed to read. */
  owner_is_reader: { readonly email: string };
  /** Named as half of the pair without the role. */
  referent_without_role: { readonly email: string; readonly role: string };
  unit_is_own: { readonly unit: string };
  empty_series: Record<never, never>;
  amortisation_without_asset: { readonly activity: ActivityKind };
  asset_without_amortisation: Record<never, never>;
  cut_off_without_waste: { readonly activity: ActivityKind };
  /** An amount in the indicator's unit would be multiplied by kilograms per another unit. */
  factor_unit_mismatch: { readonly factor: string; readonly factorUnit: string; readonly unit: string };
  /** Figures are recorded in another unit: they would be read as if they were in this one. */
  unit_of_entries: { readonly slug: string; readonly unit: string; readonly recorded: string };
  unknown_time_zone: { readonly typed: string; readonly nearest: string | null };
  /** The stages do not follow one another: reminder before eve before the due day before overdue… */
  stages_out_of_order: { readonly before: string; readonly after: string };
  hours_out_of_order: { readonly from: number; readonly to: number };
  digest_outside_hours: { readonly hour: number; readonly from: number; readonly to: number };
}

/** The code of a problem: what its sentence is found by. */
export type PlanProblemCode = keyof PlanProblemData;

/** One thing wrong in a plan: where, what, and the facts. `related` is the other place it clashes with. */
export type PlanProblem<Code extends PlanProblemCode = PlanProblemCode> = {
  [C in Code]: {
    readonly code: C;
    readonly data: PlanProblemData[C];
    readonly path: PlanPath;
    readonly related: PlanPath | null;
  };
}[Code];

/** A problem at `path`; `related` is the earlier place it clashes with, if any. */
export function planProblem<Code extends PlanProblemCode>(
  path: PlanPath,
  code: Code,
  data: PlanProblemData[Code],
  related: PlanPath | null = null,
): {
  readonly code: Code;
  readonly data: PlanProblemData[Code];
  readonly path: PlanPath;
  readonly related: PlanPath | null;
} {
  return { code, data, path, related };
}
