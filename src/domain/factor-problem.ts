/** All that can be wrong with a file of emission factors, each with its facts. */
export interface FactorProblemData {
  /** `reason` is the system's code, such as "ENOENT". */
  unreadable_file: { readonly reason: string };
  file_too_large: { readonly limitBytes: number };
  not_utf8: Record<never, never>;
  empty_file: Record<never, never>;
  /** `detail` is the CSV reader's own English sentence. */
  broken_csv: { readonly detail: string };
  missing_column: { readonly name: string };
  unknown_column: { readonly name: string; readonly nearest: string | null };
  duplicate_column: { readonly name: string };
  wrong_cell_count: { readonly expected: number; readonly found: number };
  missing_value: Record<never, never>;
  invalid_id: { readonly typed: string };
  duplicate_id: { readonly id: string; readonly firstLine: number };
  invalid_number: { readonly typed: string };
  negative_value: { readonly typed: string };
  ambiguous_number: { readonly typed: string; readonly readings: readonly [string, string] };
  invalid_yes_no: { readonly typed: string };
  /** A text read in another encoding than its own: "Ã©" for "é". */
  broken_encoding: Record<never, never>;
  /** A post of the Base Carbone whose element is not in the file. */
  orphan_post: { readonly id: string };
  /** An emission in grams or tonnes of CO2e. */
  wrong_emission_unit: { readonly typed: string };
  /** Plain decimals in kgCO2e per unit. */
  parts_differ_from_total: { readonly parts: string; readonly total: string };
}

/** One such problem: a code and its facts. */
export type FactorProblem = {
  [Code in keyof FactorProblemData]: { readonly code: Code; readonly data: FactorProblemData[Code] };
}[keyof FactorProblemData];
