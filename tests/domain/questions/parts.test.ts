import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, decimal } from "../../../src/domain/decimal.ts";
import { type Facts, figureOf, partsOf, seriesOf } from "../../../src/domain/questions/figure.ts";
import type { Measure } from "../../../src/domain/questions/query.ts";
import type { Span } from "../../../src/domain/span.ts";
import { arbitraryProgress } from "../../support/arbitrary-progress.ts";

/** Any plan, figures and span of quarters: what a question may be asked on. */
const asked = arbitraryProgress.map(({ span, ...recorded }): { span: Span; facts: Facts } => ({
  span,
  facts: { ...recorded, projects: [] },
}));

const scopes = ["ghg.scope1", "ghg.scope2", "ghg.scope3"] as const;
/** Sums of exact decimals divided by years of use are cut at the 40th figure. */
const above = (total: Decimal) => total.plus("1e-15");

function amountOf(measure: Measure, span: Span, facts: Facts): Decimal {
  return figureOf(measure, span, facts)?.value ?? decimal(0);
}

describe("whatever the plan, the figures and the span", () => {
  it.each(["ghg", "waste", ...scopes] as const)("no part of %s is greater than it", (measure) => {
    fc.assert(
      fc.property(asked, ({ span, facts }) => {
        const total = above(amountOf(measure, span, facts));
        for (const { value } of partsOf(measure, span, facts) ?? []) expect(value.lte(total)).toBe(true);
      }),
    );
  });

  it("no scope is greater than all emissions, nor what one indicator emits", () => {
    fc.assert(
      fc.property(asked, ({ span, facts }) => {
        const total = above(amountOf("ghg", span, facts));
        for (const scope of scopes) expect(amountOf(scope, span, facts).lte(total)).toBe(true);
        for (const { slug } of facts.plan.indicators) {
          const emitted = figureOf(slug, span, facts, true)?.value ?? decimal(0);
          expect(emitted.lte(total)).toBe(true);
        }
      }),
    );
  });

  it.each(["ghg", "waste", ...scopes, "a", "b"] as const)(
    "no quarter of %s is greater than the span that holds it",
    (measure) => {
      fc.assert(
        fc.property(asked, ({ span, facts }) => {
          const total = above(amountOf(measure, span, facts));
          for (const { figure } of seriesOf(measure, span, facts) ?? [])
            expect((figure.value ?? decimal(0)).lte(total)).toBe(true);
        }),
      );
    },
  );
});
