import { type Decimal, decimal, sum, zero } from "./decimal.ts";
import type { Factor } from "./factor.ts";
import type { ActivityKind, Emission } from "./plan.ts";

/** 95 % uncertainties, in per cent, where the source gives none: the Base Carbone's usual values (docs/methode.md, 5). */
const usualPct: Readonly<Record<ActivityKind, number>> = {
  "stationary-fuel": 5,
  "mobile-fuel": 5,
  electricity: 10,
  "self-consumed-electricity": 10,
  heat: 10,
  "refrigerant-leak": 30,
  commuting: 60,
  "business-travel": 60,
  "visitor-travel": 60,
  "freight-in": 60,
  "freight-out": 60,
  goods: 50,
  services: 80,
  asset: 50,
  waste: 20,
  "end-of-life": 20,
};

const monetaryPct = 80;
const evidencePct: Readonly<Record<Emission["evidence"], number>> = { invoice: 5, estimate: 20 };

/** True for a ratio per thousand euros: the least certain kind of factor. */
export function isMonetary(unit: string): boolean {
  return /^(k?eur|k?€)/iu.test(unit);
}

/** A factor's 95 % uncertainty in per cent: its source's, or the usual one of its kind. */
export function factorUncertaintyPct(factor: Factor, activity: ActivityKind): Decimal {
  if (factor.uncertaintyPct !== null) return factor.uncertaintyPct;
  return decimal(isMonetary(factor.unit) ? monetaryPct : usualPct[activity]);
}

/** An activity's 95 % uncertainty in per cent: 5 on an invoice or a meter, 20 on an estimate. */
export function activityUncertaintyPct(evidence: Emission["evidence"]): Decimal {
  return decimal(evidencePct[evidence]);
}

/** One emission of a sum (kgCO2e, or a difference) with its two uncertainties in per cent. */
export type UncertainAmount = {
  readonly factorId: string;
  readonly kgCo2e: Decimal;
  readonly factorPct: Decimal;
  readonly activityPct: Decimal;
};

function square(value: Decimal): Decimal {
  return value.times(value);
}

/**
 * The 95 % uncertainty of the sum, in kgCO2e: amounts that share a factor err together (added linearly),
 * different factors and different activities err apart (added quadratically).
 * sqrt( Σ groups (u_factor Σ E)² + Σ lines (u_activity E)² )
 */
export function absoluteUncertainty(amounts: readonly UncertainAmount[]): Decimal {
  const groups = new Map<string, Decimal>();
  for (const { factorId, kgCo2e, factorPct } of amounts) {
    groups.set(factorId, (groups.get(factorId) ?? zero).plus(kgCo2e.times(factorPct)));
  }
  const fromFactors = sum([...groups.values()].map(square));
  const fromActivities = sum(amounts.map(({ kgCo2e, activityPct }) => square(kgCo2e.times(activityPct))));
  return fromFactors.plus(fromActivities).sqrt().div(100);
}

/** The same in per cent of the total; null when the total is zero. */
export function relativeUncertaintyPct(amounts: readonly UncertainAmount[]): Decimal | null {
  const total = sum(amounts.map(({ kgCo2e }) => kgCo2e));
  if (total.eq(0)) return null;
  return absoluteUncertainty(amounts).div(total.abs()).times(100);
}
