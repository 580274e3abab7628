import { describe, expect, it } from "vitest";
import { changeUncertainty, compareEmissions } from "../../src/domain/compare-emissions.ts";
import { decimal } from "../../src/domain/decimal.ts";
import { emission, entry, factor, factorSet, indicator, planOf } from "../support/build.ts";
import { factorsOf } from "../support/progress.ts";

type Input = Parameters<typeof compareEmissions>[0];

/** 2026 against 2021, unless said, of one indicator. */
function compare(
  one: ReturnType<typeof indicator>,
  entries: Input["entries"],
  changes: Partial<Input> & Pick<Input, "factors">,
) {
  const span = { from: "2026-T1", to: "2026-T4" } as const;
  return compareEmissions({
    plan: planOf(one),
    entries,
    span,
    against: "baseline",
    current: "2027-T1",
    ...changes,
  });
}

const electricity = indicator("elec", {
  emission: emission("", {
    activity: "electricity",
    factor: {
      kind: "series",
      byYear: new Map([
        [2021, "elec-2021"],
        [2026, "elec-2026"],
      ]),
    },
  }),
});

// docs/methode.md, 5 and 6.
describe("the uncertainty of a change", () => {
  const certain = { evidence: "invoice" } as const;
  const uncertain = (id: string, percent: string) =>
    factor(id, "1", {}, { uncertaintyPct: decimal(percent) });

  it("loses the error of a factor that both sides share: only the activities' remain", () => {
    const comparison = compare(
      indicator("papier", { emission: emission("papier", certain) }),
      [entry("papier", "2021-T1", "300"), entry("papier", "2026-T1", "400")],
      { factors: factorSet(uncertain("papier", "60")) },
    );
    // √((60 % × 100)² + (5 % × 300)² + (5 % × 400)²)
    expect(changeUncertainty(comparison).toFixed(6)).toBe("65.000000");
  });

  it("adds those of two factors in quadrature", () => {
    const comparison = compare(
      electricity,
      [entry("elec", "2021-T1", "300"), entry("elec", "2026-T1", "400")],
      {
        factors: factorSet(uncertain("elec-2021", "10"), uncertain("elec-2026", "10")),
      },
    );
    // √((10 % × 300)² + (10 % × 400)² + (5 % × 300)² + (5 % × 400)²) = √(2500 + 625)
    expect(changeUncertainty(comparison).toFixed(6)).toBe("55.901699");
  });

  it("is nothing for the same purchase amortised on both sides", () => {
    const portables = indicator("portables", {
      emission: emission("portable", { activity: "asset", amortisationYears: 5 }),
    });
    const entries = [entry("portables", "2026-T1", "20"), entry("portables", "2026-T2", "0")];
    const comparison = compare(portables, entries, {
      factors: factorsOf({ portable: "156" }),
      span: { from: "2026-T2", to: "2026-T2" },
      against: "previous_quarter",
    });
    expect([comparison.actual?.toFixed(), changeUncertainty(comparison).toFixed()]).toEqual(["156", "0"]);
  });
});
