import type { Decimal } from "./decimal.ts";

/** The parts of an emission factor that nomenclatures allocate differently (docs/methode.md, 3). */
export const factorParts = ["combustion", "upstream", "losses", "manufacture", "contrails", "use"] as const;
export type FactorPart = (typeof factorParts)[number];

/** One immutable version of an emission factor, in kgCO2e per `unit`. */
export type Factor = {
  readonly id: string;
  /** 1 for the first version of this id, then one more for each published change. */
  readonly version: number;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly unit: string;
  /** The total printed by the source. */
  readonly printedTotal: Decimal;
  /** The parts the source publishes; empty where it gives the total only. */
  readonly parts: Readonly<Partial<Record<FactorPart, Decimal>>>;
  /** Biogenic CO2 in kg per unit: reported beside the total, never in it. */
  readonly co2Biogenic: Decimal | null;
  /** 95 % uncertainty in per cent; null where the source is silent. */
  readonly uncertaintyPct: Decimal | null;
  /** True for gases outside the Kyoto list (HCFC…), which the GHG Protocol reports apart. */
  readonly nonKyoto: boolean;
  readonly gwpBasis: string | null;
  /** Validity as the source prints it: years, dates or blank. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly seenIn: string;
  readonly confidence: string;
  readonly note: string | null;
};

/** A factor as published; its version is given when it is recorded. */
export type UnversionedFactor = Omit<Factor, "version">;
