import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, decimal, sum, zero } from "../../src/domain/decimal.ts";
import { nomenclatures } from "../../src/domain/nomenclature.ts";
import { computeProgress } from "../../src/domain/progress.ts";
import { quarter, quarterRange } from "../../src/domain/quarter.ts";
import { amounts, arbitraryProgress, factors, indicators, slugs } from "../support/arbitrary-progress.ts";
import { entry, planOf } from "../support/build.ts";
import { plain } from "../support/progress.ts";

const half = decimal("0.5");
const isNear = (one: Decimal, other: Decimal) => one.minus(other).abs().lt("1e-15");

describe("whatever the plan, the figures, the span and what it is compared with", () => {
  it("the two effects add up to the change, exactly, as a whole and for each pair", () => {
    fc.assert(
      fc.property(arbitraryProgress, (input) => {
        const { actual, baseline, activityEffect, factorEffect, pairs } = computeProgress(input).comparison;
        if (actual === null || baseline === null || activityEffect === null || factorEffect === null) {
          expect(pairs).toEqual([]);
          return;
        }
        expect(plain(activityEffect.plus(factorEffect))).toBe(plain(actual.minus(baseline)));
        for (const pair of pairs) {
          const change = pair.actual.value.minus(pair.reference.value);
          expect(plain(pair.activityEffect.plus(pair.factorEffect))).toBe(plain(change));
        }
      }),
    );
  });

  it("of emissions, each effect is its formula: Δa × (f0 + f1)/2 and Δf × (a0 + a1)/2", () => {
    fc.assert(
      fc.property(arbitraryProgress, (input) => {
        for (const { actual, reference, activityEffect, factorEffect } of computeProgress({
          ...input,
          subject: "ges",
        }).comparison.pairs) {
          const [a0, f0, a1, f1] = [
            reference.activity,
            reference.factor ?? zero,
            actual.activity,
            actual.factor ?? zero,
          ];
          expect(plain(activityEffect)).toBe(plain(a1.minus(a0).times(f0.plus(f1)).times(half)));
          // A mean factor of several purchases keeps 30 decimals.
          expect(isNear(factorEffect, f1.minus(f0).times(a0.plus(a1)).times(half))).toBe(true);
        }
      }),
    );
  });

  it("the order of entries changes nothing", () => {
    const shuffled = arbitraryProgress.chain((input) =>
      fc
        .shuffledSubarray([...input.entries], { minLength: input.entries.length })
        .map((list) => ({ input, list })),
    );
    fc.assert(
      fc.property(shuffled, ({ input, list }) => {
        const [one, other] = [computeProgress(input), computeProgress({ ...input, entries: list })];
        expect(summaryOf(other)).toEqual(summaryOf(one));
      }),
    );
  });

  it("a missing figure never lowers a total by itself: it takes away what it held, and is said to be missing", () => {
    fc.assert(
      fc.property(arbitraryProgress, fc.nat(), (input, index) => {
        const removed = index % input.entries.length;
        const without = computeProgress({
          ...input,
          entries: input.entries.filter((_, at) => at !== removed),
        });
        const whole = computeProgress(input);
        expect((without.total ?? zero).lte(whole.total ?? zero)).toBe(true);
        expect(without.coverage.received).toBeLessThanOrEqual(whole.coverage.received);
        expect(without.coverage.received + without.coverage.missing.length).toBe(whole.coverage.expected);
      }),
    );
  });

  it("a figure is compared or left out, never both and never neither", () => {
    fc.assert(
      fc.property(arbitraryProgress, (input) => {
        const single = { ...input, against: "previous_year" as const, subject: "ges" as const };
        const { pairs, leftOut } = computeProgress(single).comparison;
        const compared = pairs.map(({ indicator: { slug }, periods }) => `${slug} ${periods.actual}`);
        const aside = leftOut
          .filter(({ side }) => side === "actual")
          .map((each) => `${each.indicator} ${each.period}`);
        expect(compared.filter((each) => aside.includes(each))).toEqual([]);
        const emitting = new Set(
          input.plan.indicators.filter((each) => each.emission !== null).map(({ slug }) => slug),
        );
        const inSpan = input.entries.filter(
          (each) =>
            emitting.has(each.indicator) &&
            quarterRange(input.span.from, input.span.to).some((at) => at === each.period),
        );
        const years = new Set(
          pairs.map(({ indicator: { slug }, periods }) => `${slug} ${periods.actual.slice(0, 4)}`),
        );
        for (const { indicator: slug, period } of inSpan) {
          const key = `${slug} ${period}`;
          expect(compared.includes(key) || aside.includes(key) || years.has(key.slice(0, -3))).toBe(true);
        }
      }),
    );
  });

  it("a complete year is projected as itself", () => {
    const complete = fc.record({
      indicators,
      nomenclature: fc.constantFrom(...nomenclatures),
      seed: fc.array(amounts, { minLength: 32, maxLength: 32 }),
    });
    fc.assert(
      fc.property(complete, ({ indicators: list, nomenclature, seed }) => {
        const full = [2021, 2026].flatMap((year, which) =>
          slugs.flatMap((slug, at) =>
            ([1, 2, 3, 4] as const).map((number) =>
              entry(slug, quarter(year, number), seed[which * 16 + at * 4 + number - 1] ?? "1"),
            ),
          ),
        );
        const progress = computeProgress({
          plan: { ...planOf(...list), nomenclature },
          factors,
          entries: full,
          targets: [],
          current: "2027-T1",
          subject: "ges",
          span: { from: "2026-T1", to: "2026-T4" },
          against: "baseline",
        });
        expect(plain(progress.projection)).toBe(plain(progress.total));
        const values = progress.comparison.pairs.map(({ actual }) => actual.value);
        // Quarterly shares of an asset, rounded to 30 decimals each, make its yearly one but for the last.
        expect(isNear(sum(values), progress.total ?? zero)).toBe(true);
      }),
    );
  });
});

function summaryOf(progress: ReturnType<typeof computeProgress>) {
  const { comparison, total, projection, uncertainty, coverage, status, waste } = progress;
  const { actual, baseline, activityEffect, factorEffect, leftOut } = comparison;
  return {
    amounts: [actual, baseline, activityEffect, factorEffect, total, projection].map(plain),
    uncertainty: uncertainty?.toFixed(20) ?? null,
    leftOut,
    coverage,
    status,
    waste: waste === null ? null : Object.values(waste.actual).map(plain),
  };
}
