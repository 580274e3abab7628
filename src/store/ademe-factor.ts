import { type Decimal, sum, zero } from "../domain/decimal.ts";
import type { UnversionedFactor } from "../domain/factor.ts";
import type { LeftOutRow } from "../domain/factor-notice.ts";
import type { FactorProblem } from "../domain/factor-problem.ts";
import { fold } from "../domain/name-match.ts";
import { readAdemeNumber } from "./ademe-number.ts";
import { type AdemePost, partsOfPosts } from "./ademe-parts.ts";
import { type AdemeColumn, type AdemeRow, ademeColumns, nameOf } from "./ademe-rows.ts";
import { readAdemeUnit } from "./ademe-unit.ts";
import type { FactorError } from "./factor-error.ts";

/** What reading rows depends on: whether the file's dots are decimal, and where errors go. */
export type AdemeReading = {
  readonly decimalDots: boolean;
  readonly report: (error: FactorError) => void;
};

function isFactor(row: AdemeRow): boolean {
  const type = fold(row.text("elementType"));
  return type === "" || type === fold("Facteur d'émission");
}

/** Reports a problem at its cell. */
export function reportCell(
  row: AdemeRow,
  column: AdemeColumn,
  problem: FactorProblem,
  { report }: AdemeReading,
): null {
  report({ ...problem, line: row.line, column: ademeColumns[column] });
  return null;
}

/** The number of a cell; null when it is blank, or wrong and reported. */
function numberIn(row: AdemeRow, column: AdemeColumn, reading: AdemeReading): Decimal | null {
  const typed = row.text(column);
  if (typed === "") return null;
  const number = readAdemeNumber(typed, reading.decimalDots);
  if (number.ok) return number.value;
  const problem: FactorProblem =
    number.code === "ambiguous_number"
      ? { code: number.code, data: { typed, readings: number.readings } }
      : { code: number.code, data: { typed } };
  return reportCell(row, column, problem, reading);
}

/** The uncertainty in per cent; a negative one is wrong and reported. */
function uncertaintyIn(element: AdemeRow, reading: AdemeReading): Decimal | null {
  const value = numberIn(element, "uncertainty", reading);
  if (value === null || value.gte(0)) return value;
  const typed = element.text("uncertainty");
  return reportCell(element, "uncertainty", { code: "negative_value", data: { typed } }, reading);
}

/** Carbon dioxide of biomass as burnt: what grew is not taken off, here or anywhere else. */
function biogenic(element: AdemeRow, posts: readonly AdemeRow[], reading: AdemeReading): Decimal | null {
  const rows = posts.length > 0 ? posts : [element];
  const given = rows.map((row) => numberIn(row, "co2b", reading)).filter((value) => value !== null);
  return given.length === 0 ? null : sum(given.filter((value) => value.gt(0)));
}

function gwpBasis(category: string): string | null {
  const found = /\b([456])\s?[eè]me rapport du giec/u.exec(category.toLowerCase().replace(/é/g, "è"));
  return found === null ? null : `AR${found[1]}`;
}

function factorOf(
  element: AdemeRow,
  posts: readonly AdemeRow[],
  facts: { readonly unit: string; readonly total: Decimal },
  reading: AdemeReading,
): UnversionedFactor {
  const text = element.text;
  const nameFr = nameOf(text("name"), text("attribute"), text("boundary"));
  const nameEn = nameOf(text("nameEn"), text("attributeEn"), text("boundaryEn"));
  const split = partsOfPosts(
    posts.map((row): AdemePost => {
      return {
        type: row.text("postType"),
        name: row.text("postName"),
        value: numberIn(row, "total", reading) ?? zero,
      };
    }),
  );
  const archived = isArchived(element) ? "Archivé par la source." : null;
  const notes = [archived, split.note].filter((note) => note !== null);
  return {
    id: `ademe-${text("id")}`,
    nameFr,
    nameEn: nameEn === "" ? nameFr : nameEn,
    unit: facts.unit,
    printedTotal: facts.total,
    parts: split.parts,
    co2Biogenic: biogenic(element, posts, reading),
    uncertaintyPct: uncertaintyIn(element, reading),
    nonKyoto: /\b(?:hcfc|cfc|halon)/iu.test(nameFr),
    gwpBasis: gwpBasis(text("category")),
    validFrom: null,
    validTo: text("validity") === "" ? null : text("validity"),
    source: `Base Carbone® — ADEME, ${text("id")}${text("source") === "" ? "" : `, ${nameOf(text("source"))}`}`,
    seenIn: "Fichier CSV de la Base Carbone",
    confidence: "A",
    note: notes.length === 0 ? null : notes.join(" "),
  };
}

/** True for a record that the source keeps and no longer recommends. */
export function isArchived(row: AdemeRow): boolean {
  return fold(row.text("status")).startsWith("archive");
}

/** The factor of an element and its posts, or why its row is left out; null when it is wrong and reported. */
export function readElement(
  element: AdemeRow,
  posts: readonly AdemeRow[],
  reading: AdemeReading,
): UnversionedFactor | LeftOutRow | null {
  if (!isFactor(element)) return "not_a_factor";
  const typed = element.text("unit");
  const unit = readAdemeUnit(typed);
  if (!unit.ok) {
    if (unit.why === "unreadable_unit") return unit.why;
    return reportCell(element, "unit", { code: "wrong_emission_unit", data: { typed } }, reading);
  }
  if (element.text("total") === "") return "no_total";
  const total = numberIn(element, "total", reading);
  if (total === null) return null;
  if (total.lt(0)) return "negative_total";
  return factorOf(element, posts, { unit: unit.unit, total }, reading);
}
