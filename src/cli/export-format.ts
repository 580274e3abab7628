/** The formats an export can take. */
export const exportFormats = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The tables an export holds: all of them in a workbook, one of them in a CSV file. */
export const exportTables = ["entries", "factors", "balances"] as const;
export type ExportTable = (typeof exportTables)[number];
