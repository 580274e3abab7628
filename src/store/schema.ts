import type { ColumnType, Generated } from "kysely";
import type { EntryKind } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";

/** A column of an append-only table: written once, never updated. */
type Kept<Selected, Inserted = Selected> = ColumnType<Selected, Inserted, never>;

/** A SQL `numeric` as plain decimal text: a float would lose digits. */
type Numeric = Kept<string>;

/** A moment: a Date when read, an ISO 8601 text when written. */
type Moment = Kept<Date, string>;

/** Who uses Cairn. The id is opaque: entries keep it after a person is erased. */
export interface PersonTable {
  id: Kept<string>;
  email: string;
  name: string;
  language: "fr" | "en" | null;
  number_profile: "fr" | "en" | null;
  created_at: Generated<Date>;
}

/** One applied version of the plan; `content` is written as JSON text and read parsed. */
export interface PlanVersionTable {
  id: ColumnType<number, never, never>;
  content: Kept<unknown, string>;
  digest: Kept<string>;
  applied_by: Kept<string>;
  applied_at: Moment;
}

/** One version of an emission factor, in kgCO2e per `unit`. */
export interface FactorTable {
  id: Kept<string>;
  version: Kept<number>;
  name_fr: Kept<string>;
  name_en: Kept<string>;
  unit: Kept<string>;
  printed_total: Numeric;
  part_combustion: Kept<string | null>;
  part_upstream: Kept<string | null>;
  part_losses: Kept<string | null>;
  part_manufacture: Kept<string | null>;
  part_contrails: Kept<string | null>;
  part_use: Kept<string | null>;
  co2_biogenic: Kept<string | null>;
  uncertainty_pct: Kept<string | null>;
  non_kyoto: Kept<boolean>;
  gwp_basis: Kept<string | null>;
  valid_from: Kept<string | null>;
  valid_to: Kept<string | null>;
  source: Kept<string>;
  seen_in: Kept<string>;
  confidence: Kept<string>;
  note: Kept<string | null>;
}

/** One revision of a figure, chained by hash to the indicator's previous revision. */
export interface EntryTable {
  indicator: Kept<string>;
  period: Kept<Period>;
  revision: Kept<number>;
  position: Kept<number>;
  value: Kept<string | null>;
  unit: Kept<string>;
  typed: Kept<string>;
  note: Kept<string | null>;
  reason: Kept<string | null>;
  kind: Kept<EntryKind>;
  person_id: Kept<string>;
  platform: Kept<string>;
  at: Moment;
  previous_hash: Kept<string | null>;
  hash: Kept<string>;
}

/** Kysely's own record of the migrations applied. */
export interface MigrationTable {
  name: Kept<string>;
  timestamp: Kept<string>;
}

/** Every table, by its SQL name. */
export interface Schema {
  person: PersonTable;
  plan_version: PlanVersionTable;
  factor: FactorTable;
  entry: EntryTable;
  kysely_migration: MigrationTable;
}
