import { fold } from "../domain/name-match.ts";
import type { CsvRow } from "./csv-rows.ts";

/** The columns of the Base Carbone's file that Cairn reads, by the name it gives them. */
export const ademeColumns = {
  lineType: "Type Ligne",
  id: "Identifiant de l'élément",
  elementType: "Type de l'élément",
  status: "Statut de l'élément",
  name: "Nom base français",
  nameEn: "Nom base anglais",
  attribute: "Nom attribut français",
  attributeEn: "Nom attribut anglais",
  boundary: "Nom frontière français",
  boundaryEn: "Nom frontière anglais",
  category: "Code de la catégorie",
  unit: "Unité français",
  source: "Source",
  validity: "Période de validité",
  uncertainty: "Incertitude",
  postType: "Type poste",
  postName: "Nom poste français",
  total: "Total poste non décomposé",
  co2b: "CO2b",
} as const;
/** A column, by Cairn's name for it. */
export type AdemeColumn = keyof typeof ademeColumns;

/** Without these, a file is not the Base Carbone's. */
const required: readonly AdemeColumn[] = ["lineType", "id", "status", "name", "unit", "total"];

/** One row: its line, and the text of each column, blank where the file lacks it. */
export type AdemeRow = { readonly line: number; readonly text: (column: AdemeColumn) => string };

/** True when the names of a header are those of the Base Carbone's file, even if its accents are damaged. */
export function isAdemeHeader(names: readonly string[]): boolean {
  return names.some((name) => fold(name) === "type ligne");
}

/** The columns that a header lacks, as the Base Carbone names them. */
export function missingColumns(names: readonly string[]): string[] {
  const folded = new Set(names.map(fold));
  return required.map((column) => ademeColumns[column]).filter((name) => !folded.has(fold(name)));
}

/** The rows under a header, by column. */
export function ademeRows(header: readonly string[], rows: readonly CsvRow[]): AdemeRow[] {
  const folded = header.map(fold);
  const places = new Map(
    Object.entries(ademeColumns).map(([column, name]) => [column, folded.indexOf(fold(name))]),
  );
  return rows.map(({ line, cells }) => ({
    line,
    // PostgreSQL's texts hold any character but this one.
    text: (column) => (cells[places.get(column) ?? -1] ?? "").replaceAll("\u0000", "").trim(),
  }));
}

/** The text of a bilingual name: base, attribute, boundary, those that are there. */
export function nameOf(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/"/g, "").replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .join(", ");
}
