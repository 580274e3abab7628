/** All that can be wrong with a file of figures as a file, before any figure is read. */
export interface FigureProblemData {
  /** `reason` is the system's code, such as "ENOENT". */
  unreadable_file: { readonly reason: string };
  file_too_large: { readonly limitBytes: number };
  not_utf8: Record<never, never>;
  empty_file: Record<never, never>;
  /** `detail` is the CSV reader's own English sentence. */
  broken_csv: { readonly detail: string };
  missing_column: { readonly name: string };
  wrong_cell_count: { readonly expected: number; readonly found: number };
}

/** One such problem: a code and its facts. */
export type FigureProblem = {
  [Code in keyof FigureProblemData]: { readonly code: Code; readonly data: FigureProblemData[Code] };
}[keyof FigureProblemData];
