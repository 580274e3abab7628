import { CsvError, parse } from "csv-parse/sync";

/** One record of a CSV file and the line it begins on, from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** A CSV text as rows; `delimiter` is the one its first line uses. */
export type CsvRows =
  | { readonly ok: true; readonly delimiter: "," | ";"; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly detail: string };

function lineBreaks(cells: readonly string[]): number {
  return cells.join("").split("\n").length - 1;
}

/**
 * The records of a CSV text, blank lines left out, with commas or (French Excel) semicolons. `looseQuotes`
 * takes a quote inside a bare cell as a character like any other.
 */
export function csvRows(text: string, { looseQuotes = false }: { looseQuotes?: boolean } = {}): CsvRows {
  // The reader counts a Windows end of line inside quotes as two lines.
  const lined = text.replace(/\r\n?/g, "\n");
  const delimiter = (lined.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const rows: CsvRow[] = [];
  let lastLine = 0;
  try {
    parse(lined, {
      delimiter,
      relax_column_count: true,
      relax_quotes: looseQuotes,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines - lineBreaks(cells), cells });
        lastLine = lines;
        return null;
      },
    });
    return { ok: true, delimiter, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: lastLine + 1, detail: error.message };
  }
}
