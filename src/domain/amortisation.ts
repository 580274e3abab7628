import { type Decimal, decimal, zero } from "./decimal.ts";
import type { Nomenclature } from "./nomenclature.ts";
import type { Period } from "./period.ts";
import { compareQuarters, isQuarter, quartersOfYear, yearOf } from "./quarter.ts";

const all = decimal(1);

/** The share of a plain figure (not an asset) that belongs to a balance: all of it or nothing. */
export function plainShare(entry: Period, balance: Period): Decimal {
  if (entry === balance) return all;
  return isQuarter(entry) && !isQuarter(balance) && yearOf(entry) === yearOf(balance) ? all : zero;
}

function yearlyShare(purchaseYear: number, balance: Period, years: number): Decimal {
  if (isQuarter(balance)) return zero;
  const age = yearOf(balance) - purchaseYear;
  return age >= 0 && age < years ? all.div(years) : zero;
}

/**
 * The share of an asset bought in `entry` that belongs to a balance, amortised over that many years:
 * 1/(4n) in each quarter from the purchase, 1/n in each year for an annual entry, which no quarterly
 * balance counts. The GHG Protocol counts the whole purchase in its own period (docs/methode.md, 4).
 */
export function assetShare(
  entry: Period,
  balance: Period,
  years: number,
  nomenclature: Nomenclature,
): Decimal {
  if (nomenclature === "ghgp") return plainShare(entry, balance);
  if (!isQuarter(entry)) return yearlyShare(yearOf(entry), balance, years);
  const quarters = isQuarter(balance) ? [balance] : quartersOfYear(yearOf(balance));
  const amortised = quarters.filter((quarter) => {
    const age = compareQuarters(quarter, entry);
    return age >= 0 && age < 4 * years;
  }).length;
  return amortised === 0 ? zero : decimal(amortised).div(4 * years);
}
