import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetShare, plainShare } from "../../src/domain/amortisation.ts";
import { sum } from "../../src/domain/decimal.ts";
import { addQuarters, quarter, quartersOfYear } from "../../src/domain/quarter.ts";

describe("a plain figure belongs whole to its own period", () => {
  it.each([
    ["2026-T3", "2026-T3", "1"],
    ["2026-T3", "2026", "1"],
    ["2026-T3", "2026-T2", "0"],
    ["2026-T3", "2025", "0"],
    ["2025", "2025", "1"],
    ["2025", "2025-T1", "0"],
  ] as const)("a figure of %s in the balance of %s: %s", (entry, balance, share) => {
    expect(plainShare(entry, balance).toFixed()).toBe(share);
  });
});

// docs/methode.md, 4: 1/(4n) in each quarter from the purchase, 1/n in each year for an annual entry.
describe("an asset over five years", () => {
  it.each([
    ["2024-T1", "2023-T4", "0"],
    ["2024-T1", "2024-T1", "0.05"],
    ["2024-T1", "2028-T4", "0.05"],
    ["2024-T1", "2029-T1", "0"],
    ["2024-T1", "2024", "0.2"],
    ["2024-T3", "2024", "0.1"],
    ["2024-T3", "2028", "0.2"],
    ["2024-T3", "2029", "0.1"],
    ["2024-T3", "2030", "0"],
    ["2024", "2024", "0.2"],
    ["2024", "2028", "0.2"],
    ["2024", "2029", "0"],
    ["2024", "2023", "0"],
    ["2024", "2024-T3", "0"],
  ] as const)("bought in %s, its share of %s is %s", (entry, balance, share) => {
    expect(assetShare(entry, balance, 5, "beges").toFixed()).toBe(share);
    expect(assetShare(entry, balance, 5, "bc").toFixed()).toBe(share);
  });

  it.each([
    ["2024-T3", "2024-T3", "1"],
    ["2024-T3", "2024", "1"],
    ["2024-T3", "2025", "0"],
    ["2024", "2024", "1"],
    ["2024", "2025", "0"],
  ] as const)("in the GHG Protocol, bought in %s, its share of %s is %s", (entry, balance, share) => {
    expect(assetShare(entry, balance, 5, "ghgp").toFixed()).toBe(share);
  });
});

const purchases = fc.record({
  year: fc.integer({ min: 2000, max: 2080 }),
  number: fc.constantFrom(1, 2, 3, 4),
  years: fc.integer({ min: 1, max: 50 }),
});

describe("whatever the purchase and its years", () => {
  it("the quarters add up to the whole purchase, within a hundred-billionth of it", () => {
    fc.assert(
      fc.property(purchases, ({ year, number, years }) => {
        const bought = quarter(year, number);
        const quarters = Array.from({ length: 4 * years + 8 }, (_, index) => addQuarters(bought, index - 4));
        const total = sum(quarters.map((each) => assetShare(bought, each, years, "beges")));
        expect(total.minus(1).abs().lt("1e-11")).toBe(true);
      }),
    );
  });

  it("a year is the sum of its four quarters, within a hundred-billionth", () => {
    fc.assert(
      fc.property(purchases, fc.integer({ min: -1, max: 51 }), ({ year, number, years }, age) => {
        const bought = quarter(year, number);
        const quarters = quartersOfYear(year + age).map((each) => assetShare(bought, each, years, "beges"));
        const whole = assetShare(bought, `${year + age}`, years, "beges");
        expect(sum(quarters).minus(whole).abs().lt("1e-11")).toBe(true);
      }),
    );
  });
});
