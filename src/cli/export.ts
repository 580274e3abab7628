import { writeFile } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { balanceJson, factorJson } from "../commands/balance-json.ts";
import { entryJson, type JsonObject } from "../commands/json.ts";
import { peopleNames } from "../commands/people-names.ts";
import type { Cairn } from "../commands/request.ts";
import { decimalText } from "../domain/decimal.ts";
import type { Entry } from "../domain/entry.ts";
import type { Plan } from "../domain/plan.ts";
import { messagesFor } from "../messages/messages.ts";
import { allEntries } from "../store/entries.ts";
import { type Table, type TableCell, workbookBytes } from "../store/workbook.ts";
import { usedFactors, yearlyBalances } from "./export-facts.ts";
import { type ExportFormat, type ExportTable, exportTables } from "./export-format.ts";
import { exportTable } from "./export-tables.ts";
import { type ExitStatus, exitStatus, printBytes, say } from "./output.ts";

function csvText(cell: TableCell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? decimalText(cell) : String(cell);
}

/** A table as CSV; a text that a spreadsheet would run as a formula is made inert with an apostrophe. */
function tableCsv({ columns, rows }: Table): string {
  const texts = rows.map((row) => row.map(csvText));
  return stringify([[...columns], ...texts], { escape_formulas: true });
}

function entryFull(entry: Entry, nameOf: (personId: string) => string | null, plan: Plan): JsonObject {
  const { kind, note, reason, at, platform, position, previousHash, hash } = entry;
  const by = nameOf(entry.personId);
  const given = { kind, note, reason, by, at, platform, position, previousHash, hash };
  return { ...entryJson(entry, plan.timeZone), ...given };
}

async function everythingJson(cairn: Cairn): Promise<string> {
  const plan = await cairn.plan();
  const nameOf = await peopleNames(cairn.db);
  const messages = messagesFor(cairn.language);
  const everything = {
    entries: (await allEntries(cairn.db)).map((entry) => entryFull(entry, nameOf, plan)),
    factors: (await usedFactors(cairn)).map(({ indicator, activityYear, chosen }) => {
      return { indicator, activityYear, ...factorJson(chosen) };
    }),
    balances: (await yearlyBalances(cairn)).map((balance) => balanceJson(balance, messages)),
  };
  return `${JSON.stringify(everything, null, 2)}\n`;
}

async function exported(
  cairn: Cairn,
  format: ExportFormat,
  table: ExportTable,
): Promise<string | Uint8Array> {
  if (format === "json") return await everythingJson(cairn);
  if (format === "csv") return tableCsv(await exportTable(cairn, table));
  const tables: Table[] = [];
  for (const name of exportTables) tables.push(await exportTable(cairn, name));
  return await workbookBytes(tables);
}

/** What to export: one table as CSV, every table as a workbook, or everything as JSON; to stdout without a path. */
export type Exporting = {
  readonly format: ExportFormat;
  readonly table: ExportTable;
  readonly path: string | null;
};

/** Writes every revision, the factors used and the yearly balances. Refuses a path that cannot be written. */
export async function exportTo(cairn: Cairn, { format, table, path }: Exporting): Promise<ExitStatus> {
  const content = await exported(cairn, format, table);
  if (path === null) {
    await printBytes(content);
    return exitStatus.done;
  }
  try {
    await writeFile(path, content);
    return exitStatus.done;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    await say(messagesFor(cairn.language).bulk.unwritable(path, reason));
    return exitStatus.refused;
  }
}
