import { type Decimal, decimal, decimalText, sum, zero } from "../domain/decimal.ts";
import { type FactorPart, factorParts } from "../domain/factor.ts";
import type { FactorProblem } from "../domain/factor-problem.ts";
import type { UnversionedFactor } from "./factors.ts";
import { readFileNumber } from "./file-number.ts";

/** The columns that a file of factors must have. */
export const requiredColumns = ["id", "name_fr", "unit", "kgco2e_per_unit", "source"] as const;

/** Every column that a file of factors may have; the last four are for people to read. */
export const factorColumns = [
  ...requiredColumns,
  "name_en",
  ...factorParts,
  "co2_biogenic",
  "uncertainty_pct",
  "valid_from",
  "valid_to",
  "seen_in",
  "confidence",
  "note",
  "non_kyoto",
  "gwp_basis",
  "other_split",
  "scope_ghgp",
  "beges_post",
  "tier",
] as const;
/** The name of a column of a file of factors. */
export type FactorColumn = (typeof factorColumns)[number];

/** One row: the text of each column, trimmed, and the decimal mark of the file. */
export type FactorCells = {
  readonly mark: "." | ",";
  readonly text: (column: FactorColumn) => string;
};

/** A problem in one column; null when it is about the whole row. */
export type CellProblem = FactorProblem & { readonly column: FactorColumn | null };

/** Parts that add up to the total within rounding: the sources print three figures. */
const roundingShare = decimal("0.007");

type Report = (problem: CellProblem) => void;

function numberIn(cells: FactorCells, column: FactorColumn, report: Report): Decimal | null {
  const typed = cells.text(column);
  if (typed === "") return null;
  const number = readFileNumber(typed, cells.mark);
  if (number.ok) return number.value;
  if (number.code === "ambiguous_number") {
    report({ column, code: number.code, data: { typed, readings: number.readings } });
  } else report({ column, code: number.code, data: { typed } });
  return null;
}

function partsIn(cells: FactorCells, report: Report): Partial<Record<FactorPart, Decimal>> {
  const parts: Partial<Record<FactorPart, Decimal>> = {};
  for (const part of factorParts) {
    const value = numberIn(cells, part, report);
    if (value !== null) parts[part] = value;
  }
  return parts;
}

function checkParts(
  parts: Readonly<Partial<Record<FactorPart, Decimal>>>,
  total: Decimal,
  report: Report,
): void {
  const values = Object.values(parts);
  const added = sum(values);
  if (values.length === 0 || added.minus(total).abs().lte(total.times(roundingShare))) return;
  const data = { parts: decimalText(added), total: decimalText(total) };
  report({ column: "kgco2e_per_unit", code: "parts_differ_from_total", data });
}

function nonKyotoIn(cells: FactorCells, report: Report): boolean {
  const typed = cells.text("non_kyoto").toLowerCase();
  if (["", "no", "non", "false"].includes(typed)) return false;
  if (!["yes", "oui", "true"].includes(typed)) {
    report({ column: "non_kyoto", code: "invalid_yes_no", data: { typed } });
  }
  return true;
}

function idIn(cells: FactorCells, report: Report): string {
  const id = cells.text("id");
  if (id !== "" && !/^[a-z0-9][a-z0-9.-]*$/.test(id)) {
    report({ column: "id", code: "invalid_id", data: { typed: id } });
  }
  return id;
}

/** The factor of one row, or all that is wrong in it. */
export function factorOfCells(cells: FactorCells): UnversionedFactor | readonly CellProblem[] {
  const problems: CellProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const orNull = (column: FactorColumn) => (cells.text(column) === "" ? null : cells.text(column));
  for (const column of requiredColumns) {
    if (cells.text(column) === "") report({ column, code: "missing_value", data: {} });
  }
  const total = numberIn(cells, "kgco2e_per_unit", report);
  const parts = partsIn(cells, report);
  const factor = {
    id: idIn(cells, report),
    nameFr: cells.text("name_fr"),
    nameEn: orNull("name_en") ?? cells.text("name_fr"),
    unit: cells.text("unit"),
    printedTotal: total ?? zero,
    parts,
    co2Biogenic: numberIn(cells, "co2_biogenic", report),
    uncertaintyPct: numberIn(cells, "uncertainty_pct", report),
    nonKyoto: nonKyotoIn(cells, report),
    gwpBasis: orNull("gwp_basis"),
    validFrom: orNull("valid_from"),
    validTo: orNull("valid_to"),
    source: cells.text("source"),
    seenIn: cells.text("seen_in"),
    confidence: cells.text("confidence"),
    note: orNull("note"),
  };
  if (problems.length === 0) checkParts(parts, factor.printedTotal, report);
  return problems.length === 0 ? factor : problems;
}
