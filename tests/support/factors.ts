import { decimal } from "../../src/domain/decimal.ts";
import type { UnversionedFactor } from "../../src/store/factors.ts";

/** A factor as a source would publish it; `changes` say what matters to the test. */
export function newFactor(changes: Partial<UnversionedFactor> = {}): UnversionedFactor {
  return {
    id: "electricite-2025",
    nameFr: "Électricité, mix moyen",
    nameEn: "Electricity, average mix",
    unit: "kWh",
    printedTotal: decimal("0.0520"),
    parts: { combustion: decimal("0.0369"), upstream: decimal("0.0119"), losses: decimal("0.0032") },
    co2Biogenic: null,
    uncertaintyPct: decimal("10"),
    nonKyoto: false,
    gwpBasis: "AR5",
    validFrom: "2025",
    validTo: null,
    source: "Base Carbone",
    seenIn: "catalogue",
    confidence: "high",
    note: null,
    ...changes,
  };
}
