import type { Insertable, Selectable } from "kysely";
import { type Decimal, decimal, decimalText } from "../domain/decimal.ts";
import { type Factor, type FactorPart, factorParts, type UnversionedFactor } from "../domain/factor.ts";
import type { FactorTable } from "./schema.ts";

/** The factor that a row of the table holds. */
export function factorOf(row: Selectable<FactorTable>): Factor {
  return {
    id: row.id,
    version: row.version,
    nameFr: row.name_fr,
    nameEn: row.name_en,
    unit: row.unit,
    printedTotal: decimal(row.printed_total),
    parts: partsOf(row),
    co2Biogenic: number(row.co2_biogenic),
    uncertaintyPct: number(row.uncertainty_pct),
    nonKyoto: row.non_kyoto,
    gwpBasis: row.gwp_basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
    seenIn: row.seen_in,
    confidence: row.confidence,
    note: row.note,
  };
}

/** The row that holds `factor`. Equal factors give equal rows. */
export function rowOf(factor: Factor): Insertable<FactorTable> {
  return {
    id: factor.id,
    version: factor.version,
    name_fr: factor.nameFr,
    name_en: factor.nameEn,
    unit: factor.unit,
    printed_total: decimalText(factor.printedTotal),
    part_combustion: text(factor.parts.combustion),
    part_upstream: text(factor.parts.upstream),
    part_losses: text(factor.parts.losses),
    part_manufacture: text(factor.parts.manufacture),
    part_contrails: text(factor.parts.contrails),
    part_use: text(factor.parts.use),
    co2_biogenic: text(factor.co2Biogenic),
    uncertainty_pct: text(factor.uncertaintyPct),
    non_kyoto: factor.nonKyoto,
    gwp_basis: factor.gwpBasis,
    valid_from: factor.validFrom,
    valid_to: factor.validTo,
    source: factor.source,
    seen_in: factor.seenIn,
    confidence: factor.confidence,
    note: factor.note,
  };
}

/** Whether two versions of a factor say the same: "1.50" and "1.5" do. */
export function sameFactor(one: UnversionedFactor, other: UnversionedFactor): boolean {
  const text = (factor: UnversionedFactor) => JSON.stringify(rowOf({ ...factor, version: 0 }));
  return text(one) === text(other);
}

function partsOf(row: Selectable<FactorTable>): Factor["parts"] {
  const parts: Partial<Record<FactorPart, Decimal>> = {};
  for (const part of factorParts) {
    const value = number(row[`part_${part}`]);
    if (value !== null) parts[part] = value;
  }
  return parts;
}

function number(value: string | null): Decimal | null {
  return value === null ? null : decimal(value);
}

function text(value: Decimal | null | undefined): string | null {
  return value === null || value === undefined ? null : decimalText(value);
}
