import { decimal } from "../../src/domain/decimal.ts";
import type { StandingEntry } from "../../src/domain/entry.ts";
import type { Factor, FactorPart } from "../../src/domain/factor.ts";
import type { Period } from "../../src/domain/period.ts";
import type { Emission, Indicator, Plan } from "../../src/domain/plan.ts";

/** How an indicator emits: purchased goods through one standing factor, unless `changes` say otherwise. */
export function emission(factorId: string, changes: Partial<Emission> = {}): Emission {
  return {
    activity: "goods",
    control: "not-operated",
    factor: { kind: "standing", id: factorId },
    cutOffFactor: null,
    amortisationYears: null,
    evidence: "invoice",
    ...changes,
  };
}

/** An indicator in kilograms that emits nothing, unless `changes` say otherwise. */
export function indicator(slug: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    slug,
    action: "AI.3",
    label: { fr: slug, en: slug },
    aliases: [],
    unit: "kg",
    units: new Map(),
    wholeNumber: false,
    family: "resource",
    direction: "down",
    emission: null,
    owner: "owner@cluster.example",
    bound: null,
    note: null,
    ...changes,
  };
}

/** A plan of those indicators, collected since 2021-T1. */
export function planOf(...indicators: Indicator[]): Plan {
  return {
    name: "Essai",
    timeZone: "Europe/Paris",
    referenceYear: 2021,
    collectFrom: "2021-T1",
    nomenclature: "beges",
    calendar: {
      dueDay: 15,
      stages: { opening: 1, reminder: -5, eve: -1, overdue: 1, escalation: 5 },
      hours: { from: 9, to: 17 },
      digest: { businessDay: 1, hour: 9 },
    },
    fte: new Map(),
    values: [],
    actions: [],
    indicators,
    targets: [],
    people: [],
  };
}

/** A factor of that total per kilogram; `parts` are plain decimals. */
export function factor(
  id: string,
  printedTotal: string,
  parts: Partial<Record<FactorPart, string>> = {},
  changes: Partial<Factor> = {},
): Factor {
  const split = Object.entries(parts).map(([part, value]) => [part, decimal(value)]);
  return {
    id,
    version: 1,
    nameFr: id,
    nameEn: id,
    unit: "kg",
    printedTotal: decimal(printedTotal),
    parts: Object.fromEntries(split),
    co2Biogenic: null,
    uncertaintyPct: null,
    nonKyoto: false,
    gwpBasis: null,
    validFrom: null,
    validTo: null,
    source: "essai",
    seenIn: "essai",
    confidence: "A",
    note: null,
    ...changes,
  };
}

/** The factors by id, as the domain takes them. */
export function factorSet(...factors: Factor[]): Map<string, Factor> {
  return new Map(factors.map((each) => [each.id, each]));
}

/** A standing figure; the value is a plain decimal. */
export function entry(
  slug: string,
  period: Period,
  value: string,
  changes: Partial<StandingEntry> = {},
): StandingEntry {
  return {
    indicator: slug,
    period,
    value: decimal(value),
    unit: "kg",
    typed: value,
    note: null,
    reason: null,
    kind: "submit",
    personId: "p1",
    platform: "terminal",
    at: "2026-10-05T08:30:00.000Z",
    revision: 1,
    position: 1,
    previousHash: null,
    hash: "0".repeat(64),
    ...changes,
  };
}
