/** All that can be wrong with a file of figures as a file, before any figure is read. */
export interface FigureProblemData {
  /** `reason` is the system's code, such as "ENOENT". */
  unreadable_file: { readonly reason: string };
  file_too_large: { readonly limitBytes: number };
  not_utf8: Record<never, never>;
  empty_file: Record<never, never>;
  /** `detail` is the CSV reader's own English sentence. */
  broken_csv: { readonly detail: string };
  /** Not an Excel workbook (.xlsx), or one that is damaged or locked by a password. */
  not_a_workbook: Record<never, never>;
  /** `limitBytes` is what a workbook may unpack to. */
  workbook_too_large: { readonly limitBytes: number };
  no_sheet: Record<never, never>;
  missing_column: { readonly name: string };
  duplicate_column: { readonly name: string };
  wrong_cell_count: { readonly expected: number; readonly found: number };
  /** `date` is ISO 8601. */
  date_cell: { readonly date: string };
  /** `error` is the spreadsheet's own, such as "#N/A". */
  failed_formula: { readonly error: string };
  formula_without_result: { readonly formula: string };
}

/** One such problem: a code and its facts. */
export type FigureProblem = {
  [Code in keyof FigureProblemData]: { readonly code: Code; readonly data: FigureProblemData[Code] };
}[keyof FigureProblemData];
